import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { DataLicense } from '../../domain/data-license.ts'
import { cardStyle } from './card-style.ts'
import { heightScript } from './height-script.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How what is shown of the record looks to one reader. */
export interface RecordLook {
  readonly language: DisplayLanguage
  readonly publicUrl: URL
  /** On which terms the data may be used, where the operator says so. */
  readonly dataLicense?: DataLicense | undefined
  /** It stands in a page of somebody else, which links leave as it is. */
  readonly isFramed: boolean
}

export interface CardLook extends RecordLook {
  readonly theme: Theme
  readonly isFramed: true
}

/** A card takes nothing from anywhere, and stands in anybody's page. */
export const cardPolicy = `default-src 'none'; style-src ${digestOf(cardStyle)}; script-src ${digestOf(heightScript)}; base-uri 'none'; form-action 'none'; frame-ancestors *`

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

interface DocumentProps {
  readonly look: CardLook
  readonly title: string
  /** The page that has it all. */
  readonly canonical: string
  readonly children: Child
}

function CardDocument({ look: { language, theme }, title, canonical, children }: DocumentProps) {
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="canonical" href={canonical} />
        <style>{raw(cardStyle)}</style>
      </head>
      <body>
        {children}
        <script>{raw(heightScript)}</script>
      </body>
    </html>
  )
}

interface LinkProps {
  readonly href: string
  readonly children: Child
}

/** A link out of a card, which leaves the article where it is. */
export function CardLink({ href, children }: LinkProps) {
  return (
    <a href={href} target="_blank" rel="nofollow ugc noopener">
      {children}
    </a>
  )
}

/** The whole document of a card. */
export async function renderDocument(props: DocumentProps): Promise<string> {
  return String(await html`<!doctype html>${<CardDocument {...props} />}`)
}
