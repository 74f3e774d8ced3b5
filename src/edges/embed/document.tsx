import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { cardStyle } from './card-style.ts'
import type { CardLook } from '../../html/look.ts'
import { heightScript } from './height-script.ts'

/** A card loads nothing, and any page may embed it. */
export const cardPolicy = `default-src 'none'; style-src ${digestOf(cardStyle)}; script-src ${digestOf(heightScript)}; base-uri 'none'; form-action 'none'; frame-ancestors *`

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

interface DocumentProps {
  readonly look: CardLook
  readonly title: string
  /** The page with the full content. */
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

/** The whole document of a card. */
export async function renderDocument(props: DocumentProps): Promise<string> {
  return String(await html`<!doctype html>${<CardDocument {...props} />}`)
}
