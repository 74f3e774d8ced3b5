import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { DraftCheckView } from '../../src/drafts/view.ts'
import { it as withApi, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, reportLine, sourceLine, withdrawalLine } from '../support/lines.ts'
import { seedLines } from '../support/seed.ts'

const newsletter = readFileSync('db/seed/newsletter.ko.txt', 'utf8')
const papers = Array.from({ length: 30 }, (_, nth) => `paper${nth}`)
const korean = { lang: 'ko', about: ['steel'] }

const injured = '동쪽제강 당진 공장 화재로 노동자 17명이 다쳤다'
const people = (count: string) => ({
  metric: 'injured workers',
  form: 'level',
  low: count,
  high: count,
  unit: '명',
})

const it = withApi.extend('refs', { scope: 'file' }, async ({ db }) => {
  await importLines(db, seedLines())
  const { refs } = await importLines(db, [
    sourceLine('steel', { kind: 'company', name: '동쪽제강' }),
    ...papers.map((paper) => sourceLine(paper, { kind: 'outlet', name: `${paper} 신문` })),
    reportLine('page', 'paper0', { url: 'https://paper0.example/a', lang: 'ko' }),
    claimLine('injured', 'paper0', {
      ...korean,
      kind: 'figure',
      text: injured,
      figure: people('17'),
    }),
    claimLine('nine', 'steel', {
      ...korean,
      kind: 'figure',
      text: '당진 공장 화재로 다친 노동자는 9명이다',
      figure: people('9'),
    }),
    linkLine('fewer', 'rebuts', 'nine', 'injured'),
  ])
  return refs
})

async function check(api: Api, text: string): Promise<DraftCheckView> {
  const {
    status,
    json,
    text: body,
  } = await api<DraftCheckView>('/v1/check?lang=ko', {
    body: { text },
  })
  if (status !== 200) throw new Error(body)
  return json
}

const idOf = (refs: Readonly<Record<string, string>>, ref: string): string => refs[ref] ?? ref

const codes = ({ items }: DraftCheckView) =>
  items.flatMap(({ findings }) => findings.map(({ code }) => code))

const sizes = [1, 2, 3, 6, 10, 25]

