import type { EventKind } from '../../../domain/event.ts'
import type { Status } from '../../../domain/status.ts'
import type { SealedDraft } from '../../../store/events.ts'

/** A claim that was on record before the write; null while it is voided or merged away. */
export interface Move {
  readonly claim: string
  readonly from: Status | null
  readonly to: Status | null
}

/** What takes a second person whatever it moves. */
export interface Act {
  readonly object: string
  /** What it does, in the words after "This would". */
  readonly reason: string
  /** Not even to one's own entry: whoever is a body outranks everyone. */
  readonly isNeverExempt?: boolean
}

/** An act and the event by which it is done. */
export type WeightyAct = Act & { readonly seq: number }

/** What of a write is held against the consequence rule. */
export interface Weighed {
  /** Claims whose status differs, whether or not it matters here. */
  readonly moves: readonly Move[]
  readonly acts: readonly WeightyAct[]
  /** What was on record before and is ended, voided, amended or merged. */
  readonly changed: readonly string[]
}

/** Leaves out what the write itself enters: that was nobody's before. */
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
  // It ends the answers that the speaker gave, as the end of a link does.
  if (conceded) return [{ object: conceded, reason: `concede claim ${conceded}`, seq }]
  return []
}

function targetOf({ to }: SealedDraft['facts']): string | undefined {
  return typeof to === 'object' && to !== null && 'claim' in to && typeof to.claim === 'string'
    ? to.claim
    : undefined
}

/** What is ended, voided or merged, and the ways back. */
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

function endedAct({ kind, object, facts, seq }: SealedDraft): WeightyAct[] {
  const words = endings[kind]
  if (words === undefined) return []
  const act = (of: string) => ({ object: of, reason: `${words} ${of}`, seq })
  // A merge changes both.
  return [act(object), ...(typeof facts['into'] === 'string' ? [act(facts['into'])] : [])]
}
