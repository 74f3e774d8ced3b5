import { describe, expect } from 'vitest'
import { displayLanguages } from '../../src/domain/display-language.ts'
import { loadClaimRows } from '../../src/store/claim-rows.ts'
import type { Db } from '../../src/store/database/db.ts'
import { loadStatusWords } from '../../src/store/status-words.ts'
import { answersElsewhere } from '../sentences/answers-elsewhere.ts'
import { disputes } from '../sentences/disputes.ts'
import { toldBeside } from '../sentences/told-beside.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'

describe('a dispute reads as it stands:', () => {
  it.for([
    ...Object.entries(disputes),
    ...Object.entries(answersElsewhere),
    ...Object.entries(toldBeside),
  ])('%s', async ([, { lines, told }], { db }) => {
    if (told === null) {
      await refusalOf(db, lines)
      return
    }
    const { refs } = await importLines(db, lines)

    expect(await toldOf(db, lines, refs)).toMatchObject(told)
  })
})

/** Status, cites and sentences of every claim, by its ref. */
async function toldOf(
  db: Db,
  lines: readonly object[],
  refs: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const claims = lines.flatMap((line) =>
    'type' in line && line.type === 'claim' && 'ref' in line ? [String(line.ref)] : [],
  )
  const names = new Map(claims.map((ref) => [refs[ref], ref]))
  const sentences = await Promise.all(
    displayLanguages.map(async (lang) => {
      const rows = await loadClaimRows(db, [...names.keys()].map(String), lang)
      const words = await loadStatusWords(db, rows, lang)
      return new Map(rows.map((row) => [row.id, { row, text: words.get(row.id)?.text }]))
    }),
  )
  return Object.fromEntries(
    claims.map((ref) => {
      const said = sentences.map((each) => each.get(refs[ref] ?? ''))
      const row = said[0]?.row
      const cites = row?.cites.map((id) => names.get(id)) ?? []
      const standing = [row?.status, ...(cites.length > 0 ? [`[${cites.join(', ')}]`] : [])]
      return [ref, [standing.join(' '), ...said.map((each) => each?.text)]]
    }),
  )
}
