import { recordStyle, declared } from '../style.ts'
import { standInFaces, wordsFamily } from './fonts.ts'
import { claimStyle } from './claim-style.ts'
import { frameStyle } from './frame-style.ts'
import { listStyle } from './list-style.ts'
import { paper, space, type, width } from './tokens.ts'

/** The complete style of every page, allowed by its digest. */
export const pageStyle = `${recordStyle}
${standInFaces}
:root {
  ${declared(paper)}
  ${valued(type, 'type-')}
  ${valued(space, 'space-')}
  ${valued(width, 'width-')}
  --words: ${wordsFamily};
}
* { box-sizing: border-box; }
html { background: var(--page); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font-variant-numeric: tabular-nums; }
:lang(ko) { line-break: strict; }
a { color: inherit; text-decoration: underline 0.06em; text-underline-offset: 0.18em; text-decoration-color: var(--muted); }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: 0.1em; }
:focus-visible { outline: 2px solid var(--said); outline-offset: 3px; border-radius: 2px; }
.words, .words:lang(ko) { font-family: var(--words); font-weight: 500; font-synthesis: none; text-wrap: pretty; }
.words:lang(en) { font-size: 1.06em; font-weight: 420; }
h1 { margin: 0 0 var(--space-near); font-size: 1.75rem; line-height: 1.3; text-wrap: balance; }
h1 .words, h1 .words:lang(en) { font-size: var(--type-words); line-height: 1.32; letter-spacing: -0.012em; text-wrap: balance; }
h1 .words:lang(en) { line-height: 1.16; }
h2 { margin: var(--space-section) 0 var(--space-near); padding-top: var(--space-part); border-top: 1px solid var(--line); font-size: var(--type-plain); line-height: 1.45; text-wrap: balance; }
h1.opinion { border-inline-start: 3px double var(--muted); padding-inline-start: 0.875rem; }
.by, .own, .original, .value, .note { margin: 0.25rem 0; font-size: var(--type-small); }
.by b { font-weight: 650; }
.record { padding: 0; list-style: none; }
.record > li { padding-block: 0.75rem; border-bottom: 1px solid var(--rule); }
.record > li:last-child { border-bottom: 0; }
.record p, blockquote { margin: 0.125rem 0; }
.record a { text-decoration-color: var(--rule); }
.record .words { font-size: var(--type-item); line-height: 1.55; }
.record.plain .words, .record.plain .words:lang(en), .record.plain .words:lang(ko) { font-family: var(--sans); font-size: 1em; font-weight: 400; }
blockquote mark { background: var(--quoted); color: inherit; padding-block: 0.1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
cite { font-style: normal; }
time, .whole-word { white-space: nowrap; }
@media (max-width: 20rem) { time { white-space: normal; } }
code { font-size: 0.95em; overflow-wrap: anywhere; }
dt { margin-top: 0.75rem; }
dd { margin-left: 0; }
table { border-collapse: collapse; font-size: var(--type-small); line-height: 1.5; }
th, td { min-width: 2rem; max-width: 24rem; padding: 0.375rem 0.75rem 0.375rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
td:not(:first-child) { min-width: 5rem; }
.scroll { overflow-x: auto; }
.rules { overflow-wrap: anywhere; }
.rules code { overflow-wrap: normal; }
.rules :target { background: var(--rule); scroll-margin-top: 1rem; }
.fault { color: var(--mark-plum); font-weight: 600; }
iframe { display: block; max-width: 100%; border: 0; }
.form { display: grid; gap: 0.75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); align-items: end; }
label { display: grid; gap: 0.25rem; min-width: 0; font-size: var(--type-small); }
.whole { grid-column: 1 / -1; }
input, select, textarea, button { width: 100%; min-width: 0; min-height: 2.75rem; padding: 0.5rem; border: 1px solid var(--muted); border-radius: 2px; background: var(--leaf); color: inherit; font: inherit; font-size: 1rem; }
section button { width: auto; padding-inline: 1.5rem; }
.form > button { background: var(--text); color: var(--page); cursor: pointer; }
textarea { font: 0.8125rem/1.5 ui-monospace, 'D2Coding', monospace; resize: vertical; }
${frameStyle}${claimStyle}${listStyle}@media (prefers-reduced-motion: reduce) { *, ::before, ::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
@media print {
  :root { --page: #fff; --text: #000; --muted: #444; --rule: #bbb; --line: #000; --quoted: #eee; }
  body { font-size: 10.5pt; }
  li, figure, blockquote { break-inside: avoid; }
  h1, h2 { break-after: avoid; }
  main a[href^='http']:not([href*='/claims/'])::after { content: ' <' attr(href) '>'; font-size: 0.8em; word-break: break-all; }
}
`

function valued(values: Readonly<Record<string, string>>, before: string): string {
  return Object.entries(values)
    .map(([name, value]) => `--${before}${name}: ${value};`)
    .join(' ')
}
