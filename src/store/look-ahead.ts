import { sql } from 'kysely'
import type { RecordQuestions } from '../engine/record/partial-record.ts'
import type { Db } from './database/db.ts'

/** A computation that needs no more rounds than this loads nothing unnecessary. */
const patientRounds = 8
const depthMax = 4096

/** The relations that form long chains. */
const chained = ['relies_on', 'supersedes'] as const
type Chained = (typeof chained)[number]

/**
 * Adds the questions that would follow along chains of links, doubling the depth each round, so that
 * the number of rounds is logarithmic in the length of a chain.
 */
export async function lookAhead(
  db: Db,
  asked: RecordQuestions,
  round: number,
): Promise<RecordQuestions> {
  if (round < patientRounds) return asked
  const depth = Math.min(depthMax, 2 ** (round - patientRounds + 1))
  const linksOnto = [...asked.linksOnto]
  const linksFrom = [...asked.linksFrom]
  for (const relation of chained) {
    const onto = asked.linksOnto.filter((each) => each.relation === relation)
    const from = asked.linksFrom.filter((each) => each.relation === relation)
    const later = await loadChain(
      db,
      onto.map(({ target }) => target),
      { relation, depth, from: 'to_claim', to: 'from_claim' },
    )
    const earlier = await loadChain(
      db,
      from.map(({ claim }) => claim),
      { relation, depth, from: 'from_claim', to: 'to_claim' },
    )
    linksOnto.push(...later.map((target) => ({ target, relation })))
    linksFrom.push(...earlier.map((claim) => ({ claim, relation })))
  }
  return { ...asked, linksOnto, linksFrom }
}

interface Chain {
  readonly relation: Chained
  readonly depth: number
  readonly from: 'from_claim' | 'to_claim'
  readonly to: 'from_claim' | 'to_claim'
}

/** The claims that some claims reach over links of one relation, in one direction. */
async function loadChain(
  db: Db,
  claims: readonly string[],
  { relation, depth, from, to }: Chain,
): Promise<string[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, depth) as (
      select unnest(${claims}::uuid[]), 0
      union
      select ${sql.ref(`link.${to}`)}, chain.depth + 1
      from chain join link on ${sql.ref(`link.${from}`)} = chain.id
      where link.relation = ${relation} and not link.is_void and chain.depth < ${depth}
    )
    select distinct id from chain where depth > 0
  `.execute(db)
  return rows.map(({ id }) => id)
}
