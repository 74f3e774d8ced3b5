import { describe, expect } from 'vitest'
import { it, read } from '../../support/api.ts'
import { importLines } from '../../support/import.ts'
import { searchClasses } from './search-classes.ts'

interface Page {
  readonly items: readonly { readonly text: string }[]
}

let count = 0

describe('a search finds', () => {
  it.for(searchClasses)(
    '$what: $q',
    async ({ q, sources = [], found, absent = [] }, { api, db }) => {
      const speaker = `speaker-${count++}`
      const texts = [...found.flat(), ...absent]
      const { refs } = await importLines(db, [
        { type: 'source', ref: speaker, kind: 'outlet', name: `이름 ${speaker}`, slug: speaker },
        ...sources.map((source) => ({ type: 'source', kind: 'company', ...source })),
        // Later ones are newer, so that ranking has to put the best first.
        ...texts.map((text, index) => ({
          type: 'claim',
          ref: `${speaker}-${index}`,
          kind: 'fact',
          speaker,
          about: [],
          lang: /[가-힣]/.test(text) ? 'ko' : 'en',
          assertedAt: `2025-12-${10 + index}`,
          text,
        })),
      ])

      const asked = new URLSearchParams({ q, source: refs[speaker] ?? '' })
      const { items } = await read<Page>(api, `/v1/claims?${asked.toString()}`)

      const order = items.map(({ text }) => text)
      expect(order.toSorted()).toEqual(found.flat().toSorted())
      const groupOf = (text: string) => found.findIndex((group) => group.includes(text))
      expect(order.map(groupOf)).toEqual(order.map(groupOf).toSorted((a, b) => a - b))
    },
  )

  it('nothing by words that only say what must not be found', async ({ api }) => {
    const { status, json } = await api(`/v1/claims?q=${encodeURIComponent('-steel')}`)

    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ pointer: '/q' }] })
  })

  it('what a source says and what is said about it, by any of its names', async ({ api, db }) => {
    await importLines(db, [
      company('halden', 'Halden Steel', ['할덴', 'HS']),
      company('haldenberg', '할덴베르그', ['THS']),
      claim('by', 'halden', [], '우리는 감산하지 않는다.'),
      claim('about', 'haldenberg', ['halden'], '그 회사는 감산한다.'),
      claim('named', 'haldenberg', [], '할덴은 감산한다고 한다.'),
      claim('other', 'haldenberg', [], '할덴베르그는 증산한다.'),
      claim('short', 'haldenberg', [], 'THS는 증산한다.'),
    ])
    const found = async (q: string) => {
      const { items } = await read<Page>(api, `/v1/claims?q=${encodeURIComponent(q)}`)
      return items.map(({ text }) => text).toSorted()
    }
    const its = ['그 회사는 감산한다.', '우리는 감산하지 않는다.', '할덴은 감산한다고 한다.']

    for (const q of ['halden steel', 'HS', 'hs는']) expect([q, await found(q)]).toEqual([q, its])
    expect((await found('할덴')).slice(0, 3)).toEqual(expect.arrayContaining(its.slice(0, 2)))
  })

  it('by every name of its sources, whole or in part, however it is spaced', async ({
    api,
    db,
  }) => {
    await importLines(db, [
      { ...company('olsen', 'Kari Olsen', ['카리 올슨']), kind: 'person' },
      company('samsung', '삼성전자', ['Samsung Electronics', 'SEC']),
      company('hyundai', '현대자동차', ['Hyundai Motor']),
      company('paper', 'The Rumour', ['더루머']),
      claim('o1', 'olsen', [], '준설을 멈춰야 한다.'),
      claim('s1', 'paper', ['samsung'], '평택 가동률이 떨어졌다.'),
      claim('s2', 'samsung', [], '가동률은 그대로다.'),
      claim('h1', 'paper', ['hyundai'], '파업이 길어졌다.'),
      claim('r1', 'hyundai', [], 'They believed the rumour again and again: the rumour.'),
    ])
    const found = async (q: string) => {
      const { items } = await read<Page>(api, `/v1/claims?q=${encodeURIComponent(q)}`)
      return items.map(({ text }) => text)
    }
    for (const q of ['올슨', 'Olsen', '카리올슨', 'olsen kari', 'Kari Olsen의', '준설 카리 올슨'])
      expect([q, await found(q)]).toEqual([q, ['준설을 멈춰야 한다.']])
    for (const q of ['Samsung 가동률', 'Samsung Electronics 가동률', 'SEC 가동률'])
      expect([q, (await found(q)).toSorted()]).toEqual([
        q,
        ['가동률은 그대로다.', '평택 가동률이 떨어졌다.'],
      ])
    expect(await found('가동률 -삼성전자')).toEqual([])
    expect(await found('Samsung -SEC')).toHaveLength(2)
    for (const q of ['현대 자동차 파업', 'Hyundai 파업'])
      expect([q, await found(q)]).toEqual([q, ['파업이 길어졌다.']])
    const rumours = ['파업이 길어졌다.', '평택 가동률이 떨어졌다.']
    for (const q of ['더루머', 'The Rumour', '"The Rumour"'])
      expect([q, (await found(q)).slice(0, 2).toSorted()]).toEqual([q, rumours])
  })
})

function claim(ref: string, speaker: string, about: readonly string[], text: string) {
  return {
    type: 'claim',
    kind: 'fact',
    lang: 'ko',
    assertedAt: '2025-12-01',
    ref,
    speaker,
    about,
    text,
  }
}

function company(ref: string, name: string, aliases: readonly string[]) {
  return { type: 'source', kind: 'company', ref, name, aliases }
}
