import { markColours, type Colour } from '../sentences/table/marks.ts'
import { ink } from './colours.ts'

/** Styles shared by pages and cards: words of the record, and statuses. */
export const recordStyle = `
:root, :host {
  color-scheme: light dark;
  ${declared(ink)}
  ${declared(markColours, 'mark-')}
  --sans: system-ui, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif;
  --serif: 'Iowan Old Style', Charter, Georgia, Cambria, 'Noto Serif', 'Times New Roman', serif;
}
[data-theme=light] { color-scheme: light; }
[data-theme=dark] { color-scheme: dark; }
@media print { :root, [data-theme] { color-scheme: light; } }
body, .card { background: var(--page); color: var(--text); font: 1rem/1.6 var(--sans); overflow-wrap: anywhere; word-break: keep-all; }
a { color: var(--link); }
:lang(ja), :lang(zh) { word-break: normal; }
.by time { white-space: nowrap; }
.words { white-space: pre-line; }
.words:lang(ko) { font-family: var(--sans); }
.by, .own, .original, .value, .note { color: var(--muted); font-size: 0.875em; line-height: 1.5; }
.by b { color: var(--text); }
.status { color: var(--text); font-weight: 650; }
.status svg { width: 0.9em; height: 0.9em; vertical-align: -0.09em; }
${Object.keys(markColours)
  .map((colour) => `.mark-${colour} { color: var(--mark-${colour}); }`)
  .join(' ')}
.scale { margin: 0.5rem 0 0; }
.scale p { margin: 0.625rem 0 0.125rem; }
.range { display: block; overflow: visible; }
.range line { stroke: light-dark(#aeb4bd, #5f6671); }
.range rect { fill: var(--muted); }
.range text { fill: var(--page); font: 700 11px/1 var(--sans); }
.scale .ends { margin-top: 0; display: flex; justify-content: space-between; }
.prefix { display: inline-block; margin-inline-end: 0.35em; color: var(--muted); font: 600 0.8125rem/1.5 var(--sans); letter-spacing: 0; text-decoration: none; }
h1 .prefix { display: block; }
h1.opinion, .kind.opinion { font-style: italic; }
h1.opinion:lang(ko), .kind.opinion:lang(ko) { font-style: normal; }
`

/** Colours as custom properties, light and dark. */
export function declared(colours: Readonly<Record<string, Colour>>, before = ''): string {
  return Object.entries(colours)
    .map(([name, { light, dark }]) => `--${before}${name}: light-dark(${light}, ${dark});`)
    .join(' ')
}
