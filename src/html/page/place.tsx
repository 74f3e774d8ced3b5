import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'
import type { Operator } from '../../domain/operator.ts'
import { inLanguage } from '../addresses.ts'

/** Where a page is, and in which language it was asked for there. */
export interface Place {
  /** Its whole address, without a language. */
  readonly address: string
  readonly language: DisplayLanguage
  /** Whether the address named the language; otherwise the browser's preference decided. */
  readonly isLanguageAsked: boolean
  /** Who runs the service, if they named themselves. */
  readonly operator: Operator | undefined
}

/** The page in each language is a page of its own; the address without one leads to either. */
export function canonicalOf({ address, language, isLanguageAsked }: Place): string {
  return isLanguageAsked ? inLanguage(address, language) : address
}

/** For search engines: which address this is, and where the page is in other languages. */
export function PlaceLinks({ place }: { readonly place: Place }) {
  return (
    <>
      <link rel="canonical" href={canonicalOf(place)} />
      {displayLanguages.map((each) => (
        <link rel="alternate" hreflang={each} href={inLanguage(place.address, each)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={place.address} />
    </>
  )
}
