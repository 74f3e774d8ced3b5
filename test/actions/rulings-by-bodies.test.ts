import { describe, expect } from 'vitest'
import { amendObject } from '../../src/actions/amend-object.ts'
import { system } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, quiet, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type IdOf = (ref: string) => string
type Send = (db: Db, id: IdOf) => Promise<unknown>

const header = { type: 'bundle', duplicates: 'new' }
const evidence = { citations: [{ report: 'report', quote: 'It is so ordered.' }] }
const record = [
  sourceLine('firm'),
  sourceLine('court', { kind: 'body' }),
  sourceLine('high court', { kind: 'body' }),
  reportLine('report', 'court'),
  claimLine('saying', 'firm', evidence),
  claimLine('ruling', 'court', { kind: 'ruling', ...evidence }),
]

/** What makes a claim read as a ruling of the firm while the firm is read as a court. */
const ways: Readonly<Record<string, Send>> = {
  'is entered': (db, id) =>
    importLines(db, [
      claimLine('new', id('firm'), {
        kind: 'ruling',
        citations: [{ report: id('report'), quote: 'It is so ordered.' }],
      }),
    ]),
  'is made of its claim': (db, id) => amend(db, 'claim', id('saying'), { kind: 'ruling' }),
}

/** How the firm comes to be read as a court: pairs to merge, in this order. */
const merges = {
  'merged into a court': [['firm', 'court']],
  'merged into a court that is merged': [
    ['firm', 'court'],
    ['court', 'high court'],
  ],
  'merged into a court that was merged before': [
    ['court', 'high court'],
    ['firm', 'court'],
  ],
} as const

const cases = Object.entries(ways).flatMap(([way, make]) =>
  Object.entries(merges).map(([how, pairs]) => ({ way, make, how, pairs })),
)

describe('a ruling of a source that is no body', () => {
  it.for(cases)(
    'does not come about by the void of a merge: it $way while the firm is $how',
    async ({ make, pairs }, { db }) => {
      const { id, merged } = await entered(db, pairs)
      await make(db, id)
      const before = await rowCounts(db)

      const { code, faults } = await refusalOf(db, [header, voidOf(merged('firm'))])

      expect(code).toBe('invalid')
      expect(faults).toMatchObject([{ line: 2, pointer: '', code: 'ruling-by-body' }])
      expect(faults[0]?.message).toMatch(
        /^Claim [-0-9a-f]{36} is a ruling\. .* Void the ruling first/,
      )
      expect(await rowCounts(db)).toEqual(before)

      const [ruling = ''] = /[-0-9a-f]{36}/.exec(faults[0]?.message ?? '') ?? []
      const undone = [{ type: 'void', claim: ruling, reason: 'It is none.' }]
      expect(await importLines(db, [...undone, voidOf(merged('firm'))])).toMatchObject({ new: 2 })
    },
  )

  it('does not come about by a bundle that enters it and voids the merge', async ({ db }) => {
    const { id, merged } = await entered(db, [['firm', 'court']])
    const ruling = claimLine('new', id('firm'), { kind: 'ruling', uncited: true })

    const { faults } = await refusalOf(db, [header, ruling, voidOf(merged('firm'))])

    expect(faults).toMatchObject([{ line: 2, pointer: '/speaker', code: 'ruling-by-body' }])
  })

  it('does not come about by merging a court into a company', async ({ db }) => {
    const { id } = await entered(db, [])
    const merge = mergeLine('source', id('court'), id('firm'))

    const { faults } = await refusalOf(db, [header, merge])

    expect(faults).toMatchObject([{ line: 2, code: 'ruling-by-body' }])
    expect(faults[0]?.message).toContain(id('ruling'))
  })

  it.for(['court', 'high court'])(
    'does not come about by amending the kind of the %s that remains',
    async (remains, { db }) => {
      const { id } = await entered(db, remains === 'court' ? [] : [['court', 'high court']])

      const refused = amend(db, 'source', id(remains), { kind: 'company' })

      await expect(refused).rejects.toMatchObject({
        faults: [{ pointer: '/kind', code: 'ruling-by-body' }],
      })
    },
  )

  it('does not come about line by line either: the line to blame is the one that amends', async ({
    db,
  }) => {
    const named = { ...header, namespace: 'kinds', onChange: 'amend' }
    await importLines(db, [named, ...record])
    const company = sourceLine('court', { kind: 'company' })

    const { faults } = await refusalOf(db, [named, sourceLine('firm'), company])

    expect(faults).toMatchObject([{ line: 3, pointer: '/kind', code: 'ruling-by-body' }])
    const opinion = claimLine('ruling', 'court', { kind: 'opinion', ...evidence })
    const both = [named, sourceLine('firm'), company, opinion]
    expect(await importLines(db, both)).toMatchObject({ amended: 2 })
  })

  it('leaves the void of a merge alone where a court spoke it all along', async ({ db }) => {
    const { id, merged } = await entered(db, [['firm', 'court']])
    // Read as the same speaker, so the entry that it names stays.
    await amend(db, 'claim', id('ruling'), { speaker: id('firm') })

    expect(await importLines(db, [voidOf(merged('firm'))])).toMatchObject({ new: 1 })
  })
})

async function entered(db: Db, pairs: readonly (readonly [string, string])[]) {
  const { refs } = await importLines(db, record)
  const id = (ref: string) => refs[ref] ?? ''
  const merged = new Map<string, string>()
  for (const [from, into] of pairs) {
    const line = { ...mergeLine('source', id(from), id(into)), id: crypto.randomUUID() }
    merged.set(from, line.id)
    await importLines(db, [line])
  }
  return { id, merged: (from: string) => merged.get(from) ?? '' }
}

function voidOf(merge: string) {
  return { type: 'void', merge, reason: 'They are two.' }
}

async function amend(db: Db, type: 'claim' | 'source', id: string, patch: object): Promise<void> {
  await amendObject(quiet(db), {
    actor: system,
    type,
    id,
    versions: Array.from({ length: 9 }, (_, index) => index + 1),
    patch: { ...patch },
    confirm: ['new'],
    show: async () => ({}),
  })
}
