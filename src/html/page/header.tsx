import {
  displayLanguages,
  languageNames,
  type DisplayLanguage,
} from '../../domain/display-language.ts'
import { frameWords } from './frame-words.ts'
import { Sign } from './sign.tsx'

interface HeaderProps {
  readonly language: DisplayLanguage
  readonly inLanguage: (other: DisplayLanguage) => string
  readonly isInAllLanguages: boolean
  readonly hasOwnSearch: boolean
}

/** The name of the service, search, and the ways to other pages and to the other language. */
export function Header({ language, inLanguage, isInAllLanguages, hasOwnSearch }: HeaderProps) {
  const { skip, find, search, ways, claims, rules } = frameWords[language]
  const others = displayLanguages.filter((each) => each !== language && !isInAllLanguages)
  return (
    <>
      <a class="skip" href="#main">
        {skip}
      </a>
      <header class="top">
        <div>
          <a class="brand" href={`/?lang=${language}`}>
            <Sign />
            Counterpoint
          </a>
          {!hasOwnSearch && (
            <form role="search" action="/claims">
              <input type="hidden" name="lang" value={language} />
              <input
                type="search"
                name="q"
                aria-label={find}
                placeholder={find}
                maxlength={200}
                required
              />
              <button type="submit">{search}</button>
            </form>
          )}
          <nav aria-label={ways}>
            <a href={`/claims?lang=${language}`}>{claims}</a>
            <a href={`/rules?lang=${language}`}>{rules}</a>
            {others.map((other) => (
              <a href={inLanguage(other)} lang={other} hreflang={other}>
                {languageNames[other]}
              </a>
            ))}
          </nav>
        </div>
      </header>
    </>
  )
}
