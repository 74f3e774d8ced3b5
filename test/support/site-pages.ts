/**
 * The pages of the site, by name. R1, D1 and F1 are claims of the seed story, j is a link onto a link.
 */
export const sitePages: readonly (readonly [string, string])[] = [
  ['home', '/'],
  ['the list of claims', '/claims'],
  ['a search', '/claims?q=AI&status=unchallenged,disputed&limit=3'],
  ['a search without results', '/claims?q=zzzz'],
  ['a contested claim', '/claims/R1'],
  ['an answer', '/claims/D1'],
  ['a figure', '/claims/F1'],
  ['a past claim', '/claims/R1?asOf=124'],
  ['a story', '/stories/ms-ai-sales-targets'],
  ['a source', '/sources/microsoft'],
  ['a report', '/reports/newsletter-report'],
  ['a link onto a link', '/links/j'],
  ['an event', '/events/80'],
  ['the rules', '/rules'],
  ['what this is', '/about'],
  ['the data', '/data'],
  ['the problems', '/problems'],
  ['a problem', '/problems/gone'],
  ['the form for a draft', '/check'],
  ['the terms', '/terms'],
  ['the builder', '/embed'],
  ['what is not there', '/nothing'],
  ['a bad query', '/claims?status=false'],
  ['a bad moment', '/claims/R1?asOf=yesterday'],
]

/** The address of a page in a language. */
export function addressOf(path: string, refs: (name: string) => string, lang: string): string {
  const [asked = '', query = ''] = path
    .replace(/\/(R1|D1|F1|S4|S5|j|newsletter-report)(?=\?|$)/, (_, ref: string) => `/${refs(ref)}`)
    .split('?')
  const search = new URLSearchParams(query)
  search.set(asked === '/embed' ? 'page' : 'lang', lang)
  return `${asked}?${search.toString()}`
}
