import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../domain/display-language.ts'

const style = `
:root { color-scheme: light dark; --link: light-dark(#1a4f9c, #8ab8ff); }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem; font: 1rem/1.6 system-ui, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif; }
h1 { line-height: 1.25; }
a { color: var(--link); }
code { font-size: 0.95em; overflow-wrap: anywhere; }
dt { margin-top: 0.75rem; }
dd { margin-left: 0; }
nav { display: flex; gap: 1rem; }
:lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
`

/** Everything on a page stands in it; the style is allowed by its digest. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

interface PageProps {
  readonly language: DisplayLanguage
  readonly title: string
  readonly children: Child
}

/** The frame of the few pages that explain the API to people. */
export function Page({ language, title, children }: PageProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <nav>
          <a href="/">Counterpoint</a>
          {language === 'en' ? (
            <a href="?lang=ko" lang="ko" hreflang="ko">
              한국어
            </a>
          ) : (
            <a href="?lang=en" lang="en" hreflang="en">
              English
            </a>
          )}
        </nav>
        <main>{children}</main>
      </body>
    </html>
  )
}
