import type { Change } from '../../../engine/record/record.ts'
import type { SealedDraft } from '../../../store/events.ts'
import type { MovedQuotes } from '../../../store/quoted.ts'

/** What of a write may change how much of a report is quoted; undefined if nothing does. */
export function movedQuotes(
  drafts: readonly Pick<SealedDraft, 'kind' | 'object' | 'facts'>[],
  changes: readonly Change[],
): MovedQuotes | undefined {
  const reports = new Set<string>()
  const quoted = new Set<string>()
  const unmeasured = new Set<string>()
  const merges = new Set<string>()
  const cited = new Set<string>()
  let isUndone = false
  for (const { kind, object, facts } of drafts) {
    if (kind === 'citation.added') add(quoted, facts['report'])
    else if (kind === 'report.added') ('length' in facts ? reports : unmeasured).add(object)
    else if (kind.startsWith('report.')) {
      add(reports, object)
      add(reports, facts['into'])
    } else if (kind.startsWith('citation.')) cited.add(object)
    else if (kind === 'merge.voided') {
      add(reports, object)
      add(merges, facts['merge'])
    }
    if (kind.endsWith('.voided') || kind.endsWith('.merged')) isUndone = true
  }
  for (const report of quoted.difference(unmeasured)) reports.add(report)
  // A void spreads to links, and a merge moves citations.
  if (isUndone)
    for (const change of changes) {
      if ('claim' in change) cited.add(change.claim)
      else if ('link' in change) cited.add(change.link)
    }
  if (reports.size + merges.size + cited.size === 0) return undefined
  return { reports: [...reports], merges: [...merges], cited: [...cited] }
}

function add(ids: Set<string>, id: unknown): void {
  if (typeof id === 'string') ids.add(id)
}
