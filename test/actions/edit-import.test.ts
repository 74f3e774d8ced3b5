import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Actor } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { brokenRules } from '../oracle/broken-rules.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { takesSecondPerson, type Edit } from '../oracle/second-person.ts'
import { anActor } from '../support/actors.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { rowCounts } from '../support/counts.ts'
import { edited, perform, randomEdit, type Ground } from '../support/edit-game.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import {
  claimLine,
  endLine,
  header,
  linkLine,
  quarrel,
  reportLine,
  sourceLine,
  withdrawalLine,
} from '../support/lines.ts'

describe('an import by an editor', () => {
  it('enters a whole story, with all that its claims do to each other', async ({ db }) => {
    const actor = await anActor(db, 'edit')

    const { refs } = await importLines(
      db,
      [
        ...quarrel(),
        linkLine('no', 'rebuts', 'denial', 'story'),
        linkLine('cut', 'undercuts', 'study', 'story'),
        withdrawalLine('denial', { citation: { report: 'r', quote: 'Sorry' }, uncited: undefined }),
        reportLine('r', 'firm'),
      ],
      { actor },
    )

    expect(await statusOf(db, refs['story'])).toBe('countered')
    await expectRightRecord(db)
  })

  it('answers what is on record, and topples none of it', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'edit')
    const before = await rowCounts(db)
    const lines = [
      sourceLine('own'),
      claimLine('mine', 'own'),
      claimLine('more', 'own'),
      linkLine('no', 'rebuts', 'mine', refs['denial'] ?? ''),
      linkLine('cut', 'undercuts', 'more', refs['story'] ?? ''),
      withdrawalLine(refs['study'] ?? '', cited('report')),
      reportLine('report', 'own'),
    ]

    const { code, faults } = await refusalOf(db, lines, { actor })

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([
      { line: 5, code: 'second-person' },
      { line: 6, code: 'second-person' },
    ])
    expect(faults[0]?.message).toContain('from unchallenged to countered')
    expect(await rowCounts(db)).toEqual(before)

    const { accepted, refused } = await importLines(db, lines, { actor, onError: 'skip' })
    expect([accepted, refused.map(({ line }) => line)]).toEqual([5, [5, 6]])
    expect(await statusOf(db, refs['denial'])).toBe('disputed')
    expect(await statusOf(db, refs['story'])).toBe('unchallenged')
  })

  it('is judged line by line: what one topples, another does not make good', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'edit')
    const lines = [
      linkLine('cut', 'undercuts', refs['study'] ?? '', refs['story'] ?? ''),
      linkLine('back', 'undercuts', refs['denial'] ?? '', '', { to: { link: 'cut' } }),
    ]

    const { faults } = await refusalOf(db, lines, { actor })

    expect(faults).toMatchObject([
      { line: 1, code: 'second-person' },
      { line: 2, code: 'unknown-reference' },
    ])
  })

  it('enters no ruling and no body', async ({ db }) => {
    const actor = await anActor(db, 'edit')
    const citations = [{ report: 'r', quote: 'So ruled' }]
    const lines = [
      sourceLine('court', { kind: 'body' }),
      reportLine('r', 'court'),
      claimLine('verdict', 'court', { kind: 'ruling', citations }),
    ]

    const { code, faults } = await refusalOf(db, lines, { actor })

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([
      { line: 1, code: 'second-person' },
      { line: 2, code: 'unknown-reference' },
      { line: 3, code: 'second-person' },
    ])
  })

  it('is refused by the line of a ruling that bears on what is on record, and skips all of it', async ({
    db,
  }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'edit')
    const citations = [{ report: 'gazette', quote: 'So ruled', attribution: 'firsthand' }]
    const lines = [
      sourceLine('tribunal', { kind: 'body' }),
      reportLine('gazette', 'tribunal'),
      claimLine('verdict', 'tribunal', { kind: 'ruling', citations }),
      linkLine('ruled', 'rebuts', 'verdict', refs['story'] ?? ''),
      sourceLine('innocent'),
    ]

    const { code, faults } = await refusalOf(db, lines, { actor })
    expect(code).toBe('conflict')
    expect(faults).toMatchObject([
      { line: 1, code: 'second-person' },
      { line: 2, code: 'unknown-reference' },
      { line: 3, code: 'second-person' },
      { line: 4, code: 'unknown-reference' },
    ])

    const { accepted, refused } = await importLines(db, lines, { actor, onError: 'skip' })
    expect([accepted, refused.map(({ line }) => line)]).toEqual([1, [1, 2, 3, 4]])
    expect(await statusOf(db, refs['story'])).toBe('unchallenged')
  })

  it('chooses no ids, enters nothing without its source, and nothing redacted', async ({ db }) => {
    const actor = await anActor(db, 'edit')
    const id = '019ac1f2-0000-7000-8000-000000000001'
    const citation = { id, report: 'r', quote: 'Sorry' }
    const redaction = { ground: 'erased' }
    const tombstone = { type: 'tombstone', of: 'source', id, kind: 'group', affiliations: [] }
    const lines = [
      ...quarrel(),
      reportLine('r', 'firm'),
      sourceLine('own', { id }),
      claimLine('cited', 'own', { citations: [citation] }),
      withdrawalLine('denial'),
      endLine('no', { citation }),
      linkLine('no', 'rebuts', 'denial', 'story'),
      { ...tombstone, redaction },
    ]
    const before = await rowCounts(db)

    const { code, faults } = await refusalOf(db, lines, { actor })

    expect(code).toBe('forbidden')
    expect(faults.map(({ line, pointer }) => [line, pointer])).toEqual([
      [8, '/id'],
      [9, '/citations/0/id'],
      [10, '/uncited'],
      [11, '/citation/id'],
      [13, '/id'],
      [13, '/redaction'],
    ])
    expect(await rowCounts(db)).toEqual(before)
  })

  it('amends what nobody else has answered, and nothing else', async ({ db }) => {
    const actor = await anActor(db, 'edit')
    const first = header('desk')
    const { refs } = await importLines(db, [first, ...quarrel()], { actor })
    const amending = [
      { ...first, onChange: 'amend' },
      ...quarrel().filter(({ ref }) => ref !== 'story' && ref !== 'denial'),
      claimLine('story', 'paper', { about: ['firm'], text: 'Otherwise' }),
      claimLine('denial', 'firm', { about: ['firm'], text: 'Otherwise too' }),
    ]
    await importLines(db, [
      sourceLine('stranger'),
      claimLine('no', 'stranger'),
      linkLine('', 'rebuts', 'no', refs['story'] ?? '', { ref: undefined }),
    ])

    const { code, faults } = await refusalOf(db, amending, { actor })

    expect(code).toBe('conflict')
    expect(faults).toMatchObject([{ line: 6, code: 'second-person' }])
    expect(faults[0]?.message).toContain('which links join to other claims')
    const rest = amending.filter((_, index) => index !== 5)
    expect(await importLines(db, rest, { actor })).toMatchObject({ amended: 1 })
  })

  it('bears on what is on record in at most 300 lines', async ({ db }) => {
    const { refs } = await importLines(db, quarrel())
    const actor = await anActor(db, 'edit')
    const claims = Array.from({ length: 301 }, (_, index) => `n${index}`)
    const lines = [
      sourceLine('own'),
      ...claims.map((ref) => claimLine(ref, 'own')),
      ...claims.map((ref) => linkLine(`l${ref}`, 'rebuts', ref, refs['story'] ?? '')),
    ]

    await expect(importLines(db, lines, { actor })).rejects.toMatchObject({ code: 'invalid' })
  })

  it.for(Array.from({ length: 12 }, (_, index) => index + 1))(
    'refuses the lines that would be refused as single writes, %i',
    async (seed, { db }) => {
      const random = randomFrom(seed)
      const [actor, other] = [await anActor(db, 'edit'), await anActor(db, 'admin')]
      const names = ['firm', 'lab', 'paper']
      const sources = names.map((name) => sourceLine(name, { name: `${name} of ${seed}` }))
      const { refs } = await importLines(db, [...sources, reportLine('r', 'paper')], {
        actor: other,
      })
      const ground = {
        sources: names.map((name) => refs[name] ?? ''),
        court: '',
        report: refs['r'] ?? '',
      }
      const hands = new Map<string, string[]>()
      const record = await aRecord(db, { random, ground, hands, keys: [actor, other] })

      let now = record
      const refused: number[] = []
      const lines: object[] = []
      for (const edit of someEdits(random, record, ground)) {
        const id = `new${lines.length}`
        const after = edited(now, edit, id)
        if (brokenRules(after).length > 0 || brokenRules(edited(record, edit, id)).length > 0)
          continue
        lines.push(lineOf(edit, id, ground.report))
        if ('link' in edit) hands.set(id, [actor.id])
        if (takesSecondPerson(now, after, { edit, key: actor.id, hands }))
          refused.push(lines.length)
        else now = after
        if ('object' in edit && now === after)
          hands.set(edit.object, [...(hands.get(edit.object) ?? []), actor.id])
      }
      if (lines.length === 0) return

      const faults = await importLines(db, lines, { actor }).then(
        () => [],
        (error: { faults: { line: number; code: string }[] }) => error.faults,
      )

      expect(faults.map(({ line, code }) => [line, code])).toEqual(
        refused.map((line) => [line, 'second-person']),
      )
      await expectRightRecord(db)
    },
  )
})

