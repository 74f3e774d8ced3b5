import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { canonicalJson } from '../../src/formats/event.ts'
import type { Db } from '../../src/store/database/db.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, header, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'
import { answerTo } from '../support/refusal.ts'

const low = '918273.5'
const high = '918274'
const figure = { metric: 'sales', form: 'level', low, high, unit: 'USD' }

interface Told {
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly factsVersion?: number
  readonly facts: { readonly figure?: object }
  readonly texts: object
}

describe('the event of a figure', () => {
  it('has no number of it, but their hashes', async ({ api, db }) => {
    const { claim } = await aFigure(db, 'new')

    const [event] = await eventsOf(db, api, claim)
    expect(event).toMatchObject({ factsVersion: 2, texts: { '/figure/low': /^[0-9a-f]{64}$/ } })
    expect(event?.facts.figure).toEqual({
      form: 'level',
      lowExclusive: false,
      highExclusive: false,
    })
    expect(await bodiesWith(db, low)).toEqual([])
    expect(await read(api, `/v1/claims/${claim}`)).toMatchObject({ figure })
  })

  it('stays to the byte when the figure is redacted, and the numbers go', async ({ api, db }) => {
    const { claim } = await aFigure(db, 'gone')
    const before = await eventsOf(db, api, claim)

    await redact(db, 'claim', claim)

    expect((await eventsOf(db, api, claim))[0]).toEqual(before[0])
    expect(await boundsOf(db, claim)).toEqual([{}, {}])
  })
})

describe('an event of version 1', () => {
  it('leaves the hash of its bytes when its object is redacted, and no number', async ({
    api,
    db,
    ownerDb,
  }) => {
    const { claim, speaker } = await aFigure(db, 'old')
    const old = await asVersion1(ownerDb, claim)
    const path = `/v1/claims/${claim}`
    expect(await read(api, path)).toMatchObject({ figure })
    expect((await eventsOf(db, api, claim))[0]).toMatchObject({ facts: { figure: { low, high } } })
    await api(path, amendment({ text: 'Amended' }, 1))
    const { seq, at } = JSON.parse(old)

    await redact(db, 'claim', claim, { version: 2 })

    const [first, second] = await eventsOf(db, api, claim)
    expect(first).toEqual({
      seq,
      at,
      kind: 'claim.added',
      ids: [claim, speaker],
      bodySha256: createHash('sha256').update(old).digest('hex'),
      withheld: true,
    })
    expect(second).toMatchObject({ kind: 'claim.amended', factsVersion: 2 })
    expect(await bodiesWith(db, low)).toEqual([])
    expect(await boundsOf(db, claim)).toEqual([{}, {}, {}])
    const { body } = await db
      .selectFrom('event')
      .select('body')
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    expect(body).toBe(canonicalJson(JSON.parse(body)))
  })

  it('of anything else stays, for every caller', async ({ api, db, ownerDb }) => {
    const { claim, speaker } = await aFigure(db, 'kept')
    const old = await asVersion1(ownerDb, claim)

    await redact(db, 'source', speaker)

    expect((await eventsOf(db, api, claim))[0]).toEqual(JSON.parse(old))
    for (const body of ["'{}'", 'withheld_body(event)'])
      expect(
        await answerTo(
          ownerDb,
          sql`update event set body = ${sql.raw(body)} where object = ${claim}::uuid`,
        ),
      ).toBe('event is append-only: UPDATE refused')
  })
})

async function aFigure(db: Db, name: string) {
  const { refs } = await importLines(db, [
    header(name),
    sourceLine('firm', { name: `Firm ${name}` }),
    claimLine('count', 'firm', { kind: 'figure', figure, about: ['firm'] }),
  ])
  return { claim: refs['count'] ?? '', speaker: refs['firm'] ?? '' }
}

async function eventsOf(db: Db, api: Api, object: string): Promise<Told[]> {
  const rows = await db
    .selectFrom('event')
    .select('seq')
    .where('object', '=', object)
    .orderBy('seq')
    .execute()
  return Promise.all(
    rows.map(async ({ seq }) => {
      const page = await read<{ items: Told[] }>(api, `/v1/events?after=${seq - 1}&limit=1`)
      const [event] = page.items
      if (!event) throw new Error(`There is no event ${seq}.`)
      return event
    }),
  )
}

/** Rewrites the entry of a figure in the format before numbers were words. */
async function asVersion1(ownerDb: Db, claim: string): Promise<string> {
  const { seq, body } = await ownerDb
    .selectFrom('event')
    .select(['seq', 'body'])
    .where('object', '=', claim)
    .executeTakeFirstOrThrow()
  const { factsVersion: _, texts, facts, ...rest } = JSON.parse(body)
  const { '/figure/low': __, '/figure/high': ___, ...others } = texts
  const told = { ...facts, figure: { ...facts.figure, low, high } }
  const old = canonicalJson({ ...rest, facts: told, texts: others })
  await ownerDb.transaction().execute(async (tx) => {
    await sql`alter table event disable trigger user`.execute(tx)
    await sql`alter table words disable trigger user`.execute(tx)
    await sql`update event set body = ${old} where seq = ${seq}`.execute(tx)
    await sql`delete from words where seq = ${seq} and field in ('/figure/low', '/figure/high')`.execute(
      tx,
    )
    await sql`alter table event enable trigger user`.execute(tx)
    await sql`alter table words enable trigger user`.execute(tx)
  })
  return old
}

async function bodiesWith(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select body from event where strpos(body, ${text}) > 0
  `.execute(db)
  return rows.map(({ body }) => body)
}

/** The bounds that are stored with a claim, now and of earlier versions. */
async function boundsOf(db: Db, claim: string): Promise<object[]> {
  const { rows } = await sql<{ bounds: object }>`
    select figure - 'form' - 'lowExclusive' - 'highExclusive' as bounds
    from (
      select figure from claim where id = ${claim}::uuid
      union all
      select figure from claim_was where id = ${claim}::uuid
    ) as versions
  `.execute(db)
  return rows.map(({ bounds }) => bounds)
}
