import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { groupOf, type Status } from '../domain/status.ts'
import type { Db } from '../store/db.ts'
import type { SealedDraft } from '../store/events.ts'
import { findOwn } from '../store/own-objects.ts'

/**
 * The consequence rule (docs/consequence-rule.md): nobody changes another side's standing alone and
 * unseen. A key belongs to no side, so every claim is of another side.
 */

/** A claim that was on record before the write; null while it is voided or merged away. */
export interface Move {
  readonly claim: string
  readonly from: Status | null
  readonly to: Status | null
}

/** What takes a second person whatever it moves. */
export type Act =
  | { readonly what: 'ruling' | 'words'; readonly claim: string }
  | { readonly what: 'body' | 'domain'; readonly source: string }
  | { readonly what: 'response'; readonly link: string }
  | { readonly what: 'merge'; readonly object: string }

/** An act and the event by which it is done. */
export type WeightyAct = Act & { readonly seq: number }

export interface Weighed {
  /** Claims whose status differs, whether or not it matters here. */
  readonly moves: readonly Move[]
  readonly acts: readonly WeightyAct[]
  /** What was on record before and is ended, voided, amended or merged. */
  readonly changed: readonly string[]
}

/** What of a write is held against the rule. What it enters itself was nobody's before. */
export function weigh(
  statusChanges: readonly Move[],
  { drafts, acts }: { drafts: readonly SealedDraft[]; acts: readonly WeightyAct[] },
): Weighed {
  const [entered, rest] = [drafts.filter(isEntry), drafts.filter((draft) => !isEntry(draft))]
  const fresh = new Set(entered.map(({ object }) => object))
  return {
    moves: statusChanges.filter(({ claim }) => !fresh.has(claim)),
    acts: [...acts, ...entered.flatMap(enteredAct), ...rest.flatMap(mergeAct)],
    changed: rest.map(({ object }) => object).filter((object) => !fresh.has(object)),
  }
}

function isEntry({ kind }: SealedDraft): boolean {
  return kind.endsWith('.added')
}

function enteredAct({ kind, object, facts, seq }: SealedDraft): WeightyAct[] {
  if (kind === 'claim.added' && facts['kind'] === 'ruling')
    return [{ what: 'ruling', claim: object, seq }]
  if (kind === 'source.added' && facts['kind'] === 'body')
    return [{ what: 'body', source: object, seq }]
  return []
}

/** Whose every claim gets another speaker, or its own one back. (Claims that are merged move.) */
function mergeAct({ kind, object, seq }: SealedDraft): WeightyAct[] {
  const [noun, verb] = kind.split('.')
  const isMerge = noun === 'merge' || (noun === 'source' && verb === 'merged')
  return isMerge ? [{ what: 'merge', object, seq }] : []
}

/** Moves that take a second person. `isAdding`: the write takes nothing away, and changes nothing. */
const weightyMoves: readonly ((move: Move, isAdding: boolean) => boolean)[] = [
  ({ from, to }) => doesNotStand(from) !== doesNotStand(to),
  ({ from, to }) => isOver(from) !== isOver(to) || (isOver(to) && from !== to),
  ({ from, to }) => isRuledFor(from) !== isRuledFor(to),
  ({ from, to }) => to === 'admitted' && from !== to,
  // An answer that is added may open again what was admitted; to take the admission away is another matter.
  ({ from, to }, isAdding) => from === 'admitted' && from !== to && !isAdding,
]

function doesNotStand(status: Status | null): boolean {
  return status !== null && groupOf[status] === 'does_not_stand'
}

/** Withdrawn, corrected, voided or merged away. */
function isOver(status: Status | null): boolean {
  return status === null || groupOf[status] === 'closed'
}

function isRuledFor(status: Status | null): boolean {
  return status === 'ruled_for'
}

/** What is never done alone, not even to one's own entry: whoever is a body outranks everyone. */
const neverOwn: ReadonlySet<Act['what']> = new Set(['ruling', 'body'])

/** Of which events the public is told that somebody did alone what takes two: all of the write, or some. */
export type Exempt = 'all' | ReadonlySet<number>

/**
 * Holds a write against the rule.
 *
 * @returns which of its events an exempt actor made alone
 * @throws {DomainError} `conflict`, naming what takes a second person
 */
export async function requireSecondPerson(
  tx: Db,
  actor: Actor,
  { moves, acts, changed }: Weighed,
): Promise<Exempt> {
  const isAdding = changed.length === 0
  const heavy = moves.filter((move) => weightyMoves.some((isWeighty) => isWeighty(move, isAdding)))
  if (heavy.length + acts.length === 0) return new Set()
  if (actor.role === 'admin' || actor.role === 'system')
    return heavy.length > 0 ? 'all' : new Set(acts.map(({ seq }) => seq))

  const touched = [...moves.map(({ claim }) => claim), ...acts.map(objectOf), ...changed]
  const own = await findOwn(tx, actor, touched)
  const isOwnAffair = touched.every((id) => own.has(id))
  if (isOwnAffair && !acts.some(({ what }) => neverOwn.has(what))) return new Set()

  const refused = heavy.filter(({ claim }) => !own.has(claim))
  const reasons = [...(refused.length > 0 ? refused : heavy).map(inWords), ...acts.map(inWords)]
  throw new DomainError(
    'conflict',
    secondPerson(reasons[0] ?? ''),
    reasons.slice(0, reasonsMax).map((reason) => {
      return { pointer: '', code: 'second-person', message: `It would ${reason}.` }
    }),
  )
}

const reasonsMax = 20

/** The words in which something that takes a second person is refused. */
export function secondPerson(reason: string): string {
  return `This would ${reason}, which takes a second person: an administrator, or two persons once there is a review.`
}

function objectOf(act: Act): string {
  if ('claim' in act) return act.claim
  if ('object' in act) return act.object
  return 'source' in act ? act.source : act.link
}

function inWords(weighty: Move | Act): string {
  if ('from' in weighty) {
    const { claim, from, to } = weighty
    return `move claim ${claim} from ${from ?? 'nothing'} to ${to ?? 'nothing (voided or merged away)'}`
  }
  switch (weighty.what) {
    case 'ruling':
      return `enter or change the ruling ${weighty.claim}`
    case 'words':
      return `change what claim ${weighty.claim} says, which somebody has answered`
    case 'body':
      return `make source ${weighty.source} a body`
    case 'domain':
      return `change the home domain of source ${weighty.source}`
    case 'merge':
      return `merge ${weighty.object} with another entry, or part them again`
    case 'response':
      return `change how the answer by link ${weighty.link} is meant`
  }
  return weighty satisfies never
}
