import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { wordsAmong } from '../../src/domain/search/overlap.ts'
import { findClaimsLike } from '../../src/store/alike.ts'
import { importLines } from '../support/import.ts'
import { it as withDatabase } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'

const comparedMax = 20

/** `it` with many more claims than are compared, all in nearly the same words. */
const it = withDatabase.extend('refs', { scope: 'file' }, async ({ db, ownerDb }) => {
  const claims = Array.from({ length: 100 }, (_, number) =>
    claimLine(`c${number}`, 'paper', {
      text: `The sales targets of the division were lowered by quite ${wordOf(number)} percent.`,
    }),
  )
  const { refs } = await importLines(db, [sourceLine('paper'), ...claims])
  await sql`analyze claim_search`.execute(ownerDb)
  return refs
})

describe('claims like a text', () => {
  it('are found by what is rare in it, however many share the rest', async ({ db, refs }) => {
    const text = `The sales targets of the division were lowered by quite ${wordOf(97)} percent.`

    const [first] = await findClaimsLike(db, text, { compared: comparedMax })

    expect(first?.claim).toBe(refs['c97'])
  })

  it('are found when nothing in it is rare', async ({ db, refs }) => {
    const found = await findClaimsLike(db, 'The sales targets of the division')

    expect(found.length).toBeGreaterThan(0)
    for (const { claim, sentence, shared } of found) {
      expect(Object.values(refs)).toContain(claim)
      expect(wordsAmong(sentence.text, shared)).toEqual([
        'The',
        'sales',
        'targets',
        'of',
        'the',
        'division',
      ])
    }
  })
})

/** Letters alone: `c97` is `wjh`. */
function wordOf(number: number): string {
  return `w${[...String(number)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`
}
