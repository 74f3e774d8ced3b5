import pino from 'pino'
import { expect, onTestFinished } from 'vitest'
import { Kysely, PostgresDialect } from 'kysely'
import { createApp } from '../../../src/app.ts'
import { openPool, servingLimits } from '../../../src/store/database/pool.ts'
import type { DB } from '../../../src/store/database/tables.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine } from '../../support/lines.ts'
import { headOf } from '../../support/random-writes.ts'
import { redact } from '../../support/redact.ts'
import { listeningCache } from '../../support/listening-cache.ts'
import { it as withSeed } from '../../support/seed-api.ts'

/** A service that keeps copies and learns of changes; it counts what it asks the database. */
const it = withSeed
  .extend('copying', async ({ database, db }) => {
    let statements = 0
    const pool = openPool({
      url: database.serviceUrl,
      applicationName: 'pages',
      connectionsMax: 2,
      limits: servingLimits,
    })
    const answerCache = await listeningCache(database.serviceUrl)
    onTestFinished(() => pool.end())
    const app = createApp({
      db: new Kysely<DB>({
        dialect: new PostgresDialect({ pool }),
        log: () => void (statements += 1),
      }),
      log: pino({ level: 'silent' }),
      publicUrl: new URL('http://counterpoint.example'),
      isServing: () => true,
      answerCache,
    })
    return {
      statements: () => statements,
      page: async (path: string) => app.request(path, { headers: { accept: 'text/html' } }),
      told: async () => {
        await expect.poll(() => answerCache.seq).toBe(await headOf(db))
      },
    }
  })
  .extend('paths', ({ refs }) => [
    '/?lang=en',
    '/sources/microsoft?lang=en',
    `/reports/${refs('newsletter-report')}?lang=en`,
    `/links/${refs('a')}?lang=en`,
    '/events/80?lang=en',
  ])

it('pages with lists are answered from their copies, the same to the byte', async ({
  copying: { page, statements },
  paths,
}) => {
  const first = await Promise.all(paths.map(async (path) => read(await page(path))))
  const asked = statements()

  const again = await Promise.all(paths.map(async (path) => read(await page(path))))

  expect(asked).toBeGreaterThan(0)
  expect(statements()).toBe(asked)
  expect(again).toEqual(first)
  for (const { keys } of first) expect(keys).toMatch(/^record\b/)
})

it('pages in each language have copies of their own, with or without it in their address', async ({
  copying: { page },
}) => {
  const texts = ['?lang=en', '?lang=ko', ''].map(async (query) =>
    (await page(`/sources/microsoft${query}`)).text(),
  )

  expect(new Set(await Promise.all(texts)).size).toBe(3)
})

it('what joins a list is on the page with the next request', async ({
  copying: { page, told },
  db,
  refs,
  paths,
}) => {
  for (const path of paths) await page(path)

  const { refs: added } = await importLines(db, [
    claimLine('a', refs('microsoft'), {
      about: [refs('the-information')],
      citations: [{ report: refs('newsletter-report'), quote: 'Words that joined' }],
    }),
    { ...linkLine('l', 'undercuts', 'a', ''), to: { link: refs('a') } },
  ])
  await told()

  for (const path of paths.filter((each) => /sources|links/.test(each)))
    expect([path, (await (await page(path)).text()).includes(added['a'] ?? '?')]).toEqual([
      path,
      true,
    ])
  const report = await (await page(`/reports/${refs('newsletter-report')}?lang=en`)).text()
  expect(report).toContain('33 claims')
})

it('words that are removed are on no page', async ({
  copying: { page, told },
  db,
  refs,
  paths,
}) => {
  const words = 'AI monetisation is slower than thought'
  const shown = [...paths, `/sources/investors?lang=en`]
  const before = await Promise.all(shown.map(async (path) => (await page(path)).text()))

  await redact(db, 'claim', refs('V'))
  await told()

  expect(before.some((text) => textOf(text).includes(words))).toBe(true)
  for (const path of shown) expect(await (await page(path)).text()).not.toContain(words)
})

async function read(response: Response) {
  const { status, headers } = response
  expect(status).toBe(200)
  return {
    text: await response.text(),
    etag: headers.get('etag'),
    keys: headers.get('surrogate-key'),
  }
}
