import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { FacetName } from '../../../domain/facets.ts'
import { facetNames } from '../../../domain/facets.ts'
import { cardWords } from '../../../html/words.ts'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import { shortened } from '../../../sentences/quotation.ts'
import { statuses } from '../../../domain/status.ts'
import { claimsAddress, valuesOf, withValues, type Pairs } from './address.ts'
import { nameOfLanguage, wordOf } from './in-force.tsx'
import type { ClaimsList } from './load.ts'
import { listWords, type FilterName } from './words.ts'

interface FacetsProps {
  readonly list: ClaimsList
  readonly sent: Pairs
  readonly language: DisplayLanguage
}

/** The filters that a value of a facet sets. */
const filtersOf: Readonly<Record<FacetName, readonly FilterName[]>> = {
  status: ['status'],
  speaker: ['source'],
  subject: ['about'],
  year: ['assertedFrom', 'assertedTo'],
  language: ['textLang'],
  story: ['story'],
  kind: ['kind'],
}

/** How many characters of a name there is room for. */
const nameMax = 80

/** How many values of a facet stand there at once. The rest opens. */
const shownMax = 5

/**
 * What the claims of a list have in common, with how many have it, as links to these. What a filter in
 * force has chosen is among the filters, where it can be removed.
 */
export function Facets({ list, sent, language }: FacetsProps) {
  const said = listWords[language]
  const { facets = {}, count } = list.counts
  const free = facetNames.filter((name) => {
    return filtersOf[name].every((filter) => valuesOf(sent, filter).length === 0)
  })
  const shown = free.flatMap((name) => {
    const facet = facets[name]
    return facet && facet.values.length > 0 ? [{ name, facet }] : []
  })
  if (shown.length === 0) return null
  return (
    <aside class="facets" id="narrow" aria-labelledby="narrow-title">
      <h2 id="narrow-title">{said.narrow}</h2>
      {count?.more === true && <p class="note">{said.countsOfFirst}</p>}
      {shown.map(({ name, facet: { values, others } }) => {
        const item = (value: (typeof values)[number]) => (
          <li>
            <a
              href={claimsAddress(narrowed(sent, name, value.value), language)}
              rel="nofollow"
              dir="auto"
            >
              {shownValue(name, value, language)}
            </a>{' '}
            <span class="note">{shownCount(value, language)}</span>
          </li>
        )
        const [first, rest] = [values.slice(0, shownMax), values.slice(shownMax)]
        return (
          <section>
            <h3>{said.facets[name]}</h3>
            <ul>{first.map(item)}</ul>
            {rest.length > 0 && (
              <details>
                <summary>{said.moreValues(rest.length)}</summary>
                <ul>{rest.map(item)}</ul>
              </details>
            )}
            {others > 0 && <p class="note">{said.others(numberIn(language)(others))}</p>}
          </section>
        )
      })}
    </aside>
  )
}

function narrowed(sent: Pairs, name: FacetName, value: string): Pairs {
  return filtersOf[name].reduce<Pairs>((pairs, filter) => withValues(pairs, filter, [value]), sent)
}

function shownValue(
  name: FacetName,
  { value, name: named }: { readonly value: string; readonly name?: string | null | undefined },
  language: DisplayLanguage,
): string {
  const status = statuses.find((each) => name === 'status' && each === value)
  if (status) return statusWord(status, language)
  if (name === 'language') return nameOfLanguage(value, language)
  if (name === 'kind') return wordOf('kind', value, new Map(), language)
  return named === null ? cardWords(language).removed : shortened(named ?? value, nameMax)
}

/** "1,234", or "10,000+" where counting stopped. */
export function shownCount(
  { count, more }: { readonly count: number; readonly more: boolean },
  language: DisplayLanguage,
): string {
  return `${numberIn(language)(count)}${more ? '+' : ''}`
}

export function numberIn(language: DisplayLanguage): (value: number) => string {
  const format = formats[language]
  return (value) => format.format(value)
}

const formats: Readonly<Record<DisplayLanguage, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ko: new Intl.NumberFormat('ko'),
}