function cited(report: string) {
  return { citation: { report, quote: 'Sorry' }, uncited: undefined }
}

async function statusOf(db: Db, claim: string | undefined): Promise<string | undefined> {
  const { rows } = await sql<{ status: string }>`
    select status from claim where id = ${claim}::uuid
  `.execute(db)
  return rows[0]?.status
}

/** What both have entered, by random edits that nothing refuses. */
async function aRecord(
  db: Db,
  {
    random,
    ground,
    hands,
    keys,
  }: {
    random: Random
    ground: Ground
    hands: Map<string, string[]>
    keys: readonly (Actor & { id: string })[]
  },
): Promise<PlainRecord> {
  let record: PlainRecord = {
    sources: ground.sources.map((id) => ({ id, affiliations: [] })),
    claims: [],
    links: [],
  }
  for (let count = 0; count < 24; count += 1) {
    const edit = randomEdit(random, record, ground)
    const isEntry = edit?.do === 'add claim' || edit?.do === 'add link'
    if (!edit || !isEntry || brokenRules(edited(record, edit)).length > 0) continue
    if (edit.do === 'add claim' && edit.claim.kind === 'ruling') continue
    const actor = random.pick(keys)
    const asked = { edit, ground, count }
    const { id } = await perform(db, actor, asked).catch(() => ({ id: undefined }))
    if (id === undefined) continue
    record = edited(record, edit, id)
    hands.set(id, [actor.id])
  }
  return record
}

