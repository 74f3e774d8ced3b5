import { describe, expect } from 'vitest'
import { linkRules, type LinkRule } from '../../src/engine/rules/link-rules.ts'
import { anActor } from '../support/actors.ts'
import { rowCounts } from '../support/counts.ts'
import { importLines, refusalOf } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, endLine, linkLine, quarrel, sourceLine } from '../support/lines.ts'

const objects = [
  ...quarrel(),
  sourceLine('spokesman', { affiliations: [{ relation: 'speaks_for', source: 'firm' }] }),
  sourceLine('court', { kind: 'body' }),
  claimLine('twin', 'lab', { about: ['firm'] }),
  claimLine('press', 'spokesman'),
  { ...claimLine('rumour', ''), speaker: null },
  claimLine('aside', 'paper', { kind: 'opinion' }),
  claimLine('opinion', 'lab', { kind: 'opinion' }),
  claimLine('earlier', 'paper', { assertedAt: '2025-12-01' }),
  claimLine('same-day', 'paper'),
  claimLine('pointed', 'paper', { points: [{ id: 'a', text: 'The plant closed' }] }),
  claimLine('ruling', 'court', { kind: 'ruling', uncited: true }),
]

function reworded(ref: string, from: string, to: string) {
  return linkLine(ref, 'supersedes', from, to, { change: 'wording' })
}

/** Links of which the last one, or all together, break the rule. */
const cases: Readonly<Record<LinkRule, readonly (readonly object[])[]>> = {
  'no-self-link': [
    [linkLine('a', 'rebuts', 'story', 'story')],
    [linkLine('a', 'undercuts', 'story', 'story')],
  ],
  'no-second-link-between-versions': [
    [reworded('a', 'same-day', 'story'), linkLine('b', 'rebuts', 'same-day', 'story')],
  ],
  'no-link-onto-own-link': [
    [
      linkLine('a', 'rebuts', 'denial', 'story'),
      linkLine('b', 'undercuts', 'denial', '', { to: { link: 'a' } }),
    ],
  ],
  'no-quarrel-within-group': [
    [linkLine('a', 'restates', 'twin', 'story'), linkLine('b', 'undercuts', 'twin', 'story')],
    [linkLine('a', 'supports', 'twin', 'story'), linkLine('b', 'restates', 'twin', 'story')],
  ],
  'no-duplicate': [
    [linkLine('a', 'rebuts', 'denial', 'story'), linkLine('b', 'rebuts', 'denial', 'story')],
  ],
  'rebuts-like-kinds': [
    [linkLine('a', 'rebuts', 'opinion', 'story')],
    [linkLine('a', 'rebuts', 'story', 'opinion')],
  ],
  'restates-like-kinds': [[linkLine('a', 'restates', 'opinion', 'story')]],
  'only-rulings-undercut-rulings': [
    [linkLine('a', 'undercuts', 'study', 'ruling')],
    [
      linkLine('a', 'rebuts', 'ruling', 'story'),
      linkLine('b', 'undercuts', 'study', '', { to: { link: 'a' } }),
    ],
  ],
  'meets-known-points': [
    [linkLine('a', 'rebuts', 'denial', 'story', { meets: ['a'] })],
    [linkLine('a', 'rebuts', 'denial', 'pointed', { meets: ['b'] })],
  ],
  'only-undercuts-target-links': [
    [
      linkLine('a', 'rebuts', 'denial', 'story'),
      linkLine('b', 'supports', 'study', '', { to: { link: 'a' } }),
    ],
  ],
  'only-guarded-links-are-targets': [
    [
      linkLine('a', 'supports', 'denial', 'story'),
      linkLine('b', 'undercuts', 'study', '', { to: { link: 'a' } }),
    ],
  ],
  tower: [
    [
      linkLine('l0', 'rebuts', 'denial', 'story'),
      ...Array.from({ length: 9 }, (_, below) =>
        linkLine(`l${below + 1}`, 'undercuts', below % 2 ? 'study' : 'opinion', '', {
          to: { link: `l${below}` },
        }),
      ),
    ],
  ],
  'supersedes-own-claim': [[linkLine('a', 'supersedes', 'denial', 'story')]],
  'supersedes-earlier-claim': [[linkLine('a', 'supersedes', 'earlier', 'story')]],
  'supersedes-without-cycle': [
    [
      linkLine('a', 'supersedes', 'story', 'same-day'),
      linkLine('b', 'supersedes', 'same-day', 'story'),
    ],
  ],
  'wording-like-kinds': [[reworded('a', 'aside', 'story')]],
  'wording-one-successor': [
    [reworded('a', 'same-day', 'earlier'), reworded('b', 'story', 'earlier')],
  ],
  'wording-one-predecessor': [
    [reworded('a', 'same-day', 'earlier'), reworded('b', 'same-day', 'story')],
  ],
  'wording-keeps-points': [[reworded('a', 'same-day', 'pointed')]],
  'concedes-other-voice': [[linkLine('a', 'concedes', 'press', 'denial', { uncited: true })]],
  'concedes-by-name': [[linkLine('a', 'concedes', 'rumour', 'story', { uncited: true })]],
  'relies-without-cycle': [
    [
      linkLine('a', 'relies_on', 'story', 'study'),
      linkLine('b', 'relies_on', 'study', 'denial'),
      linkLine('c', 'relies_on', 'denial', 'story'),
    ],
  ],
  'no-undercut-of-own-claim': [[linkLine('a', 'undercuts', 'press', 'denial')]],
}
const each = linkRules.flatMap((rule) =>
  cases[rule].map((links, index) => ({ rule, links, index: index + 1 })),
)
/** Those whose first link can be entered after the others. */
const eachReversible = each.filter(
  ({ links }) => links.length > 1 && links.every((link) => !('to' in link && hasLink(link.to))),
)

