import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { FieldFault } from '../../../domain/errors.ts'
import { valuesOf, type Pairs } from './address.ts'
import { nameOf } from './asked.ts'
import { filterNames, valuesIn, wordsOf } from './in-force.tsx'
import { listWords, type FilterName } from './words.ts'

interface SearchFormProps {
  readonly sent: Pairs
  readonly faults: readonly FieldFault[]
  readonly language: DisplayLanguage
}

/** Filters that take one or more of few values, and those that take one. */
const several = ['status', 'group', 'kind', 'role'] as const satisfies readonly FilterName[]
const single = ['answered', 'leftOpen'] as const satisfies readonly FilterName[]
const names = ['source', 'about', 'responseFrom', 'quotedSource', 'story'] as const
const dates = ['assertedFrom', 'assertedTo', 'changedSince'] as const
const others = ['textLang', 'rating', 'tz', 'report'] as const

/** Everything that the list can be asked, as a form that needs no script. */
export function SearchForm({ sent, faults, language }: SearchFormProps) {
  const said = listWords[language]
  const bad = new Set(faults.map(({ pointer }) => nameOf(pointer)))
  const isOpen = filterNames(language).some((name) => bad.has(name))
  const fieldOf = (name: FilterName, placeholder?: string) => (
    <Field {...{ name, sent, language, placeholder }} isBad={bad.has(name)} />
  )
  return (
    <form class="search" role="search" action="/claims" id="search">
      <input type="hidden" name="lang" value={language} />
      {['sort', 'limit'].flatMap((name) =>
        valuesOf(sent, name)
          .slice(0, 1)
          .map((value) => <input type="hidden" name={name} value={value} />),
      )}
      <div class="words-field">
        <input
          type="search"
          name="q"
          aria-label={said.words}
          placeholder={said.words}
          value={valuesOf(sent, 'q')[0]}
          maxlength={200}
          {...faultOf('q', bad.has('q'))}
        />
        <button type="submit">{said.search}</button>
      </div>
      <details open={isOpen}>
        <summary>{said.moreFilters}</summary>
        <div class="form">
          {several.map((name) => (
            <Several name={name} sent={sent} language={language} />
          ))}
          {names.map((name) => fieldOf(name, said.name))}
          {dates.map((name) => fieldOf(name, said.date))}
          {single.map((name) => (
            <Single name={name} sent={sent} language={language} />
          ))}
          {others.map((name) => fieldOf(name))}
          <button type="submit">{said.apply}</button>
        </div>
      </details>
    </form>
  )
}

interface FieldProps {
  readonly name: FilterName
  readonly sent: Pairs
  readonly language: DisplayLanguage
  readonly placeholder?: string | undefined
  readonly isBad?: boolean
}

/** Checkboxes. */
function Several({ name, sent, language }: FieldProps) {
  const chosen = valuesIn(sent, name, new Map())
  return (
    <fieldset class="whole">
      <legend>{listWords[language].filters[name]}</legend>
      {wordsOf(name, language).map(([value, word]) => (
        <label>
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  )
}

function Single({ name, sent, language }: FieldProps) {
  const said = listWords[language]
  const [chosen] = valuesOf(sent, name)
  return (
    <label>
      {said.filters[name]}
      <select name={name}>
        <option value="">{said.any}</option>
        {wordsOf(name, language).map(([value, word]) => (
          <option value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A value with a comma must be repeated, so several values are several fields. */
function Field({ name, sent, language, placeholder, isBad = false }: FieldProps) {
  const [first, ...rest] = valuesOf(sent, name)
  return (
    <label>
      {listWords[language].filters[name]}
      <input
        type="text"
        name={name}
        value={first}
        placeholder={placeholder}
        {...faultOf(name, isBad)}
      />
      {rest.map((value) => (
        <input
          type="text"
          name={name}
          value={value}
          aria-label={listWords[language].filters[name]}
        />
      ))}
    </label>
  )
}

/** Points to what is said to be wrong with a field. */
function faultOf(name: string, isBad: boolean) {
  return isBad ? { 'aria-invalid': 'true', 'aria-describedby': `fault-${name}` } : {}
}
