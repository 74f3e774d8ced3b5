import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/views/claim.ts'
import { enterRandom } from '../surfaces/claims.ts'
import { standingFaults } from '../surfaces/check.ts'
import { it, read, type Api } from '../support/api.ts'
import { textOf } from '../support/document.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'
import { redact } from '../support/redact.ts'

const story = [
  sourceLine('paper', { kind: 'outlet', name: 'The Paper' }),
  sourceLine('firm', { kind: 'company', name: 'Acme' }),
  claimLine('R', 'paper', { about: ['firm'] }),
  claimLine('D', 'firm', { about: ['firm'] }),
]

async function readIn(api: Api, id: string | undefined, lang = 'en') {
  return read<ClaimView>(api, `/v1/claims/${id}?lang=${lang}`)
}

function remarkLine(from: string, response: string) {
  return linkLine(`${from}-${response}`, 'qualifies', from, 'R', { response })
}

const both = [
  { id: 'a', text: 'It closed' },
  { id: 'b', text: 'in May' },
]

function twoAnswers(details: object) {
  return [
    ...story.slice(0, 2),
    sourceLine('rival', { kind: 'company', name: 'Rival' }),
    claimLine('R', 'paper', { about: ['firm'], ...details }),
    claimLine('D', 'firm', { about: ['firm'] }),
    claimLine('E', 'firm', { about: ['firm'] }),
    claimLine('S', 'rival'),
  ]
}

describe('several answers of one party', () => {
  const cases = [
    {
      name: 'two denials of a point each',
      lines: [
        linkLine('l1', 'rebuts', 'D', 'R', { meets: ['a'] }),
        linkLine('l2', 'rebuts', 'E', 'R', { meets: ['b'] }),
      ],
      label: { en: 'Contested by Acme', ko: 'Acme 이의' },
      short: { en: /^Acme, .* answered on two points of it/, ko: /두 대목에 대해/ },
    },
    {
      name: 'a confirmation of one point, a denial of the other',
      lines: [
        linkLine('l1', 'qualifies', 'E', 'R', { response: 'confirms', meets: ['a'] }),
        linkLine('l2', 'rebuts', 'D', 'R', { meets: ['b'] }),
      ],
      label: {
        en: 'Acme answers a part of this · more answers on record',
        ko: 'Acme 답변: 일부 · 다른 답변 더 있음',
      },
      short: { en: /Acme, .* confirmed one point of it/, ko: /한 대목을 확인했습니다/ },
    },
    {
      name: 'a confirmation of all, a denial of something else',
      lines: [
        linkLine('l1', 'qualifies', 'E', 'R', { response: 'confirms', meets: ['a', 'b'] }),
        linkLine('l2', 'rebuts', 'D', 'R', { response: 'elsewhere' }),
      ],
      label: {
        en: 'Acme answers another point · more answers on record',
        ko: 'Acme 답변: 다른 점 · 다른 답변 더 있음',
      },
      short: { en: /Acme, .* confirmed two points of it/, ko: /두 대목을 확인했습니다/ },
    },
  ]

  it.for(cases)('leave nothing open: $name', async ({ lines, label, short }, { api, db }) => {
    const { refs } = await importLines(db, [...twoAnswers({ points: both }), ...lines])

    for (const lang of ['en', 'ko'] as const) {
      const told = await readIn(api, refs['R'], lang)
      expect(told.leftOpen).toEqual({ whole: false, points: [] })
      expect(told.statusLabel).toBe(label[lang])
      const { text, short: brief } = told.explanation ?? { text: '', short: '' }
      expect(text + brief).not.toMatch(/no answer|답변은 기록에 없/)
      expect(brief).toMatch(short[lang])
    }
  })

  const responses = [
    [
      'neither',
      'Acme, whom this is about, neither confirms nor denies it',
      '확인도 부인도 하지 않았습니다',
    ],
    ['declines', 'Acme, whom this is about, declined to comment', '논평을 거부했습니다'],
  ] as const
  const others = [
    ['another speaker', 'S'],
    ['the party, on another point', 'D'],
  ] as const
  const beside = responses.flatMap((each) => others.map((other) => [...each, ...other] as const))

  it.for(beside)('tell %s beside a rebuttal', async (row, { api, db }) => {
    const [response, en, ko, , by] = row
    const { refs } = await importLines(db, [
      ...twoAnswers({}),
      linkLine('l1', 'qualifies', 'E', 'R', { response }),
      linkLine('l2', 'rebuts', by, 'R', by === 'D' ? { aspect: 'scope' } : {}),
    ])

    for (const [lang, words] of [
      ['en', en],
      ['ko', ko],
    ] as const) {
      const { explanation } = await readIn(api, refs['R'], lang)
      expect(explanation?.text).toContain(words)
      expect(explanation?.text).not.toMatch(/no answer by Acme|Acme의 답변은 기록에/)
    }
  })
})

