import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pino from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { cacheable } from '../../../src/http/cache/cacheable.ts'
import { AnswerCache } from '../../../src/http/cache/answer-cache.ts'
import type { Rendered } from '../../../src/http/contract/cached-answers.ts'
import { openPool, servingLimits } from '../../../src/store/database/pool.ts'
import type { DB } from '../../../src/store/database/tables.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine } from '../../support/lines.ts'
import { headOf } from '../../support/random-writes.ts'
import { listeningCache } from '../../support/listening-cache.ts'
import { it as withSeed } from '../../support/seed-api.ts'

/** The service as another process has it; it counts what it asks the database. */
const it = withSeed.extend('process', ({ database }) => async () => {
  let statements = 0
  const pool = openPool({
    url: database.serviceUrl,
    applicationName: 'another process',
    connectionsMax: 2,
    limits: servingLimits,
  })
  onTestFinished(() => pool.end())
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: () => void (statements += 1),
  })
  const answerCache = await listeningCache(database.serviceUrl)
  const app = createApp({
    db,
    log: pino({ level: 'silent' }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
    answerCache,
  })
  const seq = () => answerCache.seq
  return { statements: () => statements, seq, card: async (path: string) => app.request(path) }
})

const textOf = async (response: Response | Promise<Response>) => (await response).text()

describe('a card that was asked for before', () => {
  it('is answered without asking the database, the same to the byte', async ({ process, refs }) => {
    const { statements, card } = await process()
    const path = `/embed/claims/${refs('R1')}`
    const first = await card(path)
    const asked = statements()
    const again = await card(`${path}?utm_source=feed`)

    expect(again.status).toBe(200)
    expect(asked).toBeGreaterThan(0)
    expect(statements()).toBe(asked)
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(await textOf(again)).toBe(await textOf(first))
  })

  it('has a height at every width without asking the database', async ({ process, refs }) => {
    const { statements, card } = await process()
    const url = encodeURIComponent(`http://counterpoint.example/claims/${refs('R1')}?lang=en`)
    await card(`/embed/claims/${refs('R1')}?lang=en`)
    const asked = statements()

    const heights: number[] = []
    for (const width of [280, 360, 600]) {
      const answer = await card(`/oembed?url=${url}&maxwidth=${width}`)
      heights.push(JSON.parse(await answer.text()).height)
    }

    expect(heights).toEqual(heights.toSorted((a, b) => b - a))
    expect(new Set(heights).size).toBe(3)
    expect(statements()).toBe(asked)
  })

  it('is a new one in every process once the claim has changed', async ({ api, process, refs }) => {
    const processes = [await process(), await process()]
    const path = `/embed/claims/${refs('D1')}?lang=en`
    for (const { card } of processes) expect(await textOf(card(path))).toContain('Accounts differ')

    const { status } = await api(`/v1/claims/${refs('R1')}/withdraw`, {
      body: {
        at: '2025-12-06',
        reason: 'Taken back',
        citation: { report: refs('newsletter-report'), quote: 'Taken back' },
      },
      headers: { 'if-match': '"1"' },
    })

    expect(status).toBe(200)
    for (const { card } of processes)
      await expect
        .poll(() => textOf(card(path)), { timeout: 5_000 })
        .toContain('The challenge no longer stands')
  })

  it('is still answered from its copy after writes elsewhere, even by its own speaker', async ({
    db,
    process,
    refs,
  }) => {
    const { statements, card, seq } = await process()
    const paths = ['R1', 'D1'].flatMap((ref) => [
      `/embed/claims/${refs(ref)}`,
      `/claims/${refs(ref)}`,
      `/v1/claims/${refs(ref)}`,
    ])
    for (const path of paths) await card(path)
    const asked = statements()

    await importLines(db, [
      claimLine('a', refs('the-information'), { about: [refs('microsoft')] }),
      claimLine('b', refs('microsoft'), { about: [refs('microsoft')] }),
      linkLine('l', 'rebuts', 'b', 'a'),
    ])

    await expect.poll(seq).toBe(await headOf(db))
    for (const path of paths) expect((await card(path)).status).toBe(200)
    expect(statements()).toBe(asked)
  })

  it.for(['4158', 'redacted 4158', '{"seq":"4158"}', ''])(
    'is rendered again when another version reports changes as %j',
    async (payload, { db, process, refs }) => {
      const { statements, card } = await process()
      const path = `/embed/claims/${refs('D1')}?lang=ko`
      await textOf(card(path))
      const asked = statements()

      await sql`select pg_notify('record', ${payload})`.execute(db)

      await expect
        .poll(async () => {
          await textOf(card(path))
          return statements()
        })
        .toBeGreaterThan(asked)
    },
  )
})

const made =
  (text: string, ...ids: string[]) =>
  (): Promise<Rendered> =>
    Promise.resolve({ answer: cacheable(text, { language: 'en', keys: [] }), ids: new Set(ids) })
const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))

