import { expect } from 'vitest'
import { findSpelledLike } from '../../src/store/name-search.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { sourceLine } from '../support/lines.ts'
import { rowsReadOf } from '../support/rows-read.ts'

it('reads a few names of each thing, however many it has and however many are asked for', async ({
  db,
}) => {
  const sources = Array.from({ length: 50 }, (_, n) =>
    sourceLine(`s${n}`, {
      name: `Halden Steelworks ${n}`,
      aliases: Array.from({ length: 50 }, (_, nth) => `Haldn Steelwork ${n} ${nth}`),
    }),
  )
  await importLines(db, sources)
  const asked = ['Haldne Steelworks 7', 'Halden Stelworks 8', 'Halden Steelwroks 9']

  const read = await rowsReadOf(db, 'words', (tx) => findSpelledLike(tx, 'source', asked, 3))
  const found = await findSpelledLike(db, 'source', asked, 3)

  // Its name is looked up by itself.
  expect(read).toBeLessThanOrEqual(50 * 21)
  expect([...found.values()].map(([first]) => first?.name)).toEqual([
    'Halden Steelworks 7',
    'Halden Steelworks 8',
    'Halden Steelworks 9',
  ])
})