describe('a party that only remarks on a claim', () => {
  const three = [
    ...story.slice(0, 2),
    sourceLine('bolt', { kind: 'company', name: 'Bolt' }),
    sourceLine('cora', { kind: 'company', name: 'Cora' }),
    claimLine('R', 'paper', { about: ['firm', 'bolt', 'cora'] }),
    claimLine('A', 'firm'),
    claimLine('B', 'bolt'),
  ]

  it.for([
    ['confirms', 'Acme, one of three it is about, confirms this'],
    ['neither', 'Acme, one of three it is about, neither confirms nor denies'],
    ['declines', 'Acme, one of three it is about, neither confirms nor denies'],
  ] as const)('is one of several: %s', async ([response, label], { api, db }) => {
    const { refs } = await importLines(db, [...three, remarkLine('A', response)])
    const told = await readIn(api, refs['R'])
    expect(told.statusLabel).toBe(label)
    expect(told.explanation?.text).toMatch(/^Acme, one of three companies it is about,/)
  })

  it.for(['confirms', 'neither', 'declines'] as const)(
    'does not give its number to who concedes: %s',
    async (response, { api, db }) => {
      const conceding = linkLine('l1', 'concedes', 'A', 'R', { uncited: true })
      const { refs } = await importLines(db, [...three, conceding, remarkLine('B', response)])
      for (const [lang, label] of [
        ['en', 'Confirmed by Acme, one of three it is about'],
        ['ko', '대상 3곳 중 Acme 인정'],
      ] as const)
        expect((await readIn(api, refs['R'], lang)).statusLabel).toBe(label)
    },
  )

  it('confirms the scope alone, where an editor recorded that', async ({ api, db }) => {
    const link = linkLine('l1', 'qualifies', 'D', 'R', { response: 'confirms', aspect: 'scope' })
    const { refs } = await importLines(db, [...story, link])
    const told = await readIn(api, refs['R'])
    expect(told.statusLabel).toBe('Acme confirms the scope')
    expect(told.explanation?.text).toMatch(/^Acme, whom this is about, confirmed the scope /)
    const korean = await readIn(api, refs['R'], 'ko')
    expect(korean.statusLabel).toBe('Acme, 범위 확인')
    expect(korean.explanation?.text).toContain('범위를 확인했')
  })
})

describe('a claim whose words were removed', () => {
  const links = [
    [
      'a denial of one point',
      linkLine('l1', 'rebuts', 'D', 'R', { meets: ['a'] }),
      'Acme, whom this is about, answered on one point of it: “What firm says in D.” (3 December 2025); on one of its two points no answer is on record.',
      'Acme, whom this is about, answered on one point of it (3 December 2025); on one of its two points no answer is on record.',
      '이 주장의 한 대목에 대해 답했으며, 두 대목 가운데 한 대목에 대한 답변은 기록에 없습니다.',
    ],
    [
      'a confirmation of one point',
      linkLine('l1', 'qualifies', 'D', 'R', { response: 'confirms', meets: ['a'] }),
      'Acme, whom this is about, confirmed one point of it (“What firm says in D.”, 3 December 2025); nobody contradicts it on record.',
      'Acme, whom this is about, confirmed one point of it (3 December 2025); nobody contradicts it on record.',
      '이 주장의 한 대목을 확인했으며, 이 주장을 반박한 기록은 없습니다.',
    ],
  ] as const

  it.for(links)('tells how much %s touches', async (row, { api, db }) => {
    const [, link, text, short, ko] = row
    const { refs } = await importLines(db, [...twoAnswers({ points: both }), link])
    await redact(db, 'claim', refs['R'] ?? '')

    const toldIn = async (lang: 'en' | 'ko') => {
      const { items } = await read<{ items: ClaimView[] }>(
        api,
        `/v1/claims?source=${refs['paper']}&lang=${lang}`,
      )
      const found = items.find(({ id }) => id === refs['R'])
      expect(found?.standing.prefix).toBe({ en: 'Removed', ko: '삭제됨' }[lang])
      return found?.explanation
    }
    expect(await toldIn('en')).toMatchObject({ text, short })
    expect((await toldIn('ko'))?.short).toContain(ko)
  })
})

describe('beside what a third party says', () => {
  it.for([{ points: both }, {}])('the silent party is named: %o', async (details, { api, db }) => {
    const { refs } = await importLines(db, [
      ...twoAnswers(details),
      linkLine('l1', 'rebuts', 'D', 'R', { response: 'elsewhere' }),
      linkLine('l2', 'rebuts', 'S', 'R'),
    ])

    const { explanation } = await readIn(api, refs['R'])
    expect(explanation?.short).toMatch(/On the claim itself no answer by Acme is on record\.$/)
    expect(explanation?.text).toMatch(/no answer by Acme is on record\.$/)
  })

  it('a confirmation that names no point does not say that it is of all', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...twoAnswers({ points: both }),
      linkLine('l1', 'qualifies', 'D', 'R', { response: 'confirms' }),
    ])

    const [en, ko] = [await readIn(api, refs['R']), await readIn(api, refs['R'], 'ko')]
    expect(en.explanation?.text).toContain('confirmed it, with no point named')
    expect(ko.explanation?.text).toContain('대목을 특정하지 않고 이를 확인했으며')
  })
})

