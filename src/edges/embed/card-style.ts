import { recordStyle } from '../../html/style.ts'

/**
 * The complete style of a card, inlined into the document.
 *
 * It has no scrollbar until the script finds that the frame is too low. Chromium lays a frame out with
 * one before it knows the frame's size, and keeps it if the text, narrowed by it, needs a line more.
 * The card scrolls without one, too.
 */
export const cardStyle = `${recordStyle}
* { box-sizing: border-box; }
:root { scrollbar-width: none; }
body { margin: 0; }
.card { font-size: 0.9375rem; }
.card { border: 1px solid var(--rule); border-top: 3px solid var(--text); padding: 1rem 1.125rem 0.875rem; }
p, h1, h2, ul { margin: 0; }
h1 { margin-top: 0.25rem; font: 600 1.25rem/1.4 var(--serif); text-wrap: pretty; }
h1:lang(ko), h1 :lang(ko) { font-family: var(--sans); line-height: 1.45; letter-spacing: -0.01em; }
h1 a { color: inherit; text-decoration: none; }
h1 a:hover { text-decoration: underline; }
h1.opinion { border-inline-start: 3px double var(--muted); padding-inline-start: 0.75rem; font-weight: 500; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.original, .value { margin-top: 0.25rem; }
.since { margin-bottom: 0.625rem; padding: 0.375rem 0.625rem; background: light-dark(#f1f3f6, #23262c); font-size: 0.875em; line-height: 1.45; }
.standing { margin-top: 0.75rem; }
.standing .status { display: block; font-size: 1em; }
h2 { margin-top: 0.875rem; padding-top: 0.75rem; border-top: 1px solid var(--rule); font: 650 0.8125rem/1.4 var(--sans); }
ul { padding: 0; list-style: none; }
li { margin-top: 0.625rem; padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--rule); }
li a { color: inherit; text-decoration-color: light-dark(#aeb4bd, #5f6671); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
li .status { font-weight: 600; }
.more { margin-top: 0.5rem; font-size: 0.875em; }
footer { margin-top: 0.875rem; padding-top: 0.625rem; border-top: 1px solid var(--rule); }
footer a { font-weight: 600; }
.compact { border-top-width: 1px; border-inline-start: 3px solid var(--text); padding: 0.625rem 0.875rem; }
.compact h1 { margin: 0.125rem 0 0.25rem; font-size: 1.0625rem; }
.compact h1 .prefix { display: inline; margin: 0; }
.compact a { color: inherit; }
@media print { :root { zoom: var(--fit, 1); } .card { border-color: #999; break-inside: avoid; } }
`
