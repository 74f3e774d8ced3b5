import { aspects } from '../../src/domain/kinds.ts'
import { bundleClaim } from './bundle-claim.ts'
import { bundleReport, bundleSource, reportOf } from './bundle-source.ts'
import { endingsOf, type Ending } from './endings.ts'
import type { PlainLink, PlainRecord } from './record.ts'
import { dayAfter } from './world-dates.ts'
import type { BundleLine } from './bundle-line.ts'

/**
 * A record as one bundle in dependency order: its objects, each with its id as `ref`, then the
 * endings. The namespace is also used for names and addresses, so that several records fit into one
 * database.
 */
export function toBundle(record: PlainRecord, namespace = 'random'): BundleLine[] {
  return [
    bundleHeader(namespace),
    ...bundleObjects(record, namespace),
    ...record.links.map((link, index) => cited(record, bundleLink(link, index))),
    ...endingsOf(record).map((ending) => bundleEnding(record, ending)),
  ]
}

export function toNdjson(lines: readonly BundleLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Refs are remembered per namespace, so later bundles can refer to earlier ones. */
export function bundleHeader(namespace: string): BundleLine {
  return { type: 'bundle', namespace, duplicates: 'new' }
}

/** Sources, a report by each, and claims. */
export function bundleObjects(record: PlainRecord, namespace: string): BundleLine[] {
  const sources = record.sources.map((source, index) =>
    bundleSource(record, source, index, namespace),
  )
  return [
    // Affiliations lead to later sources, so the last one comes first.
    ...sources.toReversed(),
    ...record.sources.map((source, index) => bundleReport(record, source, index, namespace)),
    ...record.claims.map((claim, index) => bundleClaim(claim, index, record.sources[0]?.id ?? '')),
  ]
}

export function bundleLink(
  { id, relation, from, to, change }: PlainLink,
  index: number,
): BundleLine {
  const aspect = aspects[index % (aspects.length * 2)]
  return {
    type: 'link',
    ref: id,
    relation,
    from,
    to,
    ...(change && { change }),
    ...(aspect !== undefined && { aspect }),
    ...(relation === 'qualifies' && { arguendo: index % 2 === 0 }),
  }
}

/** A concession with a citation, which it needs: of a report by its speaker. */
export function cited({ claims, sources }: PlainRecord, line: BundleLine): BundleLine {
  if (line.type !== 'link' || line.relation !== 'concedes') return line
  const speaker = claims.find(({ id }) => id === line.from)?.speaker ?? sources[0]?.id ?? ''
  return { ...line, citations: [{ report: reportOf(speaker), quote: '그 점은 인정한다' }] }
}

export function bundleEnding({ claims, links }: PlainRecord, ending: Ending): BundleLine {
  if (ending.type === 'void') return { ...ending, reason: 'Entered by mistake.' }
  const ended = 'link' in ending ? links.find(({ id }) => id === ending.link) : undefined
  const claim = 'claim' in ending ? ending.claim : ended?.from
  const at = claims.find(({ id }) => id === claim)?.at ?? null
  const over = { ...ending, at: dayAfter(at), reason: '더는 주장하지 않는다고 밝혔다.' }
  const index = claims.findIndex(({ id }) => id === claim)
  const speaker = claims[index]?.speaker
  if (typeof speaker === 'string' && index % 3 > 0)
    return { ...over, citation: { report: reportOf(speaker), quote: `취소 ${index + 1}` } }
  return ending.type === 'withdrawal' ? { ...over, uncited: true } : over
}
