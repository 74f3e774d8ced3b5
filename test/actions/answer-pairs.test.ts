import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { z } from 'zod'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { it as bare } from '../support/it.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'

/** A claim, the answer of the party that it is about, and what an editor records of it. */
const pair = z.object({
  n: z.int(),
  lang: z.string(),
  why: z.string(),
  claim: z.string(),
  points: z.record(z.string(), z.string()).default({}),
  answer: z.string(),
  relation: z.string(),
  response: z.string(),
  meets: z.array(z.string()).default([]),
  aspect: z.string().nullable().default(null),
  fit: z.string(),
  /** The ids of points; whether the whole is open, if it has none. */
  leftOpen: z.union([z.array(z.string()), z.boolean()]),
})
const pairs = readFileSync('test/support/answer-pairs.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => pair.parse(JSON.parse(line)))

const it = bare.extend('refs', { scope: 'file' }, async ({ db }) => {
  const { refs } = await importLines(db, [
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('party'),
    ...pairs.flatMap(({ n, lang, relation, response, meets, aspect, ...said }) => {
      const points = Object.entries(said.points).map(([id, text]) => ({ id, text }))
      const about = ['party']
      return [
        claimLine(`R${n}`, 'paper', { text: said.claim, lang, about, points }),
        claimLine(`D${n}`, 'party', { text: said.answer, lang, about }),
        linkLine(`l${n}`, relation, `D${n}`, `R${n}`, { response, meets, aspect }),
      ]
    }),
  ])
  return refs
})

it.for(pairs)('$n: $why', async ({ n, points, fit, leftOpen }, { db, refs }) => {
  const { rows } = await sql<{ fit: string; open: string[] | null }>`
    select fit, left_open as open from link, claim
    where link.id = ${refs[`l${n}`]}::uuid and claim.id = ${refs[`R${n}`]}::uuid
  `.execute(db)
  const [stored] = rows
  const open = stored?.open ?? Object.keys(points)

  expect(stored?.fit).toBe(fit)
  expect(open).toEqual(Array.isArray(leftOpen) ? leftOpen : [])
  const isWhole = Array.isArray(leftOpen)
    ? leftOpen.length > 0 && leftOpen.length === Object.keys(points).length
    : leftOpen
  expect(stored?.open === null).toBe(isWhole)
})

it('there are sixty, and what is stored of them is right', async ({ db, refs }) => {
  expect([pairs.length, Object.keys(refs).length]).toEqual([60, 182])
  await expectRightRecord(db)
})
