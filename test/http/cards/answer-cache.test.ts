import { Kysely, PostgresDialect, sql } from 'kysely'
import pino from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { cacheable, type Cacheable } from '../../../src/http/cache/cacheable.ts'
import { AnswerCache } from '../../../src/http/cache/answer-cache.ts'
import { listenToRecord } from '../../../src/store/record-changes.ts'
import { openPool, servingLimits } from '../../../src/store/database/pool.ts'
import type { DB } from '../../../src/store/database/tables.ts'
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
  const answerCache = new AnswerCache()
  const listening = Promise.withResolvers<void>()
  const changes = listenToRecord(database.serviceUrl, {
    onListening: (known) => {
      answerCache.listening(known)
      listening.resolve()
    },
    onChange: (change) => answerCache.changed(change),
    onLost: () => answerCache.lost(),
  })
  onTestFinished(() => changes.close())
  await listening.promise
  const app = createApp({
    db,
    log: pino({ level: 'silent' }),
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
    answerCache,
  })
  return { statements: () => statements, card: async (path: string) => app.request(path) }
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

  it('is a new one in every process once the claim has changed', async ({ api, process, refs }) => {
    const processes = [await process(), await process()]
    const path = `/embed/claims/${refs('D1')}?lang=en`
    for (const { card } of processes) expect(await textOf(card(path))).toContain('Disputed')

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
      await expect.poll(() => textOf(card(path)), { timeout: 5_000 }).toContain('every challenge')
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

const made = (text: string) => () => Promise.resolve(cacheable(text, { language: 'en', keys: [] }))
const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))

describe('AnswerCache', () => {
  test('serves the last card while the database is away, with its age', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.lost()

    expect(await cards.serve('a', away)).toMatchObject({ answer: { body: 'then' }, ageSeconds: 1 })
    await expect(cards.serve('b', away)).rejects.toThrow('away')
  })

  test('serves the last card while the database is silent, with its age', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ redacts: false })
    const answering = Promise.withResolvers<Cacheable>()

    const both = [cards.serve('a', () => answering.promise), cards.serve('a', made('never begun'))]
    for (const served of both)
      expect(await served).toMatchObject({ answer: { body: 'then' }, ageSeconds: 1 })
    answering.resolve(await made('now')())

    await expect.poll(() => cards.find('a')?.body).toBe('now')
  })

  test('serves no copy, however long the database says nothing, once words were removed', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ redacts: false })
    const answering = Promise.withResolvers<Cacheable>()
    const served = cards.serve('a', () => answering.promise)
    cards.changed({ redacts: true })
    const late = cards.serve('a', () => answering.promise)
    // A card that is asked for later is answered from its copy, so those would have been by then.
    await cards.serve('b', made('then'))
    cards.changed({ redacts: false })
    expect(await cards.serve('b', () => answering.promise)).toMatchObject({ ageSeconds: 1 })
    answering.reject(new Error('gone'))

    await expect(served).rejects.toThrow('gone')
    await expect(late).rejects.toThrow('gone')
  })

  test('forgets a card that turns out to be gone after its last copy was served', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ redacts: false })
    const answering = Promise.withResolvers<Cacheable>()
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
      cards.listening({ newestRedaction: 0 })
      await cards.serve('a', made('then'))
      cards.lost()
      cards.listening({ newestRedaction })

      const served = cards.serve('a', away).then(
        ({ answer }) => answer.body,
        (error: Error) => error.message,
      )
      expect(await served).toBe(expected)
    },
  )

  test('never serves a copy again once words were removed', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ redacts: true })

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })

  test('keeps no copy whose making words were removed from', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
    const making = Promise.withResolvers<void>()
    const served = cards.serve('a', async () => {
      await making.promise
      return made('then')()
    })
    cards.changed({ redacts: true })
    making.resolve()
    await served

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })

  test('trusts no card whose rendering began before a change, nor any while it does not listen', async () => {
    const cards = new AnswerCache()
    await cards.serve('a', made('untold'))
    expect(cards.find('a')).toBeUndefined()
    cards.listening({ newestRedaction: 0 })
    const making = Promise.withResolvers<void>()
    const early = cards.serve('a', async () => {
      await making.promise
      return made('before')()
    })
    cards.changed({ redacts: false })
    const late = cards.serve('a', made('after'))
    making.resolve()

    expect((await early).answer.body).toBe('before')
    expect((await late).answer.body).toBe('after')
    expect(cards.find('a')?.body).toBe('after')
  })

  test('makes one card for all who ask at once', async () => {
    const cards = new AnswerCache()
    cards.listening({ newestRedaction: 0 })
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
    cards.listening({ newestRedaction: 0 })
    await cards.serve('a', made('then'))
    cards.changed({ redacts: false })
    await expect(cards.serve('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')

    await expect(cards.serve('a', away)).rejects.toThrow('away')
  })
})
