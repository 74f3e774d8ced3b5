import { sql } from 'kysely'
import pino from 'pino'
import { describe, expect } from 'vitest'
import { remakeDerived } from '../../../src/actions/remake-derived.ts'
import type { Db } from '../../../src/store/database/db.ts'
import { amendment, it, read, type Api } from '../../support/api.ts'
import { importLines } from '../../support/import.ts'

const silent = pino({ level: 'silent' })
let refCount = 0

interface Page {
  items: { id: string; text: string }[]
  next: string | null
}

const source = (ref: string, name: string, more: object = {}) => ({
  type: 'source',
  ref,
  kind: 'company',
  name,
  ...more,
})

const claim = (ref: string, text: string, more: object = {}) => ({
  type: 'claim',
  ref,
  kind: 'fact',
  speaker: 'paper',
  about: [],
  text,
  lang: 'ko',
  assertedAt: '2025-12-03',
  ...more,
})

const record = [
  source('paper', '신문'),
  source('ms', 'Microsoft', { names: [{ lang: 'ko', name: '마이크로소프트' }], aliases: ['MS'] }),
  claim('A', '마이크로소프트가 인공지능 제품의 매출 목표를 낮췄다.'),
  claim('B', 'MS는 매출목표를 낮춘 적이 없다.', { lang: 'ko' }),
  claim('C', 'Microsoft’s share in Foundry is small.', {
    lang: 'en',
    texts: [{ lang: 'ko', text: '파운더리 점유율은 작다.', by: 'human' }],
  }),
  claim('D', 'OpenAI declared a “code red”, 100% sure_of it.', { lang: 'en' }),
]

