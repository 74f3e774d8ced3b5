import { relation as relationSchema } from '../../src/domain/vocabulary.ts'
import { describe, expect, it } from 'vitest'
import {
  answersToSteps,
  conflictsAmong,
  linksAmong,
  mostAnswered,
  mostLinked,
} from '../../src/views/story-page/choose.ts'
import { outlineOf } from '../../src/views/story-page/outline.ts'
import { momentsOf, movesOf } from '../../src/views/story-page/timeline.ts'
import type { StoryClaimRow, StoryLinkRow } from '../../src/store/story-graph.ts'

const entered = new Date('2026-01-01T00:00:00Z')

function claim(id: string, more: Partial<StoryClaimRow> = {}): StoryClaimRow {
  return {
    id,
    kind: 'fact',
    speaker: 'paper',
    assertedAt: null,
    status: 'unchallenged',
    statusSince: entered,
    recordedAt: entered,
    figuresConflict: false,
    isOpen: false,
    ...more,
  }
}

/** "D rebuts R", and "M undercuts #h" for a link onto a link. */
function link(written: string, id = written): StoryLinkRow {
  const [from = '', relation = '', to = ''] = written.split(' ')
  return {
    id,
    relation: relationSchema.parse(relation),
    from,
    toClaim: to.startsWith('#') ? null : to,
    toLink: to.startsWith('#') ? to.slice(1) : null,
    aspect: null,
    arguendo: false,
    response: null,
    fit: null,
    meets: [],
  }
}

describe('links that are drawn', () => {
  it('keeps the links that can be drawn: what they name is there, too', () => {
    const links = [
      link('D rebuts R', 'a'),
      link('X rebuts R', 'b'),
      link('M undercuts #a', 'c'),
      link('M undercuts #b', 'd'),
      link('D undercuts #c', 'e'),
      link('D rebuts D', 'f'),
    ]

    expect(linksAmong(new Set(['D', 'R', 'M']), links).map(({ id }) => id)).toEqual(['a', 'c', 'e'])
  })
})

describe('the first exchanges', () => {
  it('begins with what most others answer directly', () => {
    const claims = ['W', 'R', 'A', 'B', 'C'].map((id) => claim(id))
    const links = [
      link('W relies_on R', 'h'),
      link('A undercuts #h'),
      link('B undercuts #h'),
      link('C rebuts W'),
      link('A rebuts R'),
      link('B qualifies R'),
      link('C supports R'),
    ]

    expect(mostAnswered(claims, links, 9)).toEqual(['R', 'W'])
    expect(mostAnswered(claims, links, 1)).toEqual(['R'])
    expect(answersToSteps('W', links).map((each) => [each.claim, each.step])).toEqual([
      ['A', 'R'],
      ['B', 'R'],
    ])
  })

  it('shows two claims that answer each other once, with the earlier one first', () => {
    const claims = [claim('F', { assertedAt: '2025-12' }), claim('G', { assertedAt: '2025-11' })]

    expect(mostAnswered(claims, [link('F rebuts G'), link('G rebuts F')], 9)).toEqual(['G'])
  })
})

describe('the claims of a map', () => {
  it('chooses the claims with the most links, in the order of the story', () => {
    const claims = ['A', 'B', 'C', 'D', 'E'].map((id) => claim(id))
    const links = [link('B rebuts C'), link('D rebuts C'), link('E supports D')]

    expect(mostLinked(claims, links, 9)).toEqual({ ids: ['B', 'C', 'D', 'E'], linked: 4 })
    expect(mostLinked(claims, links, 2)).toEqual({ ids: ['C', 'D'], linked: 4 })
  })
})

describe('figures that conflict', () => {
  it('puts figures together that contradict each other, directly or through others', () => {
    const figure = (id: string) => claim(id, { kind: 'figure', figuresConflict: true })
    const claims = [figure('A'), figure('B'), figure('C'), figure('D'), claim('E'), figure('F')]
    const links = [link('A rebuts B'), link('C rebuts B'), link('E rebuts D'), link('F supports D')]

    const all = { max: 9, size: 9 }
    expect(conflictsAmong(claims, links, all)).toEqual([['A', 'B', 'C']])
    expect(conflictsAmong(claims, links, { max: 9, size: 2 })).toEqual([['A', 'B']])
    expect(conflictsAmong(claims, links, { max: 0, size: 9 })).toEqual([])
  })
})

describe('an outline', () => {
  it('counts claims, named speakers and statuses, and knows the first and the last date', () => {
    const outline = outlineOf(9, [
      claim('A', { assertedAt: '2025-12-03', isOpen: true }),
      claim('B', { assertedAt: '2025-12', speaker: 'other', status: 'denied' }),
      claim('C', { assertedAt: '2014/..', speaker: null }),
      claim('D', { assertedAt: '1999', status: null, speaker: 'nobody' }),
    ])

    expect(outline).toEqual({
      claims: 9,
      counted: 4,
      speakers: 2,
      unnamed: 1,
      dates: { first: '2025-12', last: '2025-12' },
      statuses: [
        { status: 'unchallenged', count: 2 },
        { status: 'denied', count: 1 },
        { status: null, count: 1 },
      ],
      open: 1,
    })
  })
})

describe('the order of time', () => {
  it('puts a month after its days, and joins what one speaker said at one date', () => {
    const rows = [
      claim('A', { assertedAt: '2025-12' }),
      claim('B', { assertedAt: '2025-12-03' }),
      claim('C', { assertedAt: '2025-12-03' }),
      claim('D', { assertedAt: '2025-12-03', speaker: 'other' }),
      claim('E'),
    ]

    const { moments, more } = momentsOf(rows, 2)

    expect(moments.map(({ first, count }) => [first, count])).toEqual([
      ['B', 2],
      ['D', 1],
    ])
    expect(more).toBe(1)
  })

  it('has the last changes of a status, and none that came with the claim', () => {
    const rows = [
      claim('A', { statusSince: later(3) }),
      claim('B', { statusSince: later(1) }),
      claim('C'),
      claim('D', { statusSince: later(2) }),
    ]

    expect(movesOf(rows, 2).map((move) => move.claim)).toEqual(['D', 'A'])
  })
})

function later(day: number): Date {
  return new Date(`2026-02-0${day}T00:00:00Z`)
}
