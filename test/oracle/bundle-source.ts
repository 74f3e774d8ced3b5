import type { ReportKind, SourceKind } from '../../src/domain/kinds.ts'
import type { BundleLine } from './bundle-line.ts'
import type { PlainAffiliation, PlainRecord, PlainSource } from './record.ts'
import { worldDate } from './world-dates.ts'

const speakerKinds = ['company', 'outlet', 'analyst', 'person', 'fact_checker', 'group'] as const

const reportKindOf: Record<SourceKind, ReportKind> = {
  outlet: 'article',
  company: 'statement',
  analyst: 'note',
  person: 'post',
  body: 'ruling',
  fact_checker: 'article',
  group: 'newsletter',
}

/** A source's line; the speaker of a ruling is a `body`. */
export function bundleSource(
  record: PlainRecord,
  { id, affiliations }: PlainSource,
  index: number,
  namespace: string,
): BundleLine {
  const kind = kindOf(record, id, index)
  return {
    type: 'source',
    ref: id,
    kind,
    name: `${namespace} ${kind.replace('_', ' ')} ${index + 1}`,
    names: [{ lang: 'ko', name: `${namespace} 출처 ${index + 1}` }],
    ...(index % 2 === 0 && { aliases: [`${namespace}-${index + 1}`] }),
    ...(affiliations.length > 0 && { affiliations: affiliations.map(bundleAffiliation) }),
  }
}

/** An affiliation in the line of its source. */
export function bundleAffiliation({ relation, to, from, until }: PlainAffiliation) {
  return {
    relation,
    source: to,
    ...(from !== undefined && { from: worldDate(from) }),
    ...(until !== undefined && { to: worldDate(until) }),
  }
}

/** The report in which a source makes its claims. */
export function bundleReport(
  record: PlainRecord,
  { id }: PlainSource,
  index: number,
  namespace: string,
): BundleLine {
  return {
    type: 'report',
    ref: reportOf(id),
    source: id,
    kind: reportKindOf[kindOf(record, id, index)],
    url: index % 3 === 2 ? null : `https://${namespace}.example/reports/${index + 1}`,
    title: index % 2 === 0 ? `${index + 1}번 보도자료` : `Report ${index + 1}`,
    lang: index % 2 === 0 ? 'ko' : 'en',
    ...(index % 2 === 0 && { publishedAt: '2025-12', length: 1_000_000 }),
  }
}

export function reportOf(source: string): string {
  return `report-${source}`
}

function kindOf({ claims }: PlainRecord, source: string, index: number): SourceKind {
  const isBody = claims.some(({ kind, speaker }) => kind === 'ruling' && speaker === source)
  return isBody ? 'body' : (speakerKinds[index % speakerKinds.length] ?? 'outlet')
}
