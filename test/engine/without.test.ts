import { describe, expect, test } from 'vitest'
import type { RecordLink } from '../../src/engine/record/record.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import { earlierVersionsOf, successorsOf } from '../../src/engine/standing/earlier-versions.ts'
import { changesWithout, withoutClaims } from '../../src/engine/record/without.ts'
import { aClaim, aLink, instant } from '../support/small-record.ts'

/** C is replaced by D, D reworded as E; X answers a link of D, and Y that answer. */
const links = [
  aLink('1: D supersedes C'),
  aLink('2: E supersedes D (wording)'),
  aLink('3: A rebuts E'),
  aLink('4: X undercuts #3'),
  aLink('5: Y undercuts #4'),
  aLink('6: A rebuts C'),
  aLink('7: X undercuts #6'),
]

function record(more: readonly RecordLink[] = []) {
  const claims = ['A', 'B', 'C', 'D', 'E', 'X', 'Y', 'Z'].map((id, index) =>
    aClaim(id, 'speaker', { assertedAt: instant(index) }),
  )
  return recordOf({ claims, links: [...links, ...more], affiliations: [] })
}

describe('a record without some claims', () => {
  const gone = new Set(['D', 'E'])

  test('is the record in which they are voided', () => {
    const without = withoutClaims(record(), gone)
    const voided = recordOf({
      claims: ['A', 'B', 'C', 'D', 'E', 'X', 'Y', 'Z'].map((id, index) =>
        aClaim(id, 'speaker', { assertedAt: instant(index), voided: gone.has(id) }),
      ),
      links,
      affiliations: [],
    })

    for (const { id } of links) expect(without.link(id)).toEqual(voided.link(id))
    for (const id of ['A', 'C', 'D', 'E', 'X', 'Y']) {
      expect(without.claim(id)).toEqual(voided.claim(id))
      expect(without.undercutsOfLinksOf(id)).toEqual(voided.undercutsOfLinksOf(id))
      for (const relation of ['rebuts', 'undercuts', 'supersedes'] as const) {
        expect(without.linksFrom(id, relation)).toEqual(voided.linksFrom(id, relation))
        expect(without.linksOnto(id, relation)).toEqual(voided.linksOnto(id, relation))
      }
    }
    expect(without.linksOnto('4', 'undercuts')).toEqual([])
  })

  test('differs by them, by their links and by the links onto these', () => {
    expect(new Set(changesWithout(record(), gone))).toEqual(
      new Set([
        { claim: 'D', what: 'voided' },
        { claim: 'E', what: 'voided' },
        ...['1', '2', '3', '4', '5'].map((link) => ({ link })),
      ]),
    )
  })
})

describe('versions', () => {
  test('are replaced step by step, the nearest first, then the earliest', () => {
    const more = [
      aLink('8: Z supersedes E'),
      aLink('9: Z supersedes B'),
      aLink('10: C supersedes A'),
      aLink('11: Z supersedes Y', { ended: true }),
    ]
    expect(earlierVersionsOf(record(more), 'Z')).toEqual(['B', 'E', 'C', 'A'])
    expect(earlierVersionsOf(record(more), 'D')).toEqual([])
    expect(earlierVersionsOf(record(more), 'E')).toEqual(['C', 'A'])
  })

  test('are replaced by all that come after, in every wording', () => {
    const more = [aLink('8: Z supersedes E')]
    expect(successorsOf(record(more), 'C')).toEqual(new Set(['D', 'E', 'Z']))
    expect(successorsOf(record(more), 'E')).toEqual(new Set(['Z']))
  })
})
