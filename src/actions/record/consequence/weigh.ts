import type { EventKind } from '../../../domain/event.ts'
import type { Status } from '../../../domain/status.ts'
import type { SealedDraft } from '../../../store/events.ts'

/** A claim that was on record before the write. Its status is null while it is voided or merged. */
export interface Move {
  readonly claim: string
  readonly from: Status | null
  readonly to: Status | null
}

/** An act that takes a second person, whether or not it moves a status. */
export interface Act {
  readonly object: string
  /** What it does, in the words after "This would". */
  readonly reason: string
  /** Takes a second person even for one's own entries, because a body's word outranks all others. */
  readonly isNeverExempt?: boolean
}

/** An act and the event by which it is done. */
export type WeightyAct = Act & { readonly seq: number }

/** The parts of a write that the consequence rule looks at. */
export interface Weighed {
  /** Claims whose status differs, whether or not it matters here. */
  readonly moves: readonly Move[]
  readonly acts: readonly WeightyAct[]
  /** Objects that were on record before the write, and that it ends, voids, amends or merges. */
  readonly changed: readonly string[]
}

/** Selects what the rule looks at, without the objects that the write itself enters. */
export function weigh(
  statusChanges: readonly Move[],
  { drafts, acts }: { drafts: readonly SealedDraft[]; acts: readonly WeightyAct[] },
): Weighed {
  const [entered, rest] = [drafts.filter(isEntry), drafts.filter((draft) => !isEntry(draft))]
  const fresh = new Set(entered.map(({ object }) => object))
  const changes = rest.filter(({ object }) => !fresh.has(object))
  return {
    moves: statusChanges.filter(({ claim }) => !fresh.has(claim)),
    acts: [...acts, ...entered.flatMap(enteredAct), ...changes.flatMap(endedAct)],
    changed: changes.map(({ object }) => object),
  }
}

function isEntry({ kind }: SealedDraft): boolean {
  return kind.endsWith('.added')
}

function enteredAct({ kind, object, facts, seq }: SealedDraft): WeightyAct[] {
  if (kind === 'claim.added' && facts['kind'] === 'ruling')
    return [{ object, reason: `enter the ruling ${object}`, isNeverExempt: true, seq }]
  if (kind === 'source.added' && facts['kind'] === 'body')
    return [{ object, reason: `make source ${object} a body`, isNeverExempt: true, seq }]
  const conceded = kind === 'link.added' && facts['relation'] === 'concedes' && targetOf(facts)
  // A concession ends the answers that its speaker gave, just as ending a link does.
  if (conceded) return [{ object: conceded, reason: `concede claim ${conceded}`, seq }]
  return []
}

function targetOf({ to }: SealedDraft['facts']): string | undefined {
  return typeof to === 'object' && to !== null && 'claim' in to && typeof to.claim === 'string'
    ? to.claim
    : undefined
}

/** Events that end, void or merge an object, or undo this, in the words after "This would". */
const endings: Partial<Record<EventKind, string>> = {
  'source.voided': 'void source',
  'source.merged': 'merge another source with source',
  'report.voided': 'void report',
  'report.merged': 'merge another report with report',
  'claim.withdrawn': 'withdraw claim',
  'claim.voided': 'void claim',
  'claim.merged': 'merge another claim with claim',
  'withdrawal.voided': 'undo the withdrawal of claim',
  'merge.voided': 'undo the merge of',
  'citation.voided': 'void citation',
  'link.ended': 'end link',
  'link.voided': 'void link',
  'end.voided': 'undo the end of link',
  'story.voided': 'void story',
}

/** What ending, voiding or merging an object, or undoing that, does to it. */
export function endedAct({
  kind,
  object,
  facts,
  seq,
}: Pick<SealedDraft, 'kind' | 'object' | 'facts' | 'seq'>): WeightyAct[] {
  const words = endings[kind]
  if (words === undefined) return []
  const act = (of: string) => ({ object: of, reason: `${words} ${of}`, seq })
  // A merge changes both entries.
  return [act(object), ...(typeof facts['into'] === 'string' ? [act(facts['into'])] : [])]
}
