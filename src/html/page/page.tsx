import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Operator } from '../../domain/operator.ts'
import type { Theme } from '../look.ts'
import { fontSheetAddress } from './fonts.ts'
import { Footer } from './footer.tsx'
import { faviconAddress } from './sign.tsx'
import { Header } from './header.tsx'
import { PlaceLinks, type Place } from './place.tsx'
import { pageStyle } from './style.ts'

interface PageProps {
  readonly language: DisplayLanguage
  readonly title: string
  /** Where it is, if it is a page of its own. */
  readonly place?: Place
  /** Who runs the service, if no place says so. */
  readonly operator?: Operator | undefined
  /** More elements for its head. */
  readonly head?: Child
  /** Whether it is embedded in another site's page, where its links would lead nowhere. */
  readonly isFramed?: boolean
  /** Whether it is light or dark, if somebody chose that for the reader. */
  readonly theme?: Theme
  /** Its address in another language, if that is not selected by `lang`. */
  readonly inLanguage?: (other: DisplayLanguage) => string
  /** It says everything in every language, so there is nothing to switch to. */
  readonly isInAllLanguages?: boolean
  /** Whether it uses the whole width; otherwise it is as wide as running text. */
  readonly isWide?: boolean
  /** Whether the page has a search of its own, instead of that in the header. */
  readonly hasOwnSearch?: boolean
  /** Of this page alone, before what every footer has. */
  readonly footer?: Child
  readonly children: Child
}

/** The layout of every page. */
export function Page({
  language,
  title,
  place,
  operator = place?.operator,
  head,
  isFramed = false,
  theme,
  inLanguage = (other) => `?lang=${other}`,
  isInAllLanguages = false,
  isWide = false,
  hasOwnSearch = false,
  footer,
  children,
}: PageProps) {
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {place && <PlaceLinks place={place} />}
        {head}
        {!isFramed && <link rel="icon" href={faviconAddress} type="image/svg+xml" />}
        <style>{raw(pageStyle)}</style>
      </head>
      <body>
        {!isFramed && <Header {...{ language, inLanguage, isInAllLanguages, hasOwnSearch }} />}
        <main id="main" class={isWide ? undefined : 'text'}>
          {children}
        </main>
        {!isFramed && <Footer {...{ language, operator }}>{footer}</Footer>}
        {/* At the end, so that the page is painted before the fonts are asked for. */}
        {!isFramed && <link rel="stylesheet" href={fontSheetAddress} />}
      </body>
    </html>
  )
}
