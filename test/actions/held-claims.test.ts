import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { heldClaims, type Touched } from '../../src/actions/bundle/held-claims.ts'
import type { ClaimEntry, LinkEntry } from '../../src/domain/entries.ts'
import { expectRightRecord } from '../support/check-record.ts'
import { importLines } from '../support/import.ts'
import { it } from '../support/it.ts'
import { claimLine, linkLine, quarrel, voidLine, withdrawalLine } from '../support/lines.ts'
import { saysNothing } from '../support/small-record.ts'

describe('heldClaims', () => {
  const claims = ['a', 'b', 'c', 'd'].map((id) => aClaim(id))
  const links = [
    aLink('a-b', 'a', { claim: 'b' }),
    aLink('c-ab', 'c', { link: 'a-b' }),
    aLink('d-old', 'd', { claim: 'old' }),
  ]

  test.each<[string, Touched[], string[]]>([
    ['all, where nothing is touched', [], ['a', 'b', 'c', 'd']],
    ['all, where a story is', [{ type: 'story', object: 'x' }], ['a', 'b', 'c', 'd']],
    ['not a claim that is touched', [{ type: 'claim', object: 'd' }], ['a', 'b', 'c']],
    ['nor what hangs together with it', [{ type: 'claim', object: 'b' }], ['d']],
    ['nor the ends of a link, through links', [{ type: 'link', object: 'c-ab' }], ['d']],
    ['none, where something old is touched', [{ type: 'claim', object: 'old' }], []],
    ['none, where a report is', [{ type: 'report', object: 'x' }], []],
    ['none, where a citation is', [{ type: 'citation', object: 'x' }], []],
    ['none, where a source is', [{ type: 'source', object: 'x' }], []],
  ])('are %s', (_, touched, held) => {
    expect([...heldClaims({ claims, links }, touched)]).toEqual(held)
  })

  test('are no rulings and no ratings', () => {
    const ruled = [aClaim('r', { kind: 'ruling' }), aClaim('g', { rating: 'False' }), aClaim('f')]

    expect([...heldClaims({ claims: ruled, links: [] }, [])]).toEqual(['f'])
  })
})

describe('a new claim', () => {
  it('is written once, with its status', async ({ db, ownerDb }) => {
    await sql`
      create trigger claim_is_final before update on claim
      for each statement execute function refuse_change()
    `.execute(ownerDb)

    await importLines(db, [...quarrel(), linkLine('no', 'rebuts', 'denial', 'story')])

    await sql`drop trigger claim_is_final on claim`.execute(ownerDb)
    await expectRightRecord(db)
  })

  it('counts and is judged by what its bundle has made of its links', async ({ db }) => {
    const { refs } = await importLines(db, [
      ...quarrel(),
      claimLine('calm', 'lab'),
      linkLine('no', 'rebuts', 'denial', 'story'),
      linkLine('nor', 'rebuts', 'study', 'story'),
      linkLine('yes', 'supports', 'calm', 'study'),
      voidLine({ link: 'nor' }),
      withdrawalLine('calm'),
    ])

    await expectRightRecord(db)
    const { rows } = await sql`
      select rebuts, supports, status from claim
      where id in (${refs['story']}, ${refs['study']}) order by id
    `.execute(db)
    expect(rows).toEqual([
      { rebuts: 1, supports: 0, status: 'denied' },
      { rebuts: 0, supports: 1, status: 'unchallenged' },
    ])
  })
})

function aClaim(id: string, given: Partial<ClaimEntry> = {}): ClaimEntry {
  return {
    id,
    kind: 'fact',
    speaker: 's',
    about: [],
    text: `What ${id} says.`,
    lang: 'en',
    texts: [],
    assertedAt: '2026-01-01',
    points: [],
    figure: null,
    rating: null,
    ...given,
  }
}

function aLink(id: string, from: string, to: LinkEntry['to']): LinkEntry {
  const flags = { arguendo: false, change: 'substance', note: null } as const
  return { id, relation: 'undercuts', from, to, ...saysNothing, meets: [], ...flags }
}
