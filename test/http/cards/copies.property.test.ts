import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { askedFor } from '../../../src/http/cache/answer-cache.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { randomFrom } from '../../oracle/random.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../../support/lines.ts'
import { it as withDatabase } from '../../support/it.ts'
import { listeningCache } from '../../support/listening-cache.ts'
import { enterDense, headOf, writeAnything, type Entered } from '../../support/random-writes.ts'

/** Asks for an event that no copy has. */
const neverFromACopy = { 'counterpoint-seq': '999999999' }
const writes = 20
/** The first is played on the demo record, the others on random records. */
const seeds = [1, 2, 3]

/** A process that answers from copies, and one that makes every answer for its request. */
const it = withDatabase.extend('processes', async ({ database, db }) => {
  const answerCache = await listeningCache(database.serviceUrl)
  const log = pino({ level: 'silent' })
  const publicUrl = new URL('http://counterpoint.example')
  const common = { db, log, publicUrl, isServing: () => true }
  return {
    answerCache,
    copying: createApp({ ...common, answerCache }),
    plain: createApp(common),
  }
})

describe('after any write', () => {
  it.for(seeds)(
    'an answer from a copy is what would be made now, record %i',
    { timeout: 300_000 },
    async (seed, { db, processes }) => {
      const { answerCache, copying, plain } = processes
      const random = randomFrom(seed)
      const { since, ground } = await (seed === 1 ? enterDemo(db) : enterDense(db, seed))
      const addresses = await addressesIn(db, since)
      const seen = { copies: 0, rendered: 0, writes: new Set<string>() }

      for (let count = seed * 1000; count < seed * 1000 + writes; count++) {
        for (const address of addresses) await copying.request(address)
        const write = await writeAnything(db, random, { ground, since, count })
        if (write === undefined) continue
        seen.writes.add(write)
        await expect.poll(() => answerCache.seq).toBe(await headOf(db))
        for (const address of addresses) {
          const copy = answerCache.findAsked(askedFor(address, {}))?.answer
          seen[copy ? 'copies' : 'rendered'] += 1
          if (!copy) continue
          const fresh = await plain.request(address, { headers: neverFromACopy })
          const etag = fresh.headers.get('etag')
          expect([write, address, copy.etag]).toEqual([write, address, etag])
          expect(copy.copy.plain).toBe(await fresh.text())
        }
      }
      expect(seen.writes.size).toBeGreaterThan(6)
      expect(seen.copies).toBeGreaterThan(0)
    },
  )
})

it('what would change is made again after a write that moves no status', async ({
  db,
  processes,
}) => {
  const { answerCache, copying } = processes
  // P was challenged four times, in vain. Only E takes the force from the last challenge, which the
  // sentence does not name and which G keeps open; then F does so, too.
  const challenges = [1, 2, 3, 4].flatMap((n) => [
    sourceLine(`c${n}`),
    claimLine(`C${n}`, `c${n}`, { assertedAt: `2025-12-0${n}` }),
    linkLine(`k${n}`, 'rebuts', `C${n}`, 'P'),
    onLink(`u${n}`, n === 4 ? 'E' : 'H', `k${n}`),
  ])
  const { refs } = await importLines(db, [
    ...['p', 'e', 'f', 'g', 'h'].map((ref) => sourceLine(ref)),
    ...['p', 'e', 'f', 'g', 'h'].map((ref) => claimLine(ref.toUpperCase(), ref)),
    ...challenges,
    linkLine('g-c4', 'rebuts', 'G', 'C4'),
    linkLine('e-p', 'qualifies', 'E', 'P'),
  ])
  const { P = '', E = '', F = '', k4 = '' } = refs
  const read = async () => {
    await expect.poll(() => answerCache.seq).toBe(await headOf(db))
    return (await copying.request(`/v1/claims/${P}?include=whatWouldChange`)).text()
  }
  const before = await read()

  await importLines(db, [onLink('v', F, k4)])
  const after = await read()

  expect(before).toContain(`"event":"withdrawal","claim":"${E}"`)
  expect(after).not.toContain(`"event":"withdrawal","claim":"${E}"`)
})

function onLink(ref: string, from: string, link: string) {
  return { ...linkLine(ref, 'undercuts', from, ''), to: { link } }
}

async function enterDemo(db: Db): Promise<Entered> {
  const since = new Date()
  const lines = readFileSync('db/seed/newsletter.ndjson', 'utf8').trim().split('\n')
  const { refs } = await importLines(
    db,
    lines.map((line): unknown => JSON.parse(line)),
  )
  const of = (ref: string) => refs[ref] ?? ''
  const sources = ['microsoft', 'the-information', 'newsletter', 'gil-luria'].map(of)
  return { since, ground: { sources, court: of('newsletter'), report: of('newsletter-report') } }
}

/** Everything that is cached, of some claims, links, sources and stories. */
async function addressesIn(db: Db, since: Date): Promise<string[]> {
  const some = async (table: string, max: number) => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where recorded_at >= ${since}::timestamptz
      order by id limit ${max}
    `.execute(db)
    return rows.map(({ id }) => id)
  }
  const claims = (await some('claim', 12)).flatMap((id) => [
    `/embed/claims/${id}?lang=en&since=${since.toISOString().slice(0, 10)}`,
    `/embed/claims/${id}?lang=ko&size=compact&opinions=off`,
    `/claims/${id}?lang=ko`,
    `/claims/${id}.jsonld`,
    `/v1/claims/${id}?lang=ko`,
    `/v1/claims/${id}?include=whatWouldChange`,
    `/v1/claims/${id}/counterpoints?depth=3`,
    `/v1/claims/${id}/history`,
    `/oembed?url=http://counterpoint.example/claims/${id}`,
  ])
  const links = (await some('link', 8)).map((id) => `/v1/links/${id}`)
  const sources = (await some('source', 6)).map((id) => `/v1/sources/${id}`)
  const stories = (await some('story', 2)).flatMap((id) => [
    `/v1/stories/${id}`,
    `/stories/${id}?lang=ko`,
  ])
  return [...claims, ...links, ...sources, ...stories]
}