describe('what is found in a draft', () => {
  it.for(sizes)(
    'is the same among %i other claims with the same words',
    async (count, { api, db, refs }) => {
      expect(refs['injured']).toBeDefined()
      const town = ['강릉', '목포', '여수', '속초', '군산', '포천'][sizes.indexOf(count)]
      const taken = `동쪽제강이 ${town} 창고의 구리 전선을 모두 내다 팔았다`
      const denied = `동쪽제강이 ${town} 선착장에서 폐기된 선반을 몰래 태웠다`
      const replaced = `동쪽제강이 ${town} 연구소에 낡은 기중기를 공짜로 빌려줬다`
      const kinds = { taken, denied, replaced }
      const [own, late] = [{ lang: 'ko', about: [idOf(refs, 'steel')] }, idOf(refs, 'paper29')]
      const crowd = papers
        .slice(0, count)
        .flatMap((paper) =>
          Object.entries(kinds).map(([kind, words]) =>
            claimLine(`${kind}-${paper}-${count}`, idOf(refs, paper), { ...own, text: words }),
          ),
        )
      const named = await importLines(db, [
        ...crowd,
        ...Object.entries(kinds).map(([kind, words]) =>
          claimLine(`${kind}${count}`, late, { ...own, text: words }),
        ),
        claimLine(`no${count}`, idOf(refs, 'steel'), { ...own, text: '선반은 그대로 있다' }),
        claimLine(`better${count}`, late, { ...own, text: '기중기 한 대를 빌려줬다' }),
        linkLine(`denial${count}`, 'rebuts', `no${count}`, `denied${count}`),
        linkLine(`change${count}`, 'supersedes', `better${count}`, `replaced${count}`),
        withdrawalLine(`taken${count}`, {
          citation: { report: refs['page'], quote: '전선 기사를 취소합니다.' },
        }),
      ])

      const found = await check(
        api,
        Object.values(kinds)
          .map((words) => `${words}.`)
          .join(' '),
      )

      const at = (code: string) =>
        found.items.flatMap(({ findings }) =>
          findings.filter((each) => each.code === code).map(({ claim }) => claim),
        )
      expect(at('withdrawn-cited')).toEqual([named.refs[`taken${count}`]])
      expect(at('corrected-cited')).toEqual([named.refs[`replaced${count}`]])
      expect(at('answer-missing')).toEqual([named.refs[`denied${count}`]])
      const listed = new Set(found.items.flatMap(({ claims }) => claims.map(({ claim }) => claim)))
      for (const kind of Object.keys(kinds)) expect(listed).toContain(named.refs[`${kind}${count}`])
      expect(found.complete).toBe(true)
    },
  )

  it('is counted over a whole long draft, and listed first', async ({ api, db, ownerDb, refs }) => {
    const texts = Array.from(
      { length: 200 },
      (_, nth) => `${nth}호 화물선이 ${nth * 7}일 만에 ${wordOf(nth)} 항구로 돌아왔다`,
    )
    const last = '선장 조합은 새 부두의 이름을 돌고래 부두로 정했다'
    await importLines(db, [
      ...texts.map((text, nth) =>
        claimLine(`ship${nth}`, idOf(refs, 'paper1'), { text, lang: 'ko', about: [] }),
      ),
      claimLine('quay', idOf(refs, 'paper1'), { text: last, lang: 'ko', about: [] }),
      withdrawalLine('quay', {
        citation: { report: refs['page'], quote: '부두 기사를 취소합니다.' },
      }),
    ])

    await sql`analyze claim_search, claim`.execute(ownerDb)

    const found = await check(api, [...texts, last].map((text) => `${text}.`).join('\n\n'))

    expect(found).toMatchObject({
      counts: { sentences: 201, findings: 1 },
      more: true,
      complete: true,
    })
    expect(codes(found)).toEqual(['withdrawn-cited'])
    expect(found.claims[0]?.claim.status).toBe('withdrawn')
  })

  it('says that a check is not complete where claims with the same words are too many', async ({
    api,
    db,
    refs,
  }) => {
    const text = '북쪽 부두의 등대지기가 밤마다 바다 안개를 사진에 담았다'
    const lines = Array.from({ length: 80 }, (_, nth) =>
      claimLine(`fog${nth}`, idOf(refs, `paper${nth % 30}`), {
        text,
        lang: 'ko',
        about: [],
        assertedAt: `20${10 + Math.floor(nth / 30)}`,
      }),
    )
    await importLines(db, lines)

    expect((await check(api, `${text}.`)).complete).toBe(false)
    expect((await check(api, '날씨가 맑았다.')).complete).toBe(true)
  })

  it.for([
    ['the claim alone', `${injured}.`, ['answer-missing']],
    [
      'each time it is repeated',
      `${injured}. 날씨는 맑았다. ${injured}고 한다.`,
      ['answer-missing', 'answer-missing'],
    ],
    [
      'nothing with the answer',
      `${injured}. 회사는 당진 공장 화재로 다친 노동자는 9명이라고 반박했다.`,
      [],
    ],
    [
      'nothing with a denial in other words',
      `${injured}. 동쪽제강은 이런 보도를 전면 부인했다.`,
      [],
    ],
    ['nothing in the denial', `${injured}는 보도는 사실이 아니라고 회사가 반박했다.`, []],
    ['nothing for another place', '동쪽제강 포항 공장 화재로 노동자 17명이 다쳤다.', []],
    ['nothing for another firm', '한빛제강 당진 공장 화재로 노동자 17명이 다쳤다.', []],
    ['nothing for at least fewer', '동쪽제강 당진 공장 화재로 노동자 15명 이상이 다쳤다.', []],
    [
      'another figure',
      '동쪽제강 당진 공장 화재로 노동자 25명이 다쳤다.',
      ['figure-drift', 'figure-drift'],
    ],
    [
      'lines that are broken',
      '동쪽제강 당진 공장\n화재로 노동자\n17명이 다쳤다.',
      ['answer-missing'],
    ],
  ] as const)('in %s', async ([, text, expected], { api, refs }) => {
    expect(refs['injured']).toBeDefined()
    expect(codes(await check(api, text))).toEqual(expected)
  })

  it('does not depend on unrelated claims that are on record', async ({
    api,
    db,
    ownerDb,
    refs,
  }) => {
    expect(refs['nine']).toBeDefined()
    const drafts = [
      newsletter,
      newsletter.replaceAll(/(?<=\S{3,} \S{3,} \S{3,}) (?=\S)/g, '\n'),
      `${injured}.`,
      '동쪽제강 당진 공장에 노동자 17명이 새로 입사했다.',
      'Some business units within Microsoft lowered sales targets for certain AI products.',
      'Microsoft denies that some business units lowered sales targets for certain AI products.',
      '마이크로소프트가 일부 AI 제품 매출 목표를 상향 조정했다.',
    ]
    const told = async (draft: string) => {
      const { items } = await check(api, draft)
      return items.flatMap(({ text, claims, findings }) => {
        const repeated = claims.filter(({ match }) => match === 'repeats').map(({ claim }) => claim)
        return repeated.length + findings.length > 0 ? [[text, repeated, findings]] : []
      })
    }
    const before = await Promise.all(drafts.slice(0, 2).map(told))
    const others = await Promise.all(drafts.slice(2, 4).map(told))
    const rest = [
      await told(drafts[4] ?? ''),
      await told(drafts[5] ?? ''),
      await told(drafts[6] ?? ''),
    ]

    const words = '공장 노동자 화재로 목표를 제품 일부 하향 다쳤다 날씨 항구 바람 기차'.split(' ')
    const noise = Array.from({ length: 1_500 }, (_, nth) => {
      const some = [words[nth % 12], words[(nth * 5 + 1) % 12]].join(' ')
      const text = `${wordOf(nth)} 소식 ${nth}호는 ${some} 이야기를 ${wordOf(nth * 7)} 사람들에게 전한다`
      return claimLine(`noise${nth}`, idOf(refs, 'paper2'), { text, lang: 'ko', about: [] })
    })
    await importLines(db, noise)
    await sql`analyze claim_search`.execute(ownerDb)

    const after = [await told(drafts[0] ?? ''), await told(drafts[1] ?? '')]
    expect(after).toEqual(before)
    expect([await told(drafts[2] ?? ''), await told(drafts[3] ?? '')]).toEqual(others)
    expect([
      await told(drafts[4] ?? ''),
      await told(drafts[5] ?? ''),
      await told(drafts[6] ?? ''),
    ]).toEqual(rest)
  })
})

/** Letters alone, none of them twice in a row. */
function wordOf(number: number): string {
  return `${[...String(number)].map((digit) => '가나도레미파솔하처로'.charAt(Number(digit))).join('')}섬`
}
