import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { amendment, it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'

interface Then {
  text: string
  status: string
  speaker: { name: string }
  asOf: { seq: number; at: string }
}

describe('?asOf=', () => {
  it('200: gives words and names as they were', async ({ api, db }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'words'))
    const path = `/v1/claims/${refs['R']}`
    await api(path, amendment({ text: 'Amended' }, 1))
    await api(`/v1/sources/${refs['Info']}`, amendment({ name: 'Informer' }, 1))

    const then = await read<Then>(api, `${path}?asOf=${events?.last}`)
    const now = await read<Then>(api, path)

    expect([then.text, then.speaker?.name]).toEqual(['R', 'Info'])
    expect([now.text, now.speaker?.name]).toEqual(['Amended', 'Informer'])
    expect(then.asOf.seq).toBe(events?.last)
    expect(now).not.toHaveProperty('asOf')
  })

  it('200: a number inside a batch is the end of the batch before', async ({ api, db }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'batch'))
    const later = await importLines(db, [
      { type: 'bundle', namespace: 'batch' },
      ...notedLines('D(MS→MS) X(MS→MS)', '1: D rebuts X', 'batch').slice(1),
      { type: 'link', relation: 'rebuts', from: 'X', to: { claim: 'R' } },
    ])
    const path = `/v1/claims/${refs['R']}?asOf=`

    const inside = await read<Then>(api, path + ((later.events?.last ?? 0) - 1))
    const end = await read<Then>(api, path + later.events?.last)

    expect([inside.status, inside.asOf.seq]).toEqual(['unchallenged', events?.last])
    expect([end.status, end.asOf.seq]).toEqual(['denied', later.events?.last])
  })

  it('200: a time is the last event at or before it', async ({ api, db }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'time'))
    const path = `/v1/claims/${refs['R']}`
    const { asOf } = await read<Then>(api, `${path}?asOf=${events?.last}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await api(path, amendment({ text: 'Amended' }, 1))

    const exact = await read<Then>(api, `${path}?asOf=${asOf.at}`)
    expect([exact.text, exact.asOf.seq]).toEqual(['R', events?.last])
    const earlier = await api(`${path}?asOf=${new Date(Date.parse(asOf.at) - 1).toISOString()}`)
    expect(earlier.status).toBe(404)
  })

  it('200: a story has the claims and the slug that it had', async ({ api, db }) => {
    const lines = notedLines('R(Info→MS) B(Bloom→MS)', '', 'story')
    const story = { type: 'story', ref: 'T', slug: 'once', title: 'Once', claims: ['R'] }
    const { refs, events } = await importLines(db, [...lines, story])
    const changed = { slug: 'now', title: 'Now', claims: [refs['R'], refs['B']] }
    expect((await api(`/v1/stories/${refs['T']}`, amendment(changed, 1))).status).toBe(200)

    for (const address of ['once', 'now', refs['T']]) {
      const then = await read(api, `/v1/stories/${address}?asOf=${events?.last}`)
      expect(then).toMatchObject({ slug: 'once', title: 'Once', claims: [{ id: refs['R'] }] })
    }
    expect((await api('/v1/stories/once')).status).toBe(404)
  })

  it('200: pages through the counterpoints of that time', async ({ api, db }) => {
    const { refs, events } = await importLines(
      db,
      notedLines('R(Info→MS) D(MS→MS) X(Bloom→MS)', '1: D rebuts R; 2: X rebuts R', 'pages'),
    )
    const voided = { reason: 'Not said.' }
    await api(`/v1/claims/${refs['X']}/void`, { body: voided, headers: { 'if-match': '"1"' } })
    const path = `/v1/claims/${refs['R']}/counterpoints?limit=1`

    type Page = { items: { claim: { id: string } }[]; next: string | null }
    const first = await read<Page>(api, `${path}&asOf=${events?.last}`)
    const second = await read<Page>(api, `${path}&asOf=${events?.last}&cursor=${first.next}`)
    const now = await read<Page>(api, path)

    const shown = [...first.items, ...second.items].map(({ claim }) => claim.id)
    expect(shown).toEqual([refs['D'], refs['X']])
    expect(second.next).toBeNull()
    expect(now).toMatchObject({ items: [{ claim: { id: refs['D'] } }], next: null })
    expect((await api(`${path}&cursor=${first.next}`)).status).toBe(400)
  })

  it('200: is kept for longer, since it does not change', async ({ api, db }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'kept'))
    const path = `/v1/claims/${refs['R']}?asOf=`

    const settled = await api(path + events?.last, { isPublic: true })
    const { asOf } = await read<Then>(api, path + events?.last)
    const fresh = await api(path + asOf.at, { isPublic: true })
    const etag = settled.headers.get('etag') ?? ''

    expect(settled.headers.get('cache-control')).toBe('public, max-age=300')
    expect(fresh.headers.get('cache-control')).toMatch(/max-age=30\b/)
    const again = await api(path + events?.last, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it.for([
    '0',
    '-1',
    'x',
    '9999',
    '9999-12-31',
    '2025-02-30',
    '9007199254740991',
    '99999999',
    '2999-01',
    '',
  ])('400: %o is nothing that has been', async (asked, { api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', `bad-${asked}`))

    const answer = await api(`/v1/claims/${refs['R']}?asOf=${asked}`)

    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ errors: [{ pointer: '/asOf' }] })
  })

  it('200: a day or a month means its end, and now while it lasts', async ({ api, db }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'day'))
    const path = `/v1/claims/${refs['R']}?asOf=`
    const [day = ''] = new Date().toISOString().split('T')

    for (const asOf of [day, day.slice(0, 7)]) {
      const answer = await api(path + asOf, { isPublic: true })
      expect(answer.json).toMatchObject({ id: refs['R'], asOf: { seq: events?.last } })
      // It is not over, so it may still change.
      expect(answer.headers.get('cache-control')).toMatch(/max-age=30\b/)
    }
  })

  it('200: a day that is over is answered as of its last moment', async ({ api, db, ownerDb }) => {
    const { refs, events } = await importLines(db, notedLines('R(Info→MS)', '', 'over'))
    const path = `/v1/claims/${refs['R']}`
    await api(path, amendment({ text: 'Amended' }, 1))
    await dateEvents(ownerDb, events?.last ?? 0, '2026-03-05T23:59:59.999Z')

    const then = await read<Then>(api, `${path}?asOf=2026-03-05`)

    expect([then.text, then.asOf.at]).toEqual(['R', '2026-03-05T23:59:59.999Z'])
    const before = await api(`${path}?asOf=2026-03-04`)
    expect(before.json).toMatchObject({ errors: [{ pointer: '/asOf', code: 'before-record' }] })
    expect(JSON.stringify(before.json)).toContain('The record begins at 2026-03-05T23:59:59.999Z')
  })

  it('404: it was not there yet', async ({ api, db }) => {
    const before = await importLines(db, notedLines('R(Info→MS)', '', 'earlier'))
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', 'later'))

    for (const asOf of [before.events?.last])
      for (const rest of ['', '/counterpoints', '/graph']) {
        const { status } = await api(`/v1/claims/${refs['R']}${rest}?asOf=${asOf}`)
        expect([asOf, status]).toEqual([asOf, 404])
      }
  })

  it('400: for a time before the record began, says when it began', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', 'first'))
    const [first] = await db.selectFrom('event').select(['batch', 'at']).orderBy('seq').execute()
    const message = `The record begins at ${first?.at.toISOString()} with event ${first?.batch}. Send that time or number, or a later one.`

    for (const asOf of [1, '1999-12', '1999-12-31', '1999-12-31T00:00:00Z', '0001-01-01'])
      for (const rest of ['', '/counterpoints', '/graph']) {
        const answer = await api(`/v1/claims/${refs['R']}${rest}?asOf=${asOf}`)
        expect(answer.status).toBe(400)
        expect(answer.json).toMatchObject({
          errors: [{ pointer: '/asOf', code: 'before-record', message }],
        })
      }
  })
})

/** Gives the events up to one of them another time, which only their owner can. */
async function dateEvents(ownerDb: Db, upTo: number, at: string): Promise<void> {
  await sql`alter table event disable trigger user`.execute(ownerDb)
  await ownerDb.updateTable('event').set({ at }).where('seq', '<=', upTo).execute()
  await sql`alter table event enable trigger user`.execute(ownerDb)
}
