import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import {
  displayLanguages,
  languageNames,
  type DisplayLanguage,
} from '../domain/display-language.ts'
import type { Theme } from './look.ts'
import { recordStyle } from './style.ts'

/** The complete style of a page, allowed by its digest. */
export const pageStyle = `${recordStyle}
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem; }
form { display: grid; gap: 0.75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); align-items: end; }
label { display: grid; gap: 0.25rem; min-width: 0; font-size: 0.875rem; }
.whole { grid-column: 1 / -1; }
input, select, textarea, button { box-sizing: border-box; width: 100%; min-width: 0; min-height: 2.75rem; padding: 0.5rem; border: 1px solid var(--muted); border-radius: 0; background: var(--page); color: inherit; font: inherit; font-size: 1rem; }
section button { width: auto; padding-inline: 1.5rem; }
form > button { background: var(--text); color: var(--page); cursor: pointer; }
textarea { font: 0.8125rem/1.5 ui-monospace, 'D2Coding', monospace; resize: vertical; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
iframe { display: block; max-width: 100%; border: 0; }
.fault { color: var(--mark-plum); font-weight: 600; }
h1 { line-height: 1.3; text-wrap: pretty; }
h1 .words { font-family: var(--serif); }
h2 { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 1.0625rem; }
code { font-size: 0.95em; overflow-wrap: anywhere; }
dt { margin-top: 0.75rem; }
dd { margin-left: 0; }
nav { display: flex; gap: 1rem; }
.by, .own, .original, .value, .note { margin: 0.25rem 0; }
.claim { margin-top: 2rem; }
.claim > .status { font-size: 1.0625rem; }
.claim > .status + p { margin-top: 0.25rem; }
cite { font-style: normal; }
.claim h1 { margin: 0.25rem 0 0.5rem; font-size: 1.625rem; }
.claim h1.opinion { border-inline-start: 3px double var(--muted); padding-inline-start: 0.875rem; font-weight: 500; }
.claim > .original, .claim > .value { margin-bottom: 1rem; }
.record { padding: 0; list-style: none; }
.record > li { margin-top: 1rem; padding-inline-start: 0.875rem; border-inline-start: 2px solid var(--rule); }
.record p, blockquote { margin: 0.125rem 0; }
blockquote mark { background: none; color: inherit; font-weight: 600; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
th, td { min-width: 2rem; max-width: 24rem; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
td:not(:first-child) { min-width: 5rem; }
.scroll { overflow-x: auto; }
.rules { overflow-wrap: anywhere; }
.rules code { overflow-wrap: normal; }
.rules :target { background: var(--rule); scroll-margin-top: 1rem; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
footer ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
@media print { nav, footer ul { display: none; } li { break-inside: avoid; } }
`

const digest = createHash('sha256').update(pageStyle).digest('base64')

/** A page loads nothing; its style element is allowed by its digest. */
export const pagePolicy = policyFor("'none'")

/** For pages shown in place of a card. */
export const framedPagePolicy = policyFor('*')

/** For the builder, which frames cards and submits a form. */
export const builderPolicy = `${policyFor("'none'", "'self'")}; script-src 'self'; frame-src 'self'`

function policyFor(ancestors: "'none'" | '*', forms: "'none'" | "'self'" = "'none'"): string {
  return `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action ${forms}; frame-ancestors ${ancestors}`
}

interface PageProps {
  readonly language: DisplayLanguage
  readonly title: string
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
  readonly children: Child
}

/** The layout of every page. */
export function Page({
  language,
  title,
  head,
  isFramed = false,
  theme,
  inLanguage = (other) => `?lang=${other}`,
  isInAllLanguages = false,
  children,
}: PageProps) {
  return (
    <html lang={language} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {head}
        <style>{raw(pageStyle)}</style>
      </head>
      <body>
        {!isFramed && <Ways {...{ language, inLanguage, isInAllLanguages }} />}
        <main>{children}</main>
      </body>
    </html>
  )
}

type WaysProps = Required<Pick<PageProps, 'language' | 'inLanguage' | 'isInAllLanguages'>>

function Ways({ language, inLanguage, isInAllLanguages }: WaysProps) {
  const others = displayLanguages.filter((each) => each !== language && !isInAllLanguages)
  return (
    <nav>
      <a href="/">Counterpoint</a>
      {others.map((other) => (
        <a href={inLanguage(other)} lang={other} hreflang={other}>
          {languageNames[other]}
        </a>
      ))}
    </nav>
  )
}