function hasLink(target: unknown): boolean {
  return typeof target === 'object' && target !== null && 'link' in target
}

describe('a link that breaks a rule', () => {
  it.for(each)(
    'is refused by the name of the rule: $rule ($index)',
    async ({ rule, links }, { db }) => {
      const before = await rowCounts(db)

      for (const lines of [[...objects, ...links], [...objects, ...links].toReversed()]) {
        const { code, faults } = await refusalOf(db, lines)
        expect(code).toBe('invalid')
        expect(faults.map((fault) => fault.code)).toContain(rule)
        for (const { line = 0 } of faults) expect(lines[line - 1]).toHaveProperty('type', 'link')
      }
      expect(await rowCounts(db)).toEqual(before)
    },
  )

  it.for(each)(
    'is refused when the rest of it is in the record already: $rule ($index)',
    async ({ rule, links, index }, { db }) => {
      const header = { type: 'bundle', namespace: `${rule}-${index}` }
      await importLines(db, [header, ...objects, ...links.slice(0, -1)])
      const before = await rowCounts(db)

      const { faults } = await refusalOf(db, [header, ...links.slice(-1)])

      expect(faults.map(({ line, code }) => ({ line, code }))).toContainEqual({
        line: 2,
        code: rule,
      })
      expect(await rowCounts(db)).toEqual(before)
    },
  )

  it.for(eachReversible)(
    'is refused beside a bad line when the others are in the record already: $rule ($index)',
    async ({ rule, links: [first = {}, ...others], index }, { db }) => {
      const header = { type: 'bundle', namespace: `${rule}-last-${index}` }
      await importLines(db, [header, ...objects, ...others])
      const before = await rowCounts(db)
      const bad = linkLine('bad', 'rebuts', 'nobody', 'story')

      const { faults } = await refusalOf(db, [header, bad, first])

      expect(faults.map(({ line }) => line)).toEqual([2, 3])
      expect(faults[1]?.code).toBe(rule)
      expect(await rowCounts(db)).toEqual(before)
    },
  )

  it.for(each)(
    'is refused to an editor, whose lines are tried one by one: $rule ($index)',
    async ({ rule, links }, { db }) => {
      const { refs } = await importLines(db, [...objects, ...links.slice(0, -1)])
      const actor = await anActor(db, 'edit')
      const before = await rowCounts(db)
      const [last = {}] = links.slice(-1).map((link) => withIds(link, refs))
      const { code, faults } = await refusalOf(db, [last, sourceLine('innocent')], { actor })

      expect(['invalid', 'conflict', 'forbidden']).toContain(code)
      const codes = faults.map((fault) => fault.code)
      expect([rule, 'second-person', 'admin-only']).toEqual(
        expect.arrayContaining(codes.slice(0, 1)),
      )
      expect(await rowCounts(db)).toEqual(before)
    },
  )
})

