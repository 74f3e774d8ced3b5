import { describe, expect } from 'vitest'
import { textOf } from '../../support/document.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import { partOf, readPage } from '../../support/page-parts.ts'
import { it } from '../../support/seed-api.ts'

const asBrowser = { headers: { accept: 'text/html' }, isPublic: true }

describe('the page of a claim', () => {
  it('says in a sentence where the claim stands, before anything else of it', async ({
    api,
    refs,
  }) => {
    const said = textOf(await readPage(api, `/claims/${refs('R1')}?lang=en`))

    expect(said).toMatch(
      /lowered sales targets for certain AI products .*About: Microsoft .*Microsoft, whom this is about, answered on the scope .* answers another point \(the scope\) · this one is open .*The exchange/,
    )
  })

  it('sets what was answered beside what was said, with what the answer touches', async ({
    api,
    refs,
  }) => {
    const part = partOf(await readPage(api, `/claims/${refs('R1')}?lang=en`), 'The exchange')

    expect(part).toMatch(
      /Some business units .* answers another point \(the scope\) Microsoft .*neither salespeople.* contests its grounds Microsoft .*improperly linked.* adds context .* Even if Foundry/,
    )
  })

  it('marks Korean words of the record as Korean on an English page', async ({ api, refs }) => {
    for (const ref of ['R1', 'D1', 'F1']) {
      const page = await readPage(api, `/claims/${refs(ref)}?lang=en`)
      const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(page) ?? []
      // What is inside an element marked as Korean, with elements inside it, is taken away.
      const rest = main
        .replaceAll(/<(\/?)(?:mark|s)>/g, '')
        .replaceAll(/<(\w+)[^>]* lang="ko"[^>]*>[^<]*<\/\1>/g, '')

      expect(main).toMatch(/lang="ko"/)
      expect(rest.match(/[^<>]*\p{sc=Hangul}[^<>]*/gu) ?? []).toEqual([])
    }
  })

  it('has an empty box beside the points that no party answered', async ({ api, refs }) => {
    const page = await readPage(api, `/claims/${refs('R1')}?lang=ko`)

    expect(partOf(page, '주장과 답변')).toContain(
      '일부 사업부 하향 조정했다 매출 (성장) 목표 특정 AI 제품 이 주장 자체에 대한 마이크로소프트의 답변은 기록에 없습니다.',
    )
    expect(page.match(/class="none"/g)).toHaveLength(1)
    expect(page.match(/침묵은 인정이 아닙니다/g)).toHaveLength(1)
  })

  const concessions = [
    [
      'concedes',
      [
        {
          type: 'link',
          ref: 'c',
          relation: 'concedes',
          from: 'A',
          to: { claim: 'R' },
          uncited: true,
        },
      ],
    ],
    [
      'took back what conceded it',
      [
        {
          type: 'link',
          ref: 'c',
          relation: 'concedes',
          from: 'A',
          to: { claim: 'R' },
          uncited: true,
        },
        { type: 'withdrawal', claim: 'A', at: '2025-12-20', reason: 'x', uncited: true },
      ],
    ],
  ] as const

  it.for(concessions)(
    'never says that a party is silent that %s',
    async ([name, lines], { api, db }) => {
      const { refs } = await importLines(db, [
        ...notedLines('R(Info→MS) A(MS→MS)', '', name.replaceAll(' ', '-')),
        ...lines,
      ])
      const page = await readPage(api, `/claims/${refs['R']}?lang=en`)

      expect(page).not.toContain('class="none"')
      expect(partOf(page, 'The exchange')).not.toMatch(/Silence is not|No answer/)
      expect(partOf(page, 'Statements that confirm it')).toContain('A')
      expect(partOf(page, 'In order of time')).toContain('confirms this')
    },
  )

  it('says of a confirmation how much it confirms', async ({ api, db }) => {
    const points = [
      { id: 'a', text: 'It closed' },
      { id: 'b', text: 'in May' },
    ]
    for (const [meets, words] of [
      [['a'], 'confirms a part of this'],
      [['a', 'b'], 'confirms this'],
    ] as const) {
      const lines = notedLines('R(Info→MS) A(MS→MS)', '1: A qualifies R', `part-${meets.length}`)
      const { refs } = await importLines(
        db,
        lines.map((line) => {
          if ('ref' in line && line.ref === 'R') return { ...line, points }
          return line.type === 'link' ? { ...line, response: 'confirms', meets } : line
        }),
      )
      const page = await readPage(api, `/claims/${refs['R']}?lang=en`)
      expect(partOf(page, 'The exchange')).toContain(words)
    }
  })

  it('shows the past without a picture of now, and dates what it says of it', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', 'dated'))
    const today = new Date().toISOString().slice(0, 10)
    const page = await readPage(api, `/claims/${refs['R']}?lang=en&asOf=${today}`)
    const now = await readPage(api, `/claims/${refs['R']}?lang=en`)
    const { text } = await api(`/claims/${refs['R']}?lang=en&asOf=${today}`, {
      headers: { accept: 'text/plain' },
    })

    expect(now).toContain('property="og:image"')
    expect(page).not.toContain('property="og:image"')
    expect(page).toMatch(/property="og:description" content="As of /)
    expect(text).toMatch(/As of: .*\n.*\?asOf=/)
  })

  it('expects no answer of those who say it themselves', async ({ api, refs }) => {
    const page = await readPage(api, `/claims/${refs('D1')}?lang=en`)

    expect(partOf(page, 'The exchange')).toContain('answered by this on another point')
    expect(page).not.toContain('class="none"')
  })

  it('has one empty box where nobody answered, and none where its speaker took it back', async ({
    api,
    db,
  }) => {
    const { refs } = await importLines(db, [
      ...notedLines('R(Info→MS) S(Info→MS)', '', 'boxes'),
      { type: 'withdrawal', claim: 'S', at: '2025-12-20', reason: 'x', uncited: true },
    ])

    const open = await readPage(api, `/claims/${refs['R']}?lang=en`)
    const closed = await readPage(api, `/claims/${refs['S']}?lang=en`)

    expect(partOf(open, 'The exchange')).toContain(
      'No answer by MS is on record. Silence is not a concession.',
    )
    expect(open.match(/class="none"/g)).toHaveLength(1)
    expect(closed).not.toContain('class="none"')
  })

  it('shows what it answers, what rests on it, and who else says the same', async ({
    api,
    refs,
    db,
  }) => {
    const report = await readPage(api, `/claims/${refs('R1')}?lang=en`)
    const { refs: own } = await importLines(
      db,
      notedLines(
        'R(Info→MS) S(Other→MS) U(MS→MS) B(Info→MS)',
        '1: S restates R; 2: U undercuts R; 3: R relies_on B',
        'related',
      ),
    )
    const claim = await readPage(api, `/claims/${own['R']}?lang=en`)
    const undercut = await readPage(api, `/claims/${own['U']}?lang=en`)
    const basis = await readPage(api, `/claims/${own['B']}?lang=en`)

    expect(partOf(report, 'What rests on it')).toContain('The core cause of the target adjustment')
    expect(partOf(claim, 'Others who say the same')).toContain('Other · ')
    expect(partOf(claim, 'What it rests on')).toContain(' B ')
    expect(partOf(undercut, 'What it answers')).toContain(' R ')
    expect(partOf(basis, 'What rests on it')).toContain(' R ')
  })

  it('stays short however much is linked with it, and says that there is more', async ({
    api,
    db,
  }) => {
    const names = Array.from({ length: 30 }, (_, index) => `X${index}(Info→MS)`)
    const links = names.map((_, index) => `${index + 1}: X${index} relies_on R`)
    const { refs } = await importLines(
      db,
      notedLines(`R(Info→MS) ${names.join(' ')}`, links.join('; '), 'many'),
    )

    const part = partOf(await readPage(api, `/claims/${refs['R']}?lang=en`), 'What rests on it')

    expect(part.match(/Info · /g)).toHaveLength(6)
    expect(part).toContain('There are more of them')
  })

  it('leaves a gap in the chain where the original is missing', async ({ api, refs }) => {
    const page = await readPage(api, `/claims/${refs('R1')}?lang=en`)
    const chain = textOf(/<ol class="chain">.*?<\/ol>/s.exec(page)?.[0] ?? '')

    expect(chain).toMatch(
      /The Information says it .* Its own text is not on record .*Newsletter.* relays it .* This record enters it /,
    )
    expect(page).toContain('<li class="gone">')
  })

  it('tells in order of time what happened, and what was recorded', async ({ api, refs }) => {
    const part = partOf(await readPage(api, `/claims/${refs('R1')}?lang=en`), 'In order of time')

    expect(part).toMatch(
      /3 December 2025 The Information says this .* Microsoft : answers another point .* December 2025 Newsletter .* Entered in this record .* Status: /,
    )
  })
})

