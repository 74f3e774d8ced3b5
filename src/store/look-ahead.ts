import { sql } from 'kysely'
import type { RecordQuestions } from '../engine/partial-record.ts'
import type { Db } from './database/db.ts'

/** A computation that needs no more rounds than this loads nothing unnecessary. */
const patientRounds = 8
const depthMax = 4096

/**
 * Adds the questions that would follow along chains of reliance, doubling the depth each round, so
 * that the number of rounds is logarithmic in the length of a chain.
 */
export async function lookAhead(
  db: Db,
  asked: RecordQuestions,
  round: number,
): Promise<RecordQuestions> {
  if (round < patientRounds) return asked
  const depth = Math.min(depthMax, 2 ** (round - patientRounds + 1))
  const onto = asked.linksOnto.flatMap(({ target, relation }) =>
    relation === 'relies_on' ? [target] : [],
  )
  const from = asked.linksFrom.flatMap(({ claim, relation }) =>
    relation === 'relies_on' ? [claim] : [],
  )
  const relying = await loadChain(db, onto, depth, { from: 'to_claim', to: 'from_claim' })
  const bases = await loadChain(db, from, depth, { from: 'from_claim', to: 'to_claim' })
  return {
    ...asked,
    linksOnto: [
      ...asked.linksOnto,
      ...relying.map((target) => ({ target, relation: 'relies_on' as const })),
    ],
    linksFrom: [
      ...asked.linksFrom,
      ...bases.map((claim) => ({ claim, relation: 'relies_on' as const })),
    ],
  }
}

/** The claims that some claims reach over `relies_on` links, in one direction. */
async function loadChain(
  db: Db,
  claims: readonly string[],
  depth: number,
  ends: { from: 'from_claim' | 'to_claim'; to: 'from_claim' | 'to_claim' },
): Promise<string[]> {
  if (claims.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive chain (id, depth) as (
      select unnest(${claims}::uuid[]), 0
      union
      select ${sql.ref(`link.${ends.to}`)}, chain.depth + 1
      from chain join link on ${sql.ref(`link.${ends.from}`)} = chain.id
      where link.relation = 'relies_on' and not link.is_void and chain.depth < ${depth}
    )
    select distinct id from chain where depth > 0
  `.execute(db)
  return rows.map(({ id }) => id)
}
