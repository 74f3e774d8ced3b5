import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { rewriteTables, type Patience } from '../../src/store/erasing.ts'
import { migrate } from '../../src/store/database/migrate.ts'
import { openDb, openPool, owningLimits, servingLimits } from '../../src/store/database/pool.ts'
import { snapshot } from '../../src/store/database/transaction.ts'
import { aFolder } from '../support/embedded.ts'
import { inCluster } from '../support/embedded-server.ts'
import { importLines } from '../support/import.ts'
import { claimLine, header, linkLine, reportLine, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'

const mark = 'zqmark'
const number = '918273645'
const hasty: Patience = { lockMs: 200, attemptsMax: 1, pauseMs: 0 }
const quiet = { onTable: () => {} }

test('the files of tables contain redacted words until they are rewritten', async () => {
  const { dataDir, admin, owner, db } = await anEmbedded()
  const { refs } = await importLines(db, markedLines())
  await admin.query('analyze')
  const reader = await snapshot(db)
  // It is of that state from its first statement on, and locks no more than what it reads.
  await reader.selectFrom('record_head').select('seq').execute()
  const nouns = ['story', 'link', 'claim', 'report', 'source'] as const
  for (const noun of nouns) await redact(db, noun, refs[`${mark}-${noun}`] ?? '')
  const { rows } = await admin.query('select from words where body ~ $1', [mark])
  expect(rows).toEqual([])

  await admin.query('checkpoint')
  expect(filesWith(dataDir, mark).length).toBeGreaterThan(0)
  expect(filesWith(dataDir, number).length).toBeGreaterThan(0)

  // An older snapshot still sees the words, so they cannot be removed yet.
  const kept = await rewriteTables(owner, quiet, hasty)
  expect(kept).toContainEqual({ table: 'public.words', reason: 'still seen' })
  await reader.rollback().execute()
  const holder = await owner.connect()
  await holder.query('begin; lock table words in access share mode')
  expect(await rewriteTables(owner, quiet, hasty)).toEqual([
    { table: 'public.words', reason: 'locked' },
  ])
  await holder.query('rollback')
  holder.release()

  const told: string[] = []
  expect(await rewriteTables(owner, { onTable: (table) => told.push(table) })).toEqual([])
  await admin.query('checkpoint')

  expect(told).toContain('public.words')
  expect(filesWith(dataDir, mark)).toEqual([])
  expect(filesWith(dataDir, number)).toEqual([])
})

/** Every kind of object, with its mark in every text, its names and its numbers. */
function markedLines(): object[] {
  const words = `The ${mark} says so`
  return [
    header('erase'),
    sourceLine('other'),
    sourceLine(`${mark}-source`, {
      slug: mark,
      name: words,
      names: [{ lang: 'ko', name: `${mark} 회사` }],
      aliases: [`${mark} inc`],
      url: `https://${mark}.example/`,
    }),
    reportLine(`${mark}-report`, 'other', {
      title: words,
      url: `https://news.example/${mark}`,
      archiveUrl: `https://archive.example/${mark}`,
    }),
    claimLine('plain', 'other'),
    claimLine(`${mark}-claim`, `${mark}-source`, {
      kind: 'figure',
      text: words,
      texts: [{ lang: 'ko', text: `${mark} 말`, by: 'human' }],
      figure: { metric: mark, form: 'level', low: `${number}.5`, unit: mark },
      citations: [{ report: `${mark}-report`, quote: words, prefix: mark, suffix: mark }],
    }),
    linkLine(`${mark}-link`, 'qualifies', `${mark}-claim`, 'plain', { note: words }),
    { type: 'story', ref: `${mark}-story`, slug: `${mark}-story`, title: words, claims: ['plain'] },
  ]
}

async function anEmbedded() {
  const dataDir = aFolder()
  const embedded = await startEmbedded({ dataDir, isDurable: false })
  onTestFinished(async () => void (await embedded.stop()))
  const common = { applicationName: 'erase', connectionsMax: 4 }
  const owner = openPool({ ...common, url: embedded.ownerUrl, limits: owningLimits })
  onTestFinished(() => owner.end())
  await migrate(openDb(owner))
  const service = openPool({ ...common, url: embedded.serviceUrl, limits: servingLimits })
  onTestFinished(() => service.end())
  const { pathname } = new URL(embedded.serviceUrl)
  const adminUrl = new URL(embedded.adminUrl)
  adminUrl.pathname = pathname
  const admin = new Client(adminUrl.href)
  await admin.connect()
  onTestFinished(() => admin.end())
  return { dataDir, admin, owner, db: openDb(service) }
}

/** The files of tables and indexes in which a text stands. */
function filesWith(dataDir: string, text: string): string[] {
  return ['base', 'global'].flatMap((folder) =>
    readdirSync(inCluster(dataDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((file) => readFileSync(file).includes(text)),
  )
}