/** Links first, then ends of lives, as a bundle enters them; nothing of them hangs on another. */
function someEdits(random: Random, record: PlainRecord, ground: Ground): Edit[] {
  const edits = Array.from({ length: 30 }, () => randomEdit(random, record, ground))
  const links = edits.filter((edit) => edit?.do === 'add link').slice(0, 4)
  const ended = new Set<string>()
  const endings = edits.filter((edit) => {
    const isEnding = edit?.do === 'withdraw' || edit?.do === 'end' || edit?.do === 'void link'
    if (!isEnding || ended.has(edit.object)) return false
    ended.add(edit.object)
    return true
  })
  return [...links, ...endings.slice(0, 4)].filter((edit) => edit !== undefined)
}

function lineOf(edit: Edit, ref: string, report: string): object {
  const citation = { report, quote: 'So' }
  const over = { at: '2025-12-01', reason: 'For the test.', citation }
  if (edit.do === 'add link') {
    const { relation, from, to } = edit.link
    return { type: 'link', ref, relation, from, to, citations: [citation] }
  }
  if (edit.do === 'withdraw') return { type: 'withdrawal', claim: edit.object, ...over }
  if (edit.do === 'end') return { type: 'end', link: edit.object, ...over }
  if (edit.do === 'void link') return { type: 'void', link: edit.object, reason: over.reason }
  throw new Error(`There is no line for ${edit.do}.`)
}
