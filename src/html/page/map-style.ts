/** The exchange and the map of a story, which no other page has. */
export const mapStyle = `
.said.op { border-inline-start: 5px double var(--said); }
.map { margin-top: 0.5rem; overflow-x: auto; overscroll-behavior-x: contain; }
.map svg { display: block; font-family: var(--sans); }
.map a { text-decoration: none; color: inherit; }
.map text { fill: var(--text); }
.map .box rect { fill: var(--leaf); stroke: var(--rule); }
.map .box:hover rect, .map .box:focus-visible rect { stroke: var(--text); stroke-width: 1.5; }
.map .box .bar { stroke: var(--muted); stroke-width: 3; fill: none; }
.map .said .bar, .map .said path { stroke: var(--said); }
.map .answered .bar, .map .answered path { stroke: var(--answered); }
.map .box [class^=mark-] { stroke: none; }
.map .op .bar { stroke-dasharray: 3 2; }
.map .who, .map .pre { font-size: 11.5px; fill: var(--muted); }
.map .pre { font-weight: 600; font-size: 11px; }
.map .t { font: 500 13px/1 var(--words); }
.map .t:lang(en) { font-size: 13.5px; font-weight: 420; }
.map .struck { text-decoration: line-through; }
.map .lane text { font-size: 13.5px; font-weight: 650; }
.map .lane path { stroke: var(--line); stroke-width: 1.5; fill: none; }
.map .lane.said text { fill: var(--said); }
.map .lane.answered text { fill: var(--answered); }
.edge { fill: none; stroke: var(--text); stroke-width: 1.7; }
.edge.aside { stroke-dasharray: 9 3 1.5 3; }
.edge.undercuts { stroke-dasharray: 6 4; }
.edge.qualifies { stroke-dasharray: 0.5 4.5; stroke-linecap: round; }
.edge.other { stroke: var(--muted); stroke-width: 1.1; }
.end { fill: none; stroke: var(--muted); stroke-width: 1.2; }
circle.end { fill: var(--page); stroke: var(--text); stroke-width: 1.4; }
.end.bar { stroke: var(--text); stroke-width: 2.2; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.75rem 0; padding: 0; list-style: none; }
.legend svg { vertical-align: -0.15em; }
.as-list summary { cursor: pointer; padding-block: 0.5rem; font-size: var(--type-small); }
.as-list ul ul { margin: 0.125rem 0 0; padding-inline-start: 1.25rem; font-size: var(--type-small); }
@media print { .map { overflow: visible; } .map svg { max-width: 100%; height: auto; } }
`
