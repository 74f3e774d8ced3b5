/** The page of a claim: the exchange, its sources, its history. */
export const claimStyle = `
.sec { display: grid; gap: 0.5rem 2.5rem; grid-template-columns: minmax(0, 1fr); border-top: 1px solid var(--line); padding-block: 1.125rem var(--space-section); }
.sec h2 { margin: 0; padding: 0; border: 0; }
.sec h3 { margin: 1.25rem 0 0.25rem; font-size: var(--type-small); }
.sec .record { margin: 0; }
.sec .record > li:first-child, .sec .body > p:first-child { padding-top: 0; margin-top: 0; }
.sec .facts + .record { margin-top: 0.75rem; }
.sec .body > ul:first-child, .sec .body > dl { margin-block: 0; }
.sec .body > dl > dt:first-child { margin-top: 0; }
.first { padding-block: 0 var(--space-section); }
.first h1[class]:not(.opinion) .words::before { content: '“'; color: var(--said); }
.first h1[class]:not(.opinion) .words::after { content: '”'; color: var(--said); }
.first .prefix { margin-block: 0.25rem; }
.first > .by b, .said .by b { color: var(--said); }
.stand { margin-top: 1.75rem; padding-top: 1rem; border-top: 1px solid var(--rule); max-width: 48rem; }
.stand p { margin: 0.25rem 0; }
.reason { font-size: var(--type-standing); line-height: 1.5; text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0 0; padding: 0; list-style: none; }
.since { padding: 0.625rem 0.875rem; border: 1px solid var(--line); background: var(--leaf); }
.turn { padding-block: 1rem; }
.turn + .turn { border-top: 1px solid var(--rule); }
.turn p { margin: 0.125rem 0; }
.said { border-inline-start: 3px solid var(--said); padding-inline-start: 0.875rem; }
.said a { text-decoration-color: var(--rule); }
.said .words { font-size: var(--type-item); line-height: 1.55; }
.turn .reply .note .words { font-size: 1em; }
.points { margin: 0; padding: 0; list-style: none; }
.points li + li { margin-top: 0.25rem; }
.points ~ .note { margin-top: 0.5rem; }
.reply { border-inline-start: 3px solid var(--answered); padding-inline-start: 0.875rem; }
.reply .by b { color: var(--answered); }
.reply.own-side { border-color: var(--said); }
.reply.own-side .by b { color: var(--said); }
.reply.op { border-inline-start: 5px double var(--answered); }
.turn .replies { margin: 1rem 0 0 1.25rem; }
.turn .replies > li { border: 0; padding-block: 0 1rem; }
.how { margin-bottom: 0.25rem; font-size: 0.8125rem; line-height: 1.35; font-weight: 600; }
.how::before { content: ''; display: block; margin-bottom: 0.375rem; border-top: 2px solid var(--muted); width: 2rem; }
.said > .how { margin-top: 0.75rem; }
.aside > .how::before { border-top: 1px dashed var(--muted); }
.undercuts > .how::before { border-top-style: dashed; }
.qualifies > .how::before { border-top-style: dotted; }
.turn > .none { margin: 1rem 0 0 1.25rem; }
.none { padding: 0.625rem 0.875rem; border: 1px dashed var(--muted); color: var(--muted); font-size: 0.9375rem; line-height: 1.5; }
.none b { color: var(--text); font-weight: 600; }
.chain, .time, .acts { margin: 0; padding: 0; list-style: none; }
.chain li { position: relative; margin-inline-start: 0.375rem; padding: 0 0 0.75rem 1.25rem; border-inline-start: 1px solid var(--line); font-size: var(--type-small); }
.chain li:last-child { border-color: transparent; }
.chain li::before { content: ''; position: absolute; inset-inline-start: -0.375rem; top: 0.375rem; width: 0.6875rem; height: 0.6875rem; background: var(--text); }
.note + .chain { margin-top: 1rem; }
.chain .gone { border-inline-start-style: dashed; }
.chain .gone::before { background: var(--page); border: 1.5px dashed var(--text); }
.quotes blockquote { margin-top: 0.375rem; padding: 0.75rem 1rem; background: var(--leaf); border: 1px solid var(--rule); line-height: 1.7; }
.time li { display: grid; grid-template-columns: 8.75rem minmax(0, 1fr); gap: 0 1.75rem; align-items: baseline; }
.time li > span { padding-block: 0.375rem; margin: 0; }
.time li > span:last-child { position: relative; }
.time li > span:last-child::before { content: ''; position: absolute; inset-inline-start: -1.1875rem; top: 0.8125rem; width: 0.5625rem; height: 0.5625rem; border-radius: 50%; border: 1.5px solid var(--line); background: var(--page); z-index: 1; }
.time li > span:last-child::after { content: ''; position: absolute; inset-inline-start: -0.875rem; top: 0; bottom: 0; border-inline-start: 1px solid var(--line); }
.time .said, .time .answered { border: 0; padding: 0; }
.time .said > span:last-child::before { background: var(--said); border-color: var(--said); }
.time .answered > span:last-child::before { background: var(--answered); border-color: var(--answered); }
.time .recorded > span:last-child::before { border-radius: 0; }
.acts { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.acts a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0.5rem 0.875rem; border: 1px solid var(--line); font-size: 0.9375rem; line-height: 1.35; text-decoration: none; }
.acts .main { background: var(--text); color: var(--page); }
.acts + .acts { margin-top: 0.5rem; }
.form + .acts { margin-top: 1rem; }
.acts a:hover { text-decoration: underline; }
.sec .form { display: flex; flex-wrap: wrap; margin-top: 1rem; }
.sec .form label { flex: 0 1 14rem; }
.sec .form button { padding-inline: 1.5rem; }
@media (max-width: 40rem) {
  ol.time > li[class] { position: relative; grid-template-columns: minmax(0, 1fr); padding: 0 0 0.75rem 1.25rem; border-inline-start: 1px solid var(--line); margin-inline-start: 0.3125rem; }
  .time li > span, .time li > span:last-child { position: static; padding-block: 0; }
  .time li > span:last-child::before { inset-inline-start: -0.3125rem; top: 0.4375rem; }
  .time li > span:last-child::after { content: none; }
}
@media (min-width: 60rem) {
  .first { padding: 1.25rem 0 var(--space-section) 14rem; }
  .sec { grid-template-columns: 11.5rem minmax(0, 1fr); }
  .sec.wide { grid-template-columns: minmax(0, 1fr); }
  .turn { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); padding-block: 1.25rem; }
  .turn > .said { align-self: start; position: sticky; top: 1rem; }
  .turn .said .words, .turn .reply .words { font-size: var(--type-turn); }
  .turn .replies { margin: 0 0 0 1rem; }
  .turn .replies > li { display: grid; grid-template-columns: 8.25rem minmax(0, 1fr); padding-block: 0 1.375rem; background: linear-gradient(var(--muted), var(--muted)) 0 0 / 1px 100% no-repeat; }
  .turn .replies > li:last-child { background-size: 1px 0; }
  .replies .how { text-align: center; padding: 0 0.5rem; margin: 0; }
  .replies .how::before { width: auto; margin-inline: -0.5rem; }
  .turn > .none { align-self: start; margin: 0 0 0 9.25rem; }
  .chain { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); }
  .note + .chain { margin-top: 1.25rem; }
  .chain li { margin: 0; padding: 1rem 1rem 0 0; border-inline-start: 0; border-top: 1px solid var(--line); }
  .chain li:last-child { border-top-color: transparent; }
  .chain li::before { inset-inline-start: 0; top: -0.375rem; }
  .chain .gone { border-top-style: dashed; }
}
.first > .reason, .lead { max-width: 48rem; }
.lead { padding-bottom: var(--space-section); }
.three { margin: 0; padding-inline-start: 1.25rem; }
.cite { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
@media print { .sec .form, .acts { display: none; } .turn > .said { position: static; } }
`
