import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainLink, PlainRecord } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { mayBeMade } from './history-claims.ts'
import { dates } from './history-dates.ts'
import { namableSources } from './history-sources.ts'

type ClaimEdit = Extract<Edit, { claim: unknown; object: string }>

/**
 * The same amendment of both claims that a link joins, if each may be amended: often neither is right
 * without the other. Empty if there is no such link.
 */
export function randomPair(
  random: Random,
  record: PlainRecord,
  mayAmend: (claim: string) => boolean,
): readonly ClaimEdit[] {
  const pairs = record.links.flatMap((link) => pairOf(record, link, mayAmend))
  if (pairs.length === 0) return []
  const { relation, ends } = random.pick(pairs)
  const what = relation === 'supersedes' ? random.pick(['speaker', 'date'] as const) : 'kind'
  const speaker = random.pick(namableSources(record)).id
  const at = random.pick(dates)
  const kind = ends.some((claim) => claim.kind === 'opinion') ? 'fact' : 'opinion'
  const given = { speaker: { speaker }, date: { at }, kind: { kind } } as const
  const edits = ends.map((claim): ClaimEdit => {
    return { do: what, object: claim.id, claim: { ...claim, ...given[what] } }
  })
  return edits.filter((edit) => mayBeMade(record, edit))
}

function pairOf(
  { claims }: PlainRecord,
  { relation, from, to, ended, voided }: PlainLink,
  mayAmend: (claim: string) => boolean,
): { relation: PlainLink['relation']; ends: readonly PlainClaim[] }[] {
  if (ended || voided || !('claim' in to)) return []
  if (!['rebuts', 'restates', 'supersedes'].includes(relation)) return []
  const ends = claims.filter(
    ({ id, kind, voided: isVoided }) =>
      (id === from || id === to.claim) && !isVoided && kind !== 'figure' && mayAmend(id),
  )
  return ends.length === 2 ? [{ relation, ends }] : []
}
