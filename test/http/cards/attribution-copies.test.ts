import pino from 'pino'
import { describe, expect } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { listeningCache } from '../../support/listening-cache.ts'
import { it as withDatabase } from '../../support/it.ts'
import {
  claimLine,
  endLine,
  linkLine,
  reportLine,
  sourceLine,
  voidLine,
  withdrawalLine,
} from '../../support/lines.ts'

/** A process that answers from copies, and one that makes every answer for its request. */
const it = withDatabase.extend('processes', async ({ database, db }) => {
  const answerCache = await listeningCache(database.serviceUrl)
  const log = pino({ level: 'silent' })
  const publicUrl = new URL('http://counterpoint.example')
  const common = { db, log, publicUrl, isServing: () => true }
  return { copying: createApp({ ...common, answerCache }), plain: createApp(common) }
})

const citation = (report: string, attribution: string) => ({
  report,
  attribution,
  quote: `Quote of ${report}`,
})

const plant = [
  ...['paper', 'rival', 'daily', 'agency'].map((ref) =>
    sourceLine(ref, { kind: 'outlet', name: `The ${ref}` }),
  ),
  reportLine('paper-1', 'paper', { publishedAt: '2025-12-03' }),
  reportLine('rival-1', 'rival', { publishedAt: '2025-12-05' }),
  reportLine('daily-1', 'daily', { publishedAt: '2025-12-04' }),
  claimLine('R', 'paper', { citations: [citation('paper-1', 'firsthand')] }),
  claimLine('B', 'rival', {
    assertedAt: '2025-12-05',
    citations: [citation('rival-1', 'named_source')],
  }),
  claimLine('C', 'daily', { assertedAt: '2025-12-06' }),
  claimLine('X', 'agency', { assertedAt: '2025-11' }),
  claimLine('Y', 'agency', { assertedAt: '2025-11' }),
]

type Refs = Readonly<Record<string, string>>

/** Writes one after the other; each may change what the page of R says of its attribution. */
const writes: readonly (readonly [string, (refs: Refs) => readonly object[]])[] = [
  ['a restatement', ({ B = '', R = '' }) => [linkLine('b', 'restates', B, R)]],
  ['a further one', ({ B = '', C = '' }) => [linkLine('c', 'restates', C, B)]],
  ['a basis', ({ R = '', X = '' }) => [linkLine('rx', 'relies_on', R, X)]],
  ['a shared basis', ({ B = '', X = '' }) => [linkLine('bx', 'relies_on', B, X)]],
  ['the loss of a basis', ({ bx = '' }) => [endLine(bx)]],
  ['another shared basis', ({ C = '', X = '' }) => [linkLine('cx', 'relies_on', C, X)]],
  ['a basis elsewhere', ({ X = '', Y = '' }) => [linkLine('xy', 'relies_on', X, Y)]],
  [
    'a relay of another one',
    ({ C = '', agency = '', 'daily-1': daily = '' }) => [
      claimLine('E', agency, { assertedAt: '2025-12-07', citations: [citation(daily, 'relay')] }),
      linkLine('e', 'restates', 'E', C),
    ],
  ],
  ['a withdrawal', ({ C = '' }) => [withdrawalLine(C)]],
  ['the loss of a restatement', ({ c = '' }) => [endLine(c)]],
  ['an entry error', ({ B = '' }) => [voidLine({ claim: B })]],
]

describe('what a page says of where a claim was said', () => {
  it('is never older than the record', async ({ db, processes: { copying, plain } }) => {
    const { refs } = await importLines(db, plant)
    const known = new Map(Object.entries(refs))
    const path = `/claims/${refs['R']}?lang=en`
    const lineOf = async (app: typeof plain) => {
      const text = textOf(
        await (await app.request(path, { headers: { accept: 'text/html' } })).text(),
      )
      return /(?:Earliest on record|No original).*?on record(?:; \d+ [a-z ]+)*/.exec(text)?.[0]
    }
    const lines = [await lineOf(copying)]
    for (const [what, linesOf] of writes) {
      const written = await importLines(db, linesOf(Object.fromEntries(known)))
      for (const [ref, id] of Object.entries(written.refs)) known.set(ref, id)
      const now = await lineOf(plain)
      await expect
        .poll(() => lineOf(copying), { message: `after ${what}`, timeout: 2000 })
        .toBe(now)
      lines.push(now)
    }

    expect(lines[0]).toBe(
      'Earliest on record: The paper, 3 December 2025; 1 independent original on record',
    )
    expect(new Set(lines).size).toBeGreaterThan(4)
  })
})