describe('GET /v1/claims?q=', () => {
  it('200: finds words of either language, inside words and under other names', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, record)
    const found = async (q: string) => {
      const { items } = await read<Page>(api, `/v1/claims?q=${encodeURIComponent(q)}`)
      return names(refs, items).toSorted().join('')
    }

    for (const [q, expected] of [
      ['매출', 'AB'],
      ['매출 목표', 'AB'],
      ['목표를 매출', 'AB'],
      ['매출'.normalize('NFD'), 'AB'],
      ['"매출 목표"', 'AB'],
      ['"목표 매출"', ''],
      ['MS', 'ABC'],
      ['마이크로소프트는', 'ABC'],
      ['microsoft 낮', 'AB'],
      ['파운더리', 'C'],
      ['점', 'C'],
      ['code red', 'D'],
      ['CODE-RED', 'D'],
      ['100%', 'D'],
      ['sure_of', 'D'],
      ['sure%', 'D'],
      ["code' | 'share", ''],
      ['code & !red', 'D'],
      ['없는말', ''],
    ] as const)
      expect([q, await found(q)]).toEqual([q, expected])
  })

  it.for([
    ['Thai', 'ธนาคารกลางปฏิเสธข่าวการลดดอกเบี้ย', 'ดอกเบี้ย'],
    ['Lao', 'ບໍລິສັດປະຕິເສດລາຍງານການປິດໂຮງງານ', 'ໂຮງງານ'],
    ['Khmer', 'ក្រុមហ៊ុនបដិសេធរបាយការណ៍អំពីការបញ្ឈប់បុគ្គលិក', 'បុគ្គលិក'],
    ['Burmese', 'ကုမ္ပဏီကစက်ရုံပိတ်မည့်သတင်းကိုငြင်းဆိုသည်', 'စက်ရုံ'],
    ['Javanese', 'ꦥꦧꦿꦶꦏ꧀ꦏꦸꦮꦶꦱꦩ꧀ꦥꦸꦤ꧀ꦠꦸꦠꦸꦥ꧀', 'ꦱꦩ꧀ꦥꦸꦤ꧀'],
    ['Tibetan', 'བཟོ་གྲྭ་དེ་སྒོ་བརྒྱབ་ཟེར་བ་མི་བདེན།', 'སྒོ་བརྒྱབ'],
    ['a word that a zero-width space divides', 'ក្រុម\u200Bហ៊ុន\u200Bបដិសេធ', 'ហ៊ុនបដិ'],
    ['a compatibility ideograph by the unified one', '30대\uF981 구속', '\u5973'],
    ['a unified ideograph by the compatible one', '80대\u8001 기자', '\uF934'],
    ['an ideograph inside a word', '여성\u5973복', '\u5973'],
    ['full-width letters', 'ＧＮＰ 통계', 'gnp'],
    ['a word with a soft hyphen', 'Umsatz\u00ADziele gesenkt', 'umsatzziele'],
    ['a run of 2,100 letters by itself', 'W'.repeat(2100), `"${'w'.repeat(190)}"`, 'absent'],
    ['an address of 150 letters', 'q'.repeat(150), 'Q'.repeat(150)],
  ] as const)('200: finds %s', async ([, text, q, outcome = 'found'], { api, db }) => {
    const { refs } = await importLines(db, [
      source('script', 'Script', { slug: `script-${refCount++}` }),
      claim('S', text, { speaker: 'script' }),
      claim('O', 'Another', { speaker: 'script', lang: 'en' }),
    ])
    const query = new URLSearchParams({ q, source: refs['script'] ?? '' })

    const { items } = await read<Page>(api, `/v1/claims?${query.toString()}`)

    expect(items.map((item) => item.id)).toEqual(outcome === 'found' ? [refs['S']] : [])
  })

  it('201: takes texts and names beyond what an index holds, and is found by what fits', async ({
    api,
    db,
  }) => {
    const texts = Array.from({ length: 5 }, (_, i) => ({
      lang: `en-x-t${i}`,
      text: hangul(i),
      by: 'human',
    }))
    const name = '\uFDFA'.repeat(200)

    const { refs } = await importLines(db, [
      source('long', name, { slug: 'long-name', aliases: ['㌀㌁㌂㌃'.repeat(50)] }),
      claim('L', '처음에 선 말', { speaker: 'long', texts }),
    ])

    const { items } = await read<Page>(
      api,
      `/v1/claims?source=long-name&q=${encodeURIComponent('"선 말"')}`,
    )
    expect(items.map(({ id }) => id)).toEqual([refs['L']])
    expect(await read<Page>(api, `/v1/claims?q=${encodeURIComponent(name)}`)).toMatchObject({
      items: [],
    })
  })

  it('200: finds the same after the index was made again', async ({ api, db }) => {
    const before = await indexRows(db)
    expect(before.length).toBeGreaterThan(10)

    await remakeDerived({ db, log: silent })

    expect(await indexRows(db)).toEqual(before)
    expect((await read<Page>(api, `/v1/claims?q=code%20red`)).items).toHaveLength(1)
  })

  it('200: finds by current words alone, and nothing voided', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      source('paper2', '신문 2'),
      claim('E', '옛말이다', { speaker: 'paper2' }),
    ])
    const path = `/v1/claims/${refs['E']}`
    const count = async (q: string) =>
      (await read<Page>(api, `/v1/claims?q=${encodeURIComponent(q)}`)).items.length

    await api(path, amendment({ text: '새말이다' }, 1))
    expect([await count('옛말'), await count('새말')]).toEqual([0, 1])
    await api(`/v1/sources/${refs['paper2']}`, amendment({ aliases: ['새말'] }, 1))
    expect(await count('"신문 2"')).toBe(1)
    await api(`${path}/void`, { body: { reason: 'Not said.' }, headers: { 'if-match': '"2"' } })
    expect(await count('새말')).toBe(0)
  })

  it.for(['relevance', 'newest', 'changed', 'most_countered'])(
    '200: pages by %s neither skip nor repeat',
    async (sort, { api, db }) => {
      const { refs } = await importLines(db, [
        source(`paged-${sort}`, `Paged ${sort}`),
        ...Array.from({ length: 23 }, (_, index) =>
          claim(`P${index}`, `${sort}쪽수 `.repeat((index % 4) + 1), { speaker: `paged-${sort}` }),
        ),
      ])
      const path = `/v1/claims?q=${encodeURIComponent(`${sort}쪽수`)}&sort=${sort}`

      const items = await allPages(api, `${path}&limit=5`)

      expect(new Set(names(refs, items)).size).toBe(23)
      expect(items).toEqual((await read<Page>(api, path)).items)
    },
  )

  it.for(['', '%20', '…!%3F', "%25_'%22", 'a'.repeat(201)])('400: %o', async (q, { api }) => {
    const { status, json } = await api(`/v1/claims?q=${q}`)

    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ pointer: '/q' }] })
  })

  it('400: sorting by relevance of nothing', async ({ api }) => {
    const { status, json } = await api('/v1/claims?sort=relevance')

    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ pointer: '/sort', code: 'needs-q' }] })
  })
})

/** Syllables of which few repeat. */
function hangul(seed: number): string {
  return Array.from({ length: 5000 }, (_, i) =>
    String.fromCodePoint(0xac00 + ((seed * 5000 + i * 7) % 11_172)),
  ).join('')
}

/** What finds objects by their words as they are now. */
async function indexRows(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select claim_id as id, tokens::text from claim_search
    union all
    select source_id, tokens from source_alias join source
      on source.id = source_id and content_seq = seq
    union all
    select report_id, page::text from report_page join report
      on report.id = report_id and content_seq = seq
    union all
    select source_id, key::text from source_key join source
      on source.id = source_id and content_seq = seq
    union all
    select object, concat_ws(' ', type, tokens, names, grams) from name_search
    order by 1, 2
  `.execute(db)
  return rows
}

async function allPages(api: Api, path: string): Promise<Page['items']> {
  const items: Page['items'] = []
  for (let next: string | null = ''; next !== null;) {
    const page: Page = await read<Page>(api, path + (next && `&cursor=${next}`))
    items.push(...page.items)
    next = page.next
  }
  return items
}

function names(refs: Readonly<Record<string, string>>, items: Page['items']): string[] {
  return items.flatMap(
    ({ id }) => Object.entries(refs).find(([, known]) => known === id)?.[0] ?? [],
  )
}
