import { expect } from 'vitest'
import type { PastAccount, PastCite } from '../../src/domain/account.ts'
import type { Status } from '../../src/domain/status.ts'
import { loadClaimRows } from '../../src/store/claim-rows.ts'
import { readableAccount } from '../../src/store/readable-account.ts'
import { loadStatusWords } from '../../src/store/status-words.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { notedLines } from '../support/noted-lines.ts'

const record = 'R(Info→MS) T(Info→MS+Unit) D(MS→MS) E(Unit→MS) B(Bloom→MS)'

/** What version 1 stored of a claim that cites another, and what is said of it. */
const past: readonly (readonly [
  what: string,
  of: string,
  status: Status,
  cite: (cited: string) => PastCite,
  cited: string,
  text: string,
])[] = [
  [
    'a denial',
    'R',
    'denied',
    (claim) => ({ as: 'attack', claim, relation: 'rebuts', isSubject: true, answer: null }),
    'D',
    'MS, whom this is about, denied it: “D” (3 December 2025); no withdrawal by Info is on record.',
  ],
  [
    'a denial by one of several',
    'T',
    'denied',
    (claim) => ({ as: 'attack', claim, relation: 'rebuts', isSubject: true, answer: null }),
    'E',
    'Unit, whom this is about, denied it: “E” (4 December 2025); no withdrawal by Info is on record.',
  ],
  [
    'a denial on the side of one of several, nobody knows of which',
    'T',
    'denied',
    (claim) => ({ as: 'attack', claim, relation: 'rebuts', isSubject: true, answer: null }),
    'B',
    'Bloom contradicted it: “B” (5 December 2025); no withdrawal by Info is on record.',
  ],
  [
    'a contradiction, conceded',
    'R',
    'answered',
    (claim) => ({
      as: 'attack',
      claim,
      relation: 'rebuts',
      isSubject: false,
      answer: { kind: 'conceded', concession: claim },
    }),
    'B',
    'Bloom contradicted this (“B”, 5 December 2025) and gave that up by a concession on 5 December 2025.',
  ],
  [
    'an admission',
    'R',
    'admitted',
    (claim) => ({ as: 'admission', claim }),
    'D',
    'MS, whom this is about, confirmed this on 3 December 2025: “D”.',
  ],
  [
    'a correction',
    'R',
    'corrected',
    (claim) => ({ as: 'replacement', claim, relation: 'supersedes' }),
    'T',
    'Info replaced this on 2 December 2025 with “T”.',
  ],
  [
    'a concession',
    'D',
    'corrected',
    (claim) => ({ as: 'replacement', claim, relation: 'concedes' }),
    'E',
    'Unit conceded on 4 December 2025 what this opposed: “E”.',
  ],
  [
    'a basis',
    'R',
    'disputed',
    (claim) => ({ as: 'basis', claim }),
    'B',
    'It relies on what Bloom asserted (“B”, 5 December 2025), which is itself disputed.',
  ],
]

it.for(past)('reads %s as version 1 of the rules stored it', async (told, { db }) => {
  const [what, of, status, cite, cited, text] = told
  const { refs } = await importLines(db, notedLines(record, '', `past ${what}`))
  const [claim = '', other = ''] = [refs[of], refs[cited]]
  const account: PastAccount = { cites: [cite(other)], voices: null }
  const rows = await loadClaimRows(db, [claim], 'en')

  const then = rows.map((row) => ({ ...row, status, cites: [other], account }))

  expect((await loadStatusWords(db, then, 'en')).get(claim)?.text).toBe(text)
})

it('reads an account that version 2 stored before sentences told of rewordings', async ({ db }) => {
  const { refs } = await importLines(db, notedLines(record, '1: D rebuts R', 'past fields'))
  const [claim = ''] = [refs['R']]
  const rows = await loadClaimRows(db, [claim], 'en')
  const said = (await loadStatusWords(db, rows, 'en')).get(claim)?.text

  const then = rows.map((row) => {
    const stored = readableAccount(row)
    if (stored === null) throw new Error('It is denied, so it has an account.')
    const { firsts: _, retracted: __, ...account } = stored
    return { ...row, account }
  })

  expect(said).toContain('denied it')
  expect((await loadStatusWords(db, then, 'en')).get(claim)?.text).toBe(said)
})
