import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'

describe('?asOf=', () => {
  it.for(Array.from({ length: 6 }, (_, index) => index + 1))(
    'gives exactly what was answered then, history %i',
    async (seed, { api, db }) => {
      const record = randomRecord(seed, { sources: 4, claims: 7, links: 14 })
      const then: { seq: number; said: Map<string, string> }[] = []
      const refs = new Map<string, string>()
      for (const lines of toBundleSteps(record, seed, `as-of-${seed}`)) {
        const done = await importLines(db, lines)
        for (const [ref, id] of Object.entries(done.refs)) refs.set(ref, id)
        if (done.events)
          then.push({ seq: done.events.last, said: await saidOf(api, await claimsOf(db, refs)) })
      }

      expect(then.length).toBeGreaterThan(1)
      for (const { seq, said } of then) expect(await saidOf(api, said.keys(), seq)).toEqual(said)
      await expectHistory(db, api, await claimsOf(db, refs))
    },
  )
})

/** What is answered of claims, as bytes: of each the claim, its counterpoints and its surroundings. */
async function saidOf(
  api: Api,
  claims: Iterable<string>,
  asOf?: number,
): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  for (const id of claims) {
    const path = `/v1/claims/${id}`
    const answers = []
    for (const address of [
      `${path}?lang=ko`,
      `${path}/counterpoints?depth=2&lang=en`,
      `${path}/graph?depth=2&lang=en`,
    ]) {
      const body = await read<{ asOf?: { seq: number } }>(
        api,
        asOf === undefined ? address : `${address}&asOf=${asOf}`,
      )
      if (body.asOf?.seq !== asOf) throw new Error(`${address} is as of ${body.asOf?.seq}`)
      delete body.asOf
      answers.push(JSON.stringify(body))
    }
    said.set(id, answers.join('\n'))
  }
  return said
}

async function claimsOf(db: Db, refs: ReadonlyMap<string, string>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from claim where id = any(${[...refs.values()]}::uuid[]) order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** What is answered of a past day is what the history of statuses says of it. */
async function expectHistory(db: Db, api: Api, claims: readonly string[]): Promise<void> {
  const { rows } = await sql<{ claim: string; seq: number; status: string; cites: string[] }>`
    select claim_id as claim, seq, label, status, cites from status_history
    where claim_id = any(${claims}::uuid[])
  `.execute(db)
  for (const { claim, seq, cites, ...stated } of rows) {
    const { explanation, ...then } = await read<{ explanation: { cites: string[] } | null }>(
      api,
      `/v1/claims/${claim}?asOf=${seq}`,
    )
    expect(then).toMatchObject(stated)
    expect(explanation?.cites ?? []).toEqual(cites)
  }
}
