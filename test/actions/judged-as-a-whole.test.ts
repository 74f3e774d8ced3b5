import { describe, expect } from 'vitest'
import { rowCounts } from '../support/counts.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, mergeLine, reportLine, sourceLine } from '../support/lines.ts'

type Line = Readonly<Record<string, unknown>>

interface Release {
  readonly before: readonly Line[]
  /** Two lines with other content than before. */
  readonly after: readonly Line[]
  /** The rule that refuses the first of them alone, or the last. */
  readonly rule: string
  readonly alone?: 'last'
}

const evidence = { citations: [{ report: 'report', quote: 'It is so.' }] }
const ground: readonly Line[] = [
  ...['paper', 'firm', 'other'].map((ref) => sourceLine(ref)),
  sourceLine('court', { kind: 'body' }),
  reportLine('report', 'paper'),
]
const said = (ref: string, speaker: string, given: Line = {}) =>
  claimLine(ref, speaker, { text: `What ${ref} says.`, ...evidence, ...given })
const pair = [said('story', 'paper'), said('denial', 'firm')]
const correction = linkLine('new text', 'supersedes', 'late', 'early')
const dated = (early: string, late: string, speaker = 'paper') => [
  said('early', speaker, { assertedAt: early }),
  said('late', speaker, { assertedAt: late }),
]
const spokesman = (given: Line = {}) => sourceLine('spokesman', given)
const ofFirm = { relation: 'speaks_for', source: 'firm' }
const kinds = (kind: string) => pair.map((claim) => Object.assign({}, claim, { kind }))

const releases: Readonly<Record<string, Release>> = {
  'both ends of a rebuttal become opinions': {
    before: [...pair, linkLine('no', 'rebuts', 'denial', 'story')],
    after: kinds('opinion'),
    rule: 'rebuts-like-kinds',
  },
  'both ends of a restatement become opinions': {
    before: [...pair, linkLine('same', 'restates', 'denial', 'story')],
    after: kinds('opinion'),
    rule: 'restates-like-kinds',
  },
  'both versions of a wording become opinions': {
    before: [...dated('2025-02-01', '2025-03-01'), { ...correction, change: 'wording' }],
    after: dated('2025-02-01', '2025-03-01').map((claim) =>
      Object.assign({}, claim, { kind: 'opinion' }),
    ),
    rule: 'wording-like-kinds',
  },
  'both speakers of a correction change': {
    before: [...dated('2025-02-01', '2025-03-01'), correction],
    after: dated('2025-02-01', '2025-03-01', 'other'),
    rule: 'supersedes-own-claim',
  },
  'both dates of a correction move to the future': {
    before: [...dated('2025-02-01', '2025-03-01'), correction],
    after: dated('2025-05-01', '2025-06-01'),
    rule: 'supersedes-earlier-claim',
  },
  'both dates of a correction move to the past': {
    before: [...dated('2025-05-01', '2025-06-01'), correction],
    after: dated('2025-02-01', '2025-03-01'),
    rule: 'supersedes-earlier-claim',
    alone: 'last',
  },
  'a correction stays within one voice by a new affiliation': {
    before: [spokesman(), ...dated('2025-02-01', '2025-03-01', 'firm'), correction],
    after: [
      spokesman({ affiliations: [ofFirm] }),
      said('late', 'spokesman', { assertedAt: '2025-03-01' }),
    ],
    rule: 'supersedes-own-claim',
    alone: 'last',
  },
  'an undercut moves past the end of an affiliation': {
    before: [
      spokesman({ affiliations: [{ ...ofFirm, from: '2025-06' }] }),
      said('denial', 'firm'),
      said('cut', 'spokesman', { assertedAt: '2025-05-01' }),
      linkLine('off', 'undercuts', 'cut', 'denial'),
    ],
    after: [
      spokesman({ affiliations: [{ ...ofFirm, to: '2025-06' }] }),
      said('cut', 'spokesman', { assertedAt: '2025-07-01' }),
    ],
    rule: 'no-undercut-of-own-claim',
    alone: 'last',
  },
  'a court and its ruling become something else': {
    before: [said('order', 'court', { kind: 'ruling' })],
    after: [sourceLine('court', { kind: 'company' }), said('order', 'court')],
    rule: 'ruling-by-body',
  },
  'a company becomes a court with its claim': {
    before: [said('order', 'other')],
    after: [sourceLine('other', { kind: 'body' }), said('order', 'other', { kind: 'ruling' })],
    rule: 'ruling-by-body',
    alone: 'last',
  },
  'merged claims get another speaker together with an affiliation': {
    before: [
      spokesman(),
      said('early', 'firm'),
      said('late', 'firm'),
      mergeLine('claim', 'late', 'early'),
    ],
    after: [spokesman({ affiliations: [ofFirm] }), said('early', 'spokesman')],
    rule: 'merge-of-one-voice',
    alone: 'last',
  },
}
const each = Object.entries(releases).map(([what, release]) => ({ what, ...release }))
const amending = (namespace: string) => {
  return { type: 'bundle', namespace, duplicates: 'new', onChange: 'amend' }
}

describe('amendments of one bundle are judged together', () => {
  it.for(each)('$what', async ({ what, before, after }, { db }) => {
    for (const [index, lines] of [after, after.toReversed()].entries()) {
      const header = amending(`${what} ${index}`)
      await importLines(db, [header, ...ground, ...before])

      expect(await importLines(db, [header, ...lines])).toMatchObject({ new: 0, amended: 2 })
    }
    await expectRightRecord(db)
  })

  it.for(each)(
    'and each is refused where it breaks a rule alone: $what',
    async (release, { db }) => {
      const { what, before, after, rule } = release
      const alone = after.at(release.alone === 'last' ? -1 : 0)
      const header = amending(`${what} singly`)
      await importLines(db, [header, ...ground, ...before])
      const counts = await rowCounts(db)

      const others = ground.filter(({ ref }) => ref !== alone?.['ref'])
      const { faults } = await refusalOf(db, [header, ...others, alone])

      expect(faults).toMatchObject([{ line: others.length + 2, code: rule }])
      expect(await rowCounts(db)).toEqual(counts)
    },
  )

  it('and a refusal is at the line that amends what breaks the rule', async ({ db }) => {
    const header = amending('blame')
    const links = [linkLine('no', 'rebuts', 'denial', 'story')]
    await importLines(db, [header, ...ground, ...pair, ...links, said('aside', 'other')])
    const [story = {}, denial = {}] = pair

    const { faults } = await refusalOf(db, [
      header,
      ...ground,
      story,
      { ...denial, kind: 'opinion' },
      { ...said('aside', 'other'), kind: 'opinion' },
    ])

    expect(faults).toMatchObject([{ line: ground.length + 3, code: 'rebuts-like-kinds' }])
  })
})