describe('a bundle', () => {
  it('may not link a claim to itself, not even to end that link', async ({ db }) => {
    const self = linkLine('self', 'rebuts', 'story', 'story')
    const end = { type: 'end', link: 'self', at: '2025-12-20', reason: 'By mistake' }
    const lines = [...objects, self, end]

    const { code, faults } = await refusalOf(db, lines)

    expect(code).toBe('invalid')
    expect(faults[0]).toMatchObject({
      line: objects.length + 1,
      pointer: '/to/claim',
      code: 'no-self-link',
    })
  })

  it('may hold a link and the end of the link that it would clash with', async ({ db }) => {
    const header = { type: 'bundle', namespace: 'clash' }
    await importLines(db, [header, ...objects, linkLine('old', 'rebuts', 'denial', 'story')])

    const lines = [header, linkLine('new', 'rebuts', 'denial', 'story'), endLine('old')]

    expect((await importLines(db, lines)).accepted).toBe(2)
  })

  it('without the fault keeps the first of two twins, and all that is good', async ({ db }) => {
    const lines = [
      ...objects,
      linkLine('first', 'rebuts', 'denial', 'story'),
      linkLine('second', 'rebuts', 'denial', 'story'),
      linkLine('onto-second', 'undercuts', 'study', '', { to: { link: 'second' } }),
      linkLine('onto-first', 'undercuts', 'study', '', { to: { link: 'first' } }),
    ]

    const { accepted, refused, refs } = await importLines(db, lines, { onError: 'skip' })

    const at = objects.length
    expect(refused.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: at + 2, code: 'no-duplicate' },
      { line: at + 3, code: 'unknown-reference' },
    ])
    expect(accepted).toBe(at + 2)
    expect(Object.keys(refs)).toContain('onto-first')
  })

  it('cannot bring links that aim at each other in a circle', async ({ db }) => {
    const lines = [
      ...objects,
      linkLine('a', 'undercuts', 'study', '', { to: { link: 'b' } }),
      linkLine('b', 'undercuts', 'twin', '', { to: { link: 'a' } }),
    ]

    const { faults } = await refusalOf(db, lines)

    const at = objects.length
    expect(faults.map(({ line, pointer, code }) => ({ line, pointer, code }))).toEqual(
      [at + 1, at + 2].map((line) => ({ line, pointer: '/to/link', code: 'no-circular-target' })),
    )
  })

  it('cannot bring a ruling that no body speaks', async ({ db }) => {
    const lines = [...objects, claimLine('verdict', 'lab', { kind: 'ruling', uncited: true })]

    const { faults } = await refusalOf(db, lines)

    expect(faults).toMatchObject([
      { line: lines.length, pointer: '/speaker', code: 'ruling-by-body' },
    ])
  })

  it('cannot repeat a link that a concession ended, since that may come back', async ({ db }) => {
    const header = { type: 'bundle', namespace: 'conceded' }
    const { refs } = await importLines(db, [
      header,
      ...objects,
      claimLine('admission', 'firm', { assertedAt: '2026-01-01' }),
      linkLine('conceded', 'concedes', 'admission', 'story', { uncited: true }),
      linkLine('one', 'undercuts', 'denial', 'story'),
    ])
    const again = [header, linkLine('other', 'undercuts', 'denial', 'story')]

    const { faults } = await refusalOf(db, again)
    await importLines(db, [{ type: 'void', link: refs['one'], reason: 'Entered by mistake.' }])
    const { accepted } = await importLines(db, again)

    expect(faults).toMatchObject([{ line: 2, code: 'no-duplicate' }])
    expect(accepted).toBe(1)
  })

  it('cannot restate what makes a link of the record a quarrel within a group', async ({ db }) => {
    const header = { type: 'bundle', namespace: 'joined' }
    await importLines(db, [header, ...objects, linkLine('cut', 'undercuts', 'twin', 'story')])

    const { faults } = await refusalOf(db, [
      header,
      sourceLine('bystander'),
      linkLine('join', 'restates', 'twin', 'story'),
    ])

    expect(faults.map(({ line, code }) => ({ line, code }))).toEqual([
      { line: 3, code: 'no-quarrel-within-group' },
    ])
  })
})

/** A line whose references are ids. */
function withIds(line: object, refs: Readonly<Record<string, string>>): object {
  const parsed: object = JSON.parse(JSON.stringify(line), (field, value: unknown) =>
    field !== 'ref' && typeof value === 'string' ? (refs[value] ?? value) : value,
  )
  return parsed
}
