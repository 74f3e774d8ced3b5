/** Header, main part and footer of every page. */
export const frameStyle = `
.top { border-bottom: 1px solid var(--rule); }
.top > div, main, .foot > div { max-width: var(--width-page); margin: 0 auto; padding-inline: 1.25rem; }
main { padding-block: 2rem; }
main.text > * { max-width: min(100%, var(--width-text)); }
.top > div { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding-block: 0.75rem; }
.brand { display: inline-flex; align-items: center; gap: 0.5rem; padding-block: 0.5rem; font: 600 1.0625rem/1 var(--words); text-decoration: none; }
.brand svg { width: 1.5em; height: 1em; flex: none; }
.top form { display: flex; flex: 1 0 100%; order: 2; min-width: 0; }
.top input { min-height: 2.5rem; padding: 0.375rem 0.75rem; border-color: var(--muted); font-size: 0.9375rem; }
.top input[type='search'] { border-inline-end: 0; border-start-end-radius: 0; border-end-end-radius: 0; }
.top button { flex: none; width: auto; min-height: 2.5rem; padding: 0.375rem 0.75rem; border-start-start-radius: 0; border-end-start-radius: 0; font-size: 0.9375rem; white-space: nowrap; cursor: pointer; }
.top input::placeholder { color: var(--muted); opacity: 1; }
.top nav { margin-inline-start: auto; order: 1; display: flex; flex-wrap: wrap; gap: 0 0.75rem; font-size: 0.9375rem; }
.top nav a, .foot a { display: inline-block; padding-block: 0.5rem; }
/* Only where nobody can follow a link. */
.print { display: none; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: static; padding: 0.5rem 1.25rem; display: block; }
@media (min-width: 48rem) { .top > div, .top nav { column-gap: 1.25rem; } .top form { flex: 1 1 12rem; order: 0; max-width: 26rem; } }
.foot { border-top: 1px solid var(--rule); margin-top: 1rem; }
.foot > div { padding-block: 1rem 2.5rem; color: var(--muted); font-size: var(--type-small); }
.foot p { margin: 0.25rem 0; }
.foot ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
@media print { .print { display: block; } .top form, .top nav, .foot ul, .skip { display: none; } .top, .foot { border: 0; } }
`