describe('a page that shows the answers', () => {
  it.for(['confirms', 'neither', 'declines'] as const)(
    'quotes them once: %s',
    async (response, { api, db }) => {
      const { refs } = await importLines(db, [
        ...twoAnswers({}),
        linkLine('l1', 'qualifies', 'D', 'R', { response }),
      ])

      for (const path of [`/claims/${refs['R']}`, `/embed/claims/${refs['R']}`]) {
        const { text } = await api(`${path}?lang=en`, { headers: { accept: 'text/html' } })
        expect([...textOf(text).matchAll(/What firm says in D\./g)]).toHaveLength(1)
      }
    },
  )
})

describe('what a spokesperson remarks', () => {
  const cases = [
    [
      'neither',
      'Acme neither confirms nor denies',
      'Acme, through Dana Spokes, neither confirms nor denies it',
      '당사자인 Acme이 Dana Spokes를 통해',
    ],
    [
      'declines',
      'Acme neither confirms nor denies',
      'Acme, through Dana Spokes, declined to comment',
      '당사자인 Acme이 Dana Spokes를 통해',
    ],
    [
      'confirms',
      'Acme confirms this',
      'Acme, through Dana Spokes, confirmed it',
      '당사자인 Acme이 Dana Spokes를 통해',
    ],
  ] as const
  const listed = {
    neither: { en: 'neither confirms nor denies this', ko: '확인도 부인도 하지 않음' },
    declines: { en: 'declines to comment', ko: '논평 거부' },
    confirms: { en: 'confirms this', ko: '이를 확인' },
  } as const
  const statuses = [['unchallenged'], ['disputed']] as const
  const all = cases.flatMap((each) => statuses.map((status) => [...each, ...status] as const))

  it.for(all)('is said for the party: %s', async (row, { api, db, origin }) => {
    const [response, label, en, ko, status] = row
    const { refs } = await importLines(db, [
      ...twoAnswers({}),
      sourceLine('dana', {
        kind: 'person',
        name: 'Dana Spokes',
        affiliations: [{ relation: 'speaks_for', source: 'firm' }],
      }),
      claimLine('P', 'dana'),
      linkLine('l1', 'qualifies', 'P', 'R', { response }),
      ...(status === 'disputed' ? [linkLine('l2', 'rebuts', 'S', 'R')] : []),
    ])

    const told = await readIn(api, refs['R'])
    expect(told.status).toBe(status)
    expect(told.statusLabel).toBe(status === 'unchallenged' ? label : 'Accounts differ')
    expect(told.explanation?.text).toContain(en)
    expect((await readIn(api, refs['R'], 'ko')).explanation?.text).toContain(ko)
    for (const lang of ['en', 'ko'] as const) {
      const card = await fetch(`${origin}/claims/${refs['R']}?lang=${lang}`, {
        headers: { accept: 'text/html' },
      })
      const page = await card.text()
      expect(page).toContain(listed[response][lang])
      expect(page).not.toMatch(/adds context|맥락 보충(?! \d)/)
    }
  })
})

describe('what a claim itself rebuts', () => {
  const onScope = { aspect: 'scope' }
  const cases = [
    ['its whole', null, 'Contested by Acme'],
    ['its existence', 'existence', 'Contested by Acme'],
    ['its quantity', 'quantity', 'Contested by Acme'],
    ['its timing', 'timing', 'Acme answers another point (the scope) · this one is open'],
  ] as const

  it.for(cases)('is met, if that is %s', async ([, aspect, label], { api, db }) => {
    const { refs } = await importLines(db, [
      ...story,
      linkLine('own', 'rebuts', 'D', 'R', onScope),
      linkLine('reverse', 'rebuts', 'R', 'D', { aspect }),
    ])

    expect((await readIn(api, refs['R'])).statusLabel).toBe(label)
  })

  it('is met beside another answer of the same party', async ({ api, db }) => {
    const { refs } = await importLines(db, [
      ...story,
      claimLine('E', 'firm', { about: ['firm'] }),
      linkLine('own', 'rebuts', 'D', 'R', onScope),
      linkLine('reverse', 'rebuts', 'R', 'E', { aspect: 'quantity' }),
    ])

    expect((await readIn(api, refs['R'])).statusLabel).toBe(
      'Acme answers another point (the scope) · more answers on record',
    )
  })

  it('is met in a random record', async ({ api, db }) => {
    const { claims } = await enterRandom(db, 7200)

    for (const claim of claims.filter(({ status }) => status === 'denied')) {
      for (const lang of ['en', 'ko'] as const) {
        const { statusLabel } = await readIn(api, claim.id, lang)
        expect(standingFaults(claim, { label: statusLabel ?? '', mark: '' }, lang)).toEqual([])
      }
    }
  })
})
