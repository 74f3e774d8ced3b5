import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, header, sourceLine } from '../support/lines.ts'

describe('a story of more claims than an event holds', () => {
  it('takes several events of one batch, when entered and when amended', async ({ api, db }) => {
    const names = Array.from({ length: 1_001 }, (_, index) => `c${index}`)
    const { refs, events } = await importLines(db, [
      header('long'),
      sourceLine('paper'),
      ...names.map((name) => claimLine(name, 'paper')),
      { type: 'story', ref: 'story', slug: 'long', title: 'Long', claims: names },
    ])
    const ids = names.map((name) => refs[name] ?? '')
    const story = refs['story'] ?? ''

    const entered = await partsOf(db, story)
    expect(entered).toMatchObject([
      { kind: 'story.added', part: 1, parts: 2, batch: events?.last },
      { kind: 'story.added', part: 2, parts: 2, batch: events?.last },
    ])
    expect(entered.flatMap(({ claims }) => claims)).toEqual(ids)

    const reversed = ids.toReversed()
    const { status } = await api(
      `/v1/stories/${story}`,
      amendment({ claims: reversed.slice(1) }, 1),
    )
    expect(status).toBe(200)
    const [, , amended, ...others] = await partsOf(db, story)
    expect([amended?.claims, others]).toEqual([reversed.slice(1), []])
    expect(await claimsOf(api, 'long')).toEqual(reversed.slice(1))
    const shown = await read<Shown>(api, '/v1/stories/long')
    expect(shown).toMatchObject({ title: 'Long', counts: { claims: 1_000 } })
    expect(shown.claims.map(({ id }) => id)).toEqual(reversed.slice(1, 201))
    const then = await read<Shown>(api, `/v1/stories/${story}?asOf=${events?.last}`)
    expect(then.claims.map(({ id }) => id)).toEqual(ids.slice(0, 200))
  })
})

interface Shown {
  readonly claims: readonly { readonly id: string }[]
}

/** All claims of a story, page by page. */
async function claimsOf(api: Api, story: string): Promise<readonly string[]> {
  const ids: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`
    const page: { items: { id: string }[]; next: string | null } = await read(
      api,
      `/v1/stories/${story}/claims?limit=150${cursor}`,
    )
    ids.push(...page.items.map(({ id }) => id))
    next = page.next
  }
  return ids
}

async function partsOf(db: Db, story: string) {
  const rows = await db
    .selectFrom('event')
    .select(['kind', 'batch', 'body'])
    .where('object', '=', story)
    .orderBy('seq')
    .execute()
  return rows.map(({ kind, batch, body }) => {
    const { claims, part, parts } = JSON.parse(body).facts
    return { kind, batch, claims, part, parts }
  })
}
