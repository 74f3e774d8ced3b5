/** Texts that a page must tolerate: markup, the end of a script, and a text without spaces. */
export const hostileTexts = {
  markup: '<img src=x onerror=alert(1)><b>bold</b> &amp; "quoted" \'single\' `tick`',
  'the end of a script': '</script><script>alert(1)</script><!-- </style></title>',
  'a text without a space': '가'.repeat(5000),
} as const

/** A source, a report and a claim with such a text, and a denial of the claim with the same. */
export function hostileLines(text: string, namespace: string): object[] {
  const shared = { kind: 'fact', about: ['subject'], text, lang: 'ko', assertedAt: '2025-12-03' }
  const citations = [{ report: 'report', quote: text }]
  return [
    { type: 'bundle', namespace },
    { type: 'source', ref: 'author', kind: 'outlet', name: text.slice(0, 200) },
    { type: 'source', ref: 'subject', kind: 'company', name: `Subject ${namespace}` },
    {
      type: 'report',
      ref: 'report',
      source: 'author',
      kind: 'article',
      url: 'https://example.org/a?b="><script>',
      title: text.slice(0, 300),
      lang: 'ko',
    },
    { type: 'claim', ref: 'claim', speaker: 'author', citations, ...shared },
    { type: 'claim', ref: 'denial', speaker: 'subject', ...shared },
    { type: 'link', from: 'denial', relation: 'rebuts', to: { claim: 'claim' } },
    { type: 'story', ref: 'story', title: text.slice(0, 300), claims: ['claim', 'denial'] },
  ]
}
