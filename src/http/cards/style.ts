/** What pages and cards share: the look of words of the record and of where they stand. */
export const recordStyle = `
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #15171b); --text: light-dark(#15171b, #eceef1);
  --muted: light-dark(#565c66, #aab0ba); --rule: light-dark(#d8dbe0, #3b4049); --link: light-dark(#1a4f9c, #8ab8ff);
  --stands: light-dark(#0a5a51, #6fd3c3); --open: light-dark(#824700, #f0b45c);
  --does-not-stand: light-dark(#961a48, #ff9dbd); --closed: light-dark(#4a4f58, #b6bcc6);
  --sans: system-ui, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif;
  --serif: 'Iowan Old Style', Charter, Georgia, Cambria, 'Noto Serif', 'Times New Roman', serif;
}
[data-theme=light] { color-scheme: light; }
[data-theme=dark] { color-scheme: dark; }
@media print { :root, [data-theme] { color-scheme: light; } }
body { background: var(--page); color: var(--text); font: 1rem/1.6 var(--sans); }
a { color: var(--link); }
:lang(ko) { word-break: keep-all; overflow-wrap: anywhere; }
.by time { white-space: nowrap; }
.words { overflow-wrap: anywhere; white-space: pre-line; }
.words:lang(ko) { font-family: var(--sans); }
.by, .own, .original, .value, .note { color: var(--muted); font-size: 0.875em; line-height: 1.5; }
.by b { color: var(--text); }
.status { color: var(--group); font-weight: 650; }
.status svg { vertical-align: -0.06em; }
[data-group=stands] { --group: var(--stands); } [data-group=open] { --group: var(--open); }
[data-group=does_not_stand] { --group: var(--does-not-stand); } [data-group=closed] { --group: var(--closed); }
h1.opinion, .kind.opinion { font-style: italic; }
h1.opinion:lang(ko), .kind.opinion:lang(ko) { font-style: normal; }
`
