/** Small disputes as bundles: the same few sources, and what they said. */

const sources = {
  paper: source('outlet', 'Daily Post', '데일리 포스트'),
  other: source('outlet', 'Evening News', '이브닝 뉴스'),
  firm: source('company', 'Halden', '할덴'),
  nord: source('company', 'Nord', '노르드'),
  ost: source('company', 'Ost', '오스트'),
  group: source('company', 'Halden Group', '할덴그룹'),
  sister: source('company', 'Halden Rail', '할덴철도'),
  berg: source('person', 'F. Berg', 'F. 베르그'),
  lund: source('person', 'V. Lund', 'V. 룬드'),
  ames: source('person', 'Dr Ames', '에임스 박사'),
  journal: source('outlet', 'Journal of Alloys', '합금 학회지'),
  blog: source('group', 'Unsigned Blog', '익명 블로그'),
  leak: source('group', 'Leaked Minutes', '유출된 회의록'),
  archive: source('outlet', 'City Archive', '시 기록보관소'),
  check: source('fact_checker', 'Check Desk', '체크데스크'),
  court: source('body', 'District Court', '지방법원'),
  appeal: source('body', 'Court of Appeal', '항소법원'),
} as const

export type Who = keyof typeof sources

type Line = Readonly<Record<string, unknown>>

function source(kind: string, name: string, ko: string): Line {
  return { type: 'source', kind, name, names: [{ lang: 'ko', name: ko }] }
}

/** The sources of a dispute, some of them with affiliations; and the report that all quote. */
export function cast(...names: readonly (Who | readonly [Who, ...Affiliation[]])[]): Line[] {
  const lines = names.map((each) => {
    const [ref, ...affiliations] = typeof each === 'string' ? [each] : each
    return { ...sources[ref], ref, ...(affiliations.length > 0 && { affiliations }) }
  })
  const [first] = lines
  const url = 'https://reports.example/report'
  const report = {
    type: 'report',
    ref: 'report',
    kind: 'article',
    url,
    title: 'Report',
    lang: 'en',
  }
  return [...lines, { ...report, source: first?.ref }]
}

type Affiliation = Readonly<{ relation: string; source: Who; from?: string; to?: string }>

export function says(
  ref: string,
  speaker: Who | null,
  text: string,
  assertedAt: string,
  { about = ['firm'], kind = 'fact' }: { about?: readonly Who[]; kind?: string } = {},
): Line {
  const attribution = speaker === null ? { attribution: 'unnamed_source' } : {}
  const citations = [{ report: 'report', quote: text, ...attribution }]
  return { type: 'claim', ref, kind, speaker, about, text, lang: 'en', assertedAt, citations }
}

/** A link, such as `link('D rebuts R')`. */
export function link(words: string, more: Line = {}): Line {
  const [from = '', relation = '', to = ''] = words.split(' ')
  const cited = relation === 'concedes' ? { citations: [{ report: 'report', quote: words }] } : {}
  return { type: 'link', ref: words, relation, from, to: { claim: to }, ...cited, ...more }
}

export function withdraws(claim: string, at: string): Line {
  const citations = [{ report: 'report', quote: 'We take this back' }]
  return { type: 'withdrawal', claim, at, reason: 'Taken back', citations }
}
