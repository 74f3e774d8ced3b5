import type { EventKind } from '../../domain/event.ts'
import type { Change } from '../../engine/record/record.ts'
import type { SealedDraft } from '../../store/events.ts'

/**
 * What an event of each kind may change for readers, apart from what is reported as changed and
 * what is relabelled: the object itself; nothing, because nobody can have read it before; or more
 * than is worth tracing for something so rare.
 */
const reaches: Readonly<Record<EventKind, 'object' | 'nothing' | 'everything'>> = {
  'source.added': 'nothing',
  'source.amended': 'object',
  'source.voided': 'object',
  'source.merged': 'everything',
  'source.redacted': 'everything',
  'report.added': 'nothing',
  'report.amended': 'object',
  'report.voided': 'object',
  'report.merged': 'everything',
  'report.redacted': 'everything',
  'claim.added': 'nothing',
  'claim.amended': 'object',
  'claim.withdrawn': 'object',
  'claim.voided': 'object',
  'claim.merged': 'everything',
  'claim.redacted': 'everything',
  'withdrawal.voided': 'object',
  'merge.voided': 'everything',
  'citation.added': 'object',
  'citation.voided': 'object',
  'citation.redacted': 'everything',
  'link.added': 'object',
  'link.amended': 'object',
  'link.ended': 'object',
  'link.voided': 'object',
  'link.redacted': 'everything',
  'end.voided': 'object',
  'story.added': 'nothing',
  'story.amended': 'object',
  'story.voided': 'object',
  'story.redacted': 'everything',
  'rules.adopted': 'everything',
}

/** Above this number, naming everything that moved costs more than it saves. */
const namedMax = 300

/**
 * The ids of everything whose cached copies a write makes stale, without what only shows it; undefined
 * if that may be anything.
 *
 * @param relabelled claims, links and nodes that changed with the labels
 */
export function movedBy(
  drafts: readonly Pick<SealedDraft, 'kind' | 'object'>[],
  changes: readonly Change[],
  relabelled: readonly string[],
): readonly string[] | undefined {
  if (drafts.some(({ kind }) => reaches[kind] === 'everything')) return undefined
  const moved = new Set([
    ...drafts.flatMap(({ kind, object }) => (reaches[kind] === 'object' ? [object] : [])),
    ...changes.map(idOf),
    ...relabelled,
  ])
  return moved.size <= namedMax ? [...moved] : undefined
}

function idOf(change: Change): string {
  if ('claim' in change) return change.claim
  return 'link' in change ? change.link : change.source
}
