/** The page of claims: its search, the filters in force, and what the claims have in common. */
export const listStyle = `
.list-head h1 { margin-bottom: 0; }
.search { margin-block: 1rem 0; max-width: 48rem; }
.words-field { display: flex; }
.words-field input { flex: 1; border-inline-end: 0; border-start-end-radius: 0; border-end-end-radius: 0; }
.words-field button { width: auto; padding-inline: 1.25rem; border-start-start-radius: 0; border-end-start-radius: 0; background: var(--text); color: var(--page); border-color: var(--text); cursor: pointer; white-space: nowrap; }
.search summary, .facets summary { display: inline-block; min-height: 2.75rem; padding-block: 0.625rem; color: var(--muted); font-size: 0.9375rem; cursor: pointer; }
.search summary::before, .facets summary::before { content: '+ '; font-variant-numeric: tabular-nums; }
.search [open] > summary::before, .facets [open] > summary::before { content: '− '; }
.search .form { padding: 1rem; border: 1px solid var(--rule); background: var(--leaf); }
.search .form input:not([type='checkbox']) { background: var(--page); }
fieldset { display: flex; flex-wrap: wrap; gap: 0 1.25rem; min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; color: var(--muted); font-size: var(--type-small); }
fieldset label { display: inline-flex; grid-auto-flow: column; align-items: center; gap: 0.5rem; min-height: 2.25rem; font-size: 0.9375rem; }
fieldset input { width: 1.125rem; min-height: 1.125rem; margin: 0; accent-color: var(--said); flex: none; }
input[aria-invalid] { border: 2px solid var(--mark-plum); }
.count { min-height: 1.6em; margin: 0.75rem 0; font-weight: 650; }
.count .note { font-weight: 400; }
.chips ul, .sorts ul, .facets ul { margin: 0; padding: 0; list-style: none; }
.chips ul { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-bottom: 1rem; }
.chips a { display: inline-block; padding: 0.375rem 0.75rem; border: 1px solid var(--muted); background: var(--leaf); font-size: 0.9375rem; line-height: 1.5; text-decoration: none; }
.chips a:hover { text-decoration: underline; }
.chips li.note a { border-color: transparent; background: none; text-decoration: underline; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bad { margin-top: 1rem; padding: 0.75rem 1rem; border: 1px solid var(--mark-plum); background: var(--leaf); max-width: 48rem; }
.bad h2 { margin: 0; padding: 0; border: 0; }
.bad ul { margin: 0.5rem 0; padding-inline-start: 1.25rem; }
.instead { display: inline-block; padding-block: 0.25rem; }
.nothing { max-width: 42rem; padding-block: 1rem; border-top: 1px solid var(--line); }
.sorts ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
.sorts li > * { display: inline-block; padding-block: 0.5rem; }
.sorts b { box-shadow: inset 0 -2px var(--line); }
.sorts a { color: var(--muted); text-decoration: none; }
.sorts a:hover { text-decoration: underline; }
.found .record { margin: 0; }
mark { background: var(--quoted); color: var(--text); padding-block: 0.1em; }
.pages { display: flex; justify-content: space-between; gap: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.pages a { display: inline-block; min-height: 2.75rem; padding: 0.5rem 0.875rem; border: 1px solid var(--line); text-decoration: none; }
.pages a[rel='next'] { margin-inline-start: auto; }
.pages a:hover { text-decoration: underline; }
.facets h2 { margin: 1.5rem 0 0; padding: 0.5rem 0 0; }
.facets h3 { margin: 1rem 0 0.25rem; font-size: var(--type-small); color: var(--muted); font-weight: 600; }
.facets { font-size: 0.9375rem; line-height: 1.5; }
.facets li { padding-block: 0.1875rem; } .facets li a { text-decoration-color: var(--rule); }
@media (min-width: 60rem) {
  .found { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 0 3rem; }
  .to-facets { display: none; }
  .facets h2 { margin-top: 0; padding: 0.5rem 0 0; border: 0; border-bottom: 1px solid var(--line); padding-bottom: 0.4375rem; font-size: 0.9375rem; }
}
.prose .body { max-width: 42rem; }
.prose p { margin: 0 0 0.75rem; }
.prose blockquote { margin: 0 0 0.75rem; padding-inline-start: 0.875rem; border-inline-start: 3px solid var(--muted); }
main > .prose:first-child { border-top: 0; padding-top: 0; }
@media print { .search, .facets, .sorts, .pages, .chips a span { display: none; } .found { display: block; } }
`