describe('AnswerCache', () => {
  test('serves the last card while the database is away, with its age', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.lost()

    expect(await cards.serve('a', away)).toMatchObject({
      answer: { copy: { plain: 'then' } },
      ageSeconds: 1,
    })
    await expect(cards.serve('b', away)).rejects.toThrow('away')
  })

  test('serves the last card while the database is silent, with its age', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ seq: 1, redacts: false })
    const answering = Promise.withResolvers<Rendered>()

    const both = [cards.serve('a', () => answering.promise), cards.serve('a', made('never begun'))]
    for (const served of both)
      expect(await served).toMatchObject({ answer: { copy: { plain: 'then' } }, ageSeconds: 1 })
    answering.resolve(await made('now')())

    await expect.poll(() => cards.find('a')?.copy.plain).toBe('now')
  })

  test('serves no copy, however long the database says nothing, once words were removed', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ seq: 1, redacts: false })
    const answering = Promise.withResolvers<Rendered>()
    const served = cards.serve('a', () => answering.promise)
    cards.changed({ seq: 1, redacts: true })
    const late = cards.serve('a', () => answering.promise)
    // A card that is asked for later is answered from its copy, so those would have been by then.
    await cards.serve('b', made('then'))
    cards.changed({ seq: 1, redacts: false })
    expect(await cards.serve('b', () => answering.promise)).toMatchObject({ ageSeconds: 1 })
    answering.reject(new Error('gone'))

    await expect(served).rejects.toThrow('gone')
    await expect(late).rejects.toThrow('gone')
  })

  test('forgets a card that turns out to be gone after its last copy was served', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ seq: 1, redacts: false })
    const answering = Promise.withResolvers<Rendered>()
    expect(await cards.serve('a', () => answering.promise)).toMatchObject({ ageSeconds: 1 })
    answering.reject(new Error('gone'))
    await expect(answering.promise).rejects.toThrow('gone')

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })

  test.each([
    [0, 'then'],
    [7, 'away'],
  ])(
    'keeps its cards when it listens again, unless words were removed meanwhile: %i',
    async (newestRedaction, expected) => {
      const cards = new AnswerCache()
      cards.listening({ seq: 0, newestRedaction: 0 })
      await cards.serve('a', made('then'))
      cards.lost()
      cards.listening({ seq: 0, newestRedaction })

      const served = cards.serve('a', away).then(
        ({ answer }) => answer.copy.plain,
        (error: Error) => error.message,
      )
      expect(await served).toBe(expected)
    },
  )

  test('never serves a copy again once words were removed', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ seq: 1, redacts: true })

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })

  test('keeps no copy whose making words were removed from', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    const making = Promise.withResolvers<void>()
    const served = cards.serve('a', async () => {
      await making.promise
      return made('then')()
    })
    cards.changed({ seq: 1, redacts: true })
    making.resolve()
    await served

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })

  test('trusts no card whose rendering began before a change, nor any while it does not listen', async () => {
    const cards = new AnswerCache()
    await cards.serve('a', made('untold'))
    expect(cards.find('a')).toBeUndefined()
    cards.listening({ seq: 0, newestRedaction: 0 })
    const making = Promise.withResolvers<void>()
    const early = cards.serve('a', async () => {
      await making.promise
      return made('before')()
    })
    cards.changed({ seq: 1, redacts: false })
    const late = cards.serve('a', made('after'))
    making.resolve()

    expect((await early).answer.copy.plain).toBe('before')
    expect((await late).answer.copy.plain).toBe('after')
    expect(cards.find('a')?.copy.plain).toBe('after')
  })

  test('keeps an answer while other things move, until something moves that was read for it', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('one', 'x', 'y'))
    await cards.serve('b', made('other', 'z'))

    cards.changed({ seq: 1, redacts: false, moved: ['y', 'w'] })
    expect(['a', 'b'].map((key) => cards.find(key)?.copy.plain)).toEqual([undefined, 'other'])
    cards.changed({ seq: 2, redacts: false, moved: null })
    expect(cards.find('b')).toBeUndefined()
  })

  test('trusts no answer if anything moved that it turns out to have read', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    const making = Promise.withResolvers<void>()
    const [early, other] = [['x'], ['y']].map((ids) =>
      cards.serve(ids.join(), async () => {
        await making.promise
        return made('then', ...ids)()
      }),
    )
    cards.changed({ seq: 1, redacts: false, moved: ['x'] })
    making.resolve()
    await Promise.all([early, other])

    expect([cards.find('x')?.copy.plain, cards.find('y')?.copy.plain]).toEqual([undefined, 'then'])
  })

  test('trusts no answer between a commit of its own process and the news of it', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 7, newestRedaction: 0 })
    await cards.serve('a', made('then', 'x'))
    cards.committed(9)
    expect([cards.find('a'), cards.seq]).toEqual([undefined, undefined])
    cards.changed({ seq: 8, redacts: false, moved: [] })
    expect(cards.find('a')).toBeUndefined()
    cards.changed({ seq: 9, redacts: false, moved: ['y'] })

    expect([cards.find('a')?.copy.plain, cards.seq]).toEqual(['then', 9])
  })

  test('serves no stale answer between a commit of its own process and the news of it', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 7, newestRedaction: 0 })
    await cards.serve('a', made('then', 'x'))
    cards.committed(8)

    await expect(cards.serve('a', away)).rejects.toThrow('away')
    // The database is slow: a reader rather waits than sees words that were removed.
    const slow = Promise.withResolvers<Rendered>()
    const served = cards.serve('a', () => slow.promise)
    await sleep(300)
    slow.resolve(await made('now', 'x')())
    expect((await served).answer.copy.plain).toBe('now')
  })

  test('never serves a stale answer where none is wanted', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serveCurrent('a', made('then', 'x'))
    cards.changed({ seq: 1, redacts: false, moved: ['x'] })

    await expect(cards.serveCurrent('a', away)).rejects.toThrow('away')
  })

  test('makes one card for all who ask at once', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    let count = 0
    const make = () => {
      count += 1
      return made('once')()
    }
    await Promise.all(Array.from({ length: 50 }, () => cards.serve('a', make)))

    expect(count).toBe(1)
  })

  test('forgets a card that is there no more', async () => {
    const cards = new AnswerCache()
    cards.listening({ seq: 0, newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ seq: 1, redacts: false })
    await expect(cards.serve('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })
})