describe('a claim as it stood', () => {
  it('is shown as of any day since it is on record', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', 'stood'))
    const { json } = await api<{ items: { seq: number }[] }>(`/v1/claims/${refs['R']}/history`)
    const [first] = json.items
    await importLines(db, [
      { type: 'withdrawal', claim: refs['R'], at: '2025-12-20', reason: 'x', uncited: true },
    ])

    const now = await readPage(api, `/claims/${refs['R']}?lang=en`)
    const then = await readPage(api, `/claims/${refs['R']}?lang=en&asOf=${first?.seq}`)
    const today = new Date().toISOString().slice(0, 10)
    const day = await readPage(api, `/claims/${refs['R']}?lang=en&asOf=${today}`)

    expect(textOf(now)).toContain('Withdrawn by Info')
    expect(textOf(then)).not.toContain('Withdrawn')
    expect(textOf(then)).toMatch(/This is how the claim stood on .* As it stands now/)
    expect(textOf(day)).toContain('Withdrawn by Info')
    expect(now).toContain(`min="${today}"`)
    expect(textOf(now)).toContain('The record of this claim begins on ')
  })

  it.for([
    ['1999-01-01', /Nothing was on record here yet/, /기록이 없었습니다/],
    ['2999-01-01', /has not come yet/, /오지 않은 날/],
    ['gestern', /“gestern” is not a day/, /‘gestern’: 날짜가 아닙니다/],
  ] as const)('400: not as of %s', async ([asOf, english, korean], { api, refs }) => {
    for (const [lang, said] of [
      ['en', english],
      ['ko', korean],
    ] as const) {
      const { status, text } = await api(
        `/claims/${refs('R1')}?asOf=${asOf}&lang=${lang}`,
        asBrowser,
      )

      expect(status).toBe(400)
      expect(textOf(text)).toMatch(said)
      // The ways to another day and to today.
      expect(text).toContain('type="date" name="asOf"')
      expect(text).toContain(`href="?lang=${lang}"`)
    }
  })

  it('400: a moment of the record before the claim was on it', async ({
    api,
    db,
    refs: seeded,
  }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS)', '', 'late'))
    const { json } = await api<{ items: { seq: number }[] }>(`/v1/claims/${seeded('R1')}/history`)
    const before = json.items[0]?.seq

    const { status, text } = await api(`/claims/${refs['R']}?asOf=${before}&lang=en`, asBrowser)

    expect(status).toBe(400)
    expect(textOf(text)).toContain('Nothing was on record here yet.')
  })
})
