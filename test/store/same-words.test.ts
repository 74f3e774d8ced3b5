import { expect } from 'vitest'
import { listClaimsBy } from '../../src/store/duplicates.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, sourceLine } from '../support/lines.ts'
import { rowsReadOf } from '../support/rows-read.ts'

it('reads what each speaker said, however many others said the same', async ({ db }) => {
  const asked = Array.from({ length: 60 }, (_, n) => sourceLine(`asked${n}`))
  const said = Array.from({ length: 400 }, (_, n) =>
    claimLine(`c${n}`, 'other', { text: 'No comment' }),
  )
  const own = claimLine('own', 'asked0', { text: 'No comment' })
  const { refs } = await importLines(db, [sourceLine('other'), ...asked, ...said, own])
  const statements = asked.map((_, n) => ({
    key: { words: 'no comment', day: 'any' },
    speaker: refs[`asked${n}`] ?? '',
  }))

  const read = await rowsReadOf(db, 'claim_search', (tx) => listClaimsBy(tx, statements))

  expect(read).toBeLessThan(60)
  expect(await listClaimsBy(db, statements)).toMatchObject([{ id: refs['own'] }])
})
