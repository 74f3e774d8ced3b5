import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { languageName } from '../../../domain/language-name.ts'
import { claimKinds, counterpointRoles } from '../../../domain/kinds.ts'
import { statuses, statusGroups } from '../../../domain/status.ts'
import { cardWords } from '../../../html/words.ts'
import { groupWords } from '../../../sentences/table/groups.ts'
import { roleWords } from '../../../sentences/table/roles.ts'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import { claimsAddress, valuesOf, withoutNames, withValues, type Pairs } from './address.ts'
import type { NamesOfValues } from './names.ts'
import { listWords, type FilterName } from './words.ts'

interface InForceProps {
  readonly sent: Pairs
  readonly names: NamesOfValues
  readonly language: DisplayLanguage
}

/** The filters of a list, each with a way to remove it. The search is in its field. */
export function InForce({ sent, names, language }: InForceProps) {
  const said = listWords[language]
  const chips = filterNames(language).flatMap((name) => {
    const values = valuesIn(sent, name, names)
    return values.map((value) => ({
      name,
      shown: wordOf(name, value, names, language),
      address: claimsAddress(
        withValues(
          sent,
          name,
          values.filter((other) => other !== value),
        ),
        language,
      ),
    }))
  })
  if (chips.length === 0) return null
  const all = withoutNames(sent, filterNames(language))
  return (
    <section class="chips" aria-label={said.inForce}>
      <ul>
        {chips.map(({ name, shown, address }) => (
          <li>
            <a href={address} rel="nofollow">
              <span class="note">{said.filters[name]}</span> <b dir="auto">{shown}</b>{' '}
              <span aria-hidden="true">×</span>
              <span class="unseen">{said.remove}</span>
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li class="note">
            <a href={claimsAddress(all, language)}>{said.removeAll}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

/** Those that select claims, but for the search. */
export function filterNames(language: DisplayLanguage): readonly FilterName[] {
  // Our own table has no other keys.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const names = Object.keys(listWords[language].filters) as FilterName[]
  return names.filter((name) => name !== 'q' && name !== 'sort')
}

/** Filters that take several values, separated by commas, none of which has a comma. */
const listed: ReadonlySet<FilterName> = new Set([
  'status',
  'group',
  'kind',
  'role',
  'report',
  'textLang',
])

/** The values of a filter one by one. */
export function valuesIn(sent: Pairs, name: FilterName, names: NamesOfValues): readonly string[] {
  const known = names.get(name)
  if (known && known.size > 0) return [...known.keys()]
  const values = valuesOf(sent, name)
  const parts = listed.has(name) ? values.flatMap((value) => value.split(',')) : values
  return [...new Set(parts)]
}

/** A value of a filter in words. */
export function wordOf(
  name: FilterName,
  value: string,
  names: NamesOfValues,
  language: DisplayLanguage,
): string {
  const known = wordsOf(name, language).find(([each]) => each === value)?.[1]
  if (known !== undefined) return known
  if (name === 'textLang') return nameOfLanguage(value, language)
  if (name === 'assertedFrom' || name === 'assertedTo' || name === 'changedSince')
    return cardWords(language).date(value)
  return names.get(name)?.get(value) ?? value
}

/** A range such as `*` or `de-*` has no name. */
export function nameOfLanguage(tag: string, language: DisplayLanguage): string {
  try {
    return languageName(tag, language)
  } catch {
    return tag
  }
}

/** What a filter with a closed vocabulary takes, with the words for it. */
export function wordsOf(
  name: FilterName,
  language: DisplayLanguage,
): readonly (readonly [value: string, word: string])[] {
  const said = listWords[language]
  if (name === 'status') return statuses.map((each) => [each, statusWord(each, language)])
  if (name === 'group') return statusGroups.map((each) => [each, groupWords[each][language]])
  if (name === 'kind') return claimKinds.map((each) => [each, cardWords(language).kinds[each]])
  if (name === 'role') return counterpointRoles.map((each) => [each, roleWords[each][language]])
  if (name !== 'leftOpen' && name !== 'answered') return []
  const [yes, no] = said.answers[name]
  return [
    ['true', yes],
    ['false', no],
  ]
}
