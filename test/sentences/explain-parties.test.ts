import { describe, expect, test } from 'vitest'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { QuotedClaim, Standing } from '../../src/sentences/explanation.ts'
import type { Party } from '../../src/sentences/told/speakers.ts'
import { partyOf, rebuttal, said, speaker } from '../engine/seed-claims.ts'

const [google, meta, apple, kim] = ['구글', '메타', '애플', '김하나'].map((name) => ({
  id: name,
  name,
}))
const companies = [google, meta, apple].flatMap((each) => each ?? [])
const [first, second] = [companies.slice(0, 1), companies.slice(0, 2)]
const berg = { id: 'berg', name: '베르그' }
const spoken = { isSpeakerOne: false }

/** For whom the first company, or Berg, speaks. */
const parties: readonly [
  string,
  Party,
  denied: readonly [en: string, ko: string],
  admitted: readonly [en: string, ko: string],
][] = [
  [
    'the only subject, itself',
    partyOf(first),
    ['구글, whom this is about, denied it', '당사자인 구글이'],
    ['구글, whom this is about, confirmed this', '당사자인 구글이'],
  ],
  [
    'the only subject, through another',
    partyOf(first, spoken),
    ['구글, through 베르그, denied it', '당사자인 구글이 베르그를 통해'],
    ['베르그 confirmed this for 구글, whom this is about,', '베르그가 당사자인 구글을 대표해'],
  ],
  [
    'one of three companies, itself',
    partyOf(first, { of: 3 }),
    ['구글, one of three companies it is about, denied it', '대상 기업 3곳 중 하나인 구글이'],
    ['구글, one of three companies it is about, confirmed this', '대상 기업 3곳 중 하나인 구글이'],
  ],
  [
    'one of three companies, through another',
    partyOf(first, { ...spoken, of: 3 }),
    [
      '구글, one of three companies it is about, through 베르그, denied it',
      '대상 기업 3곳 중 하나인 구글이 베르그를 통해',
    ],
    [
      '베르그 confirmed this for 구글, one of three companies it is about,',
      '베르그가 대상 기업 3곳 중 하나인 구글을 대표해',
    ],
  ],
  [
    'two of three companies, through another',
    partyOf(second, { ...spoken, of: 3 }),
    [
      '구글 and 메타, two of three companies it is about, through 베르그, denied it',
      '대상 기업 3곳 중 2곳인 구글, 메타가 베르그를 통해',
    ],
    [
      '베르그 confirmed this for 구글 and 메타, two of three companies it is about,',
      '베르그가 대상 기업 3곳 중 2곳인 구글, 메타를 대표해',
    ],
  ],
  [
    'both companies, being one of them',
    partyOf(second),
    [
      '구글, also for 메타, both companies it is about, denied it',
      '구글이 대상 기업 2곳인 자신과 메타를 대표해',
    ],
    [
      '구글, also for 메타, both companies it is about, confirmed this',
      '구글이 대상 기업 2곳인 자신과 메타를 대표해',
    ],
  ],
  [
    'one of two people',
    partyOf([kim ?? berg], { of: 2, kind: 'people' }),
    ['김하나, one of two people it is about, denied it', '대상 인물 2명 중 한 명인 김하나가'],
    ['김하나, one of two people it is about, confirmed this', '대상 인물 2명 중 한 명인 김하나가'],
  ],
  [
    'one of twelve parties',
    partyOf(first, { of: 12, kind: 'parties' }),
    ['구글, one of 12 parties it is about, denied it', '대상 12곳 중 하나인 구글이'],
    ['구글, one of 12 parties it is about, confirmed this', '대상 12곳 중 하나인 구글이'],
  ],
  [
    'one of two companies beside the author',
    partyOf(first, { of: 2, isBesideOwn: true }),
    [
      '구글, one of two other companies it is about, denied it',
      '그 밖의 대상 기업 2곳 중 하나인 구글이',
    ],
    [
      '구글, one of two other companies it is about, confirmed this',
      '그 밖의 대상 기업 2곳 중 하나인 구글이',
    ],
  ],
  [
    'a subject of the author’s own voice, which is not counted',
    partyOf(first, { of: 0 }),
    ['구글, whom this is about, denied it', '당사자인 구글이'],
    ['구글, whom this is about, confirmed this', '당사자인 구글이'],
  ],
]

describe('who speaks, and for whom', () => {
  test.each(parties)('%s', (_, party, denied, admitted) => {
    const sentences = (standing: (claim: QuotedClaim) => Standing) =>
      (['en', 'ko'] as const).map((lang) => tell(standing(claimBy(party, lang)), lang))

    const [en, ko] = sentences((claim) => ({
      status: 'denied',
      cites: [rebuttal(claim, { party })],
    }))
    expect(en).toBe(
      `${denied[0]}: “No” (5 December 2025); no withdrawal by The Information is on record.`,
    )
    expect(ko).toBe(
      `${denied[1]} 2025년 12월 5일 “No”라고 부인했으며, 디인포메이션의 철회 기록은 없습니다.`,
    )

    const confirmed = sentences((claim) => ({
      status: 'admitted',
      cites: [{ ...claim, party }],
      all: party,
    }))
    expect(confirmed).toEqual([
      `${admitted[0]} on 5 December 2025: “No”.`,
      `${admitted[1]} 2025년 12월 5일 “No”라며 이를 인정했습니다.`,
    ])
  })
})

describe('what every subject admits, each by its own claim', () => {
  test.each<[string, number, string, string]>([
    [
      'two',
      2,
      '구글 and 메타, both companies it is about, confirmed this: 구글 (“Yes, 구글”, 5 December 2025) and 메타 (“Yes, 메타”, 5 December 2025).',
      '구글이 2025년 12월 5일 “Yes, 구글”이라고, 메타가 2025년 12월 5일 “Yes, 메타”라고 밝혀 대상 기업 2곳(구글, 메타)이 모두 이를 인정했습니다.',
    ],
    [
      'three',
      3,
      '구글, 메타 and 애플, all three companies it is about, confirmed this: 구글 (“Yes, 구글”, 5 December 2025), 메타 (“Yes, 메타”, 5 December 2025) and 1 more answer.',
      '구글이 2025년 12월 5일 “Yes, 구글”이라고, 메타가 2025년 12월 5일 “Yes, 메타”라고 밝히는 등 대상 기업 3곳(구글, 메타, 애플)이 모두 이를 인정했습니다.',
    ],
    [
      'five',
      5,
      '구글, 메타, 애플 and 2 more, all five companies it is about, confirmed this: 구글 (“Yes, 구글”, 5 December 2025), 메타 (“Yes, 메타”, 5 December 2025) and 3 more answers.',
      '구글이 2025년 12월 5일 “Yes, 구글”이라고, 메타가 2025년 12월 5일 “Yes, 메타”라고 밝히는 등 대상 기업 5곳(구글, 메타, 애플 외 2곳)이 모두 이를 인정했습니다.',
    ],
  ])('%s', (_, count, en, ko) => {
    const others = [
      { id: 'd', name: '디' },
      { id: 'e', name: '이' },
    ]
    const subjects = [...companies, ...others].slice(0, count)
    const standing: Standing = {
      status: 'admitted',
      cites: subjects.map((subject) => ({
        ...said(subject.name, `Yes, ${subject.name}`, 'en'),
        speaker: subject,
        party: partyOf([subject], { of: count }),
      })),
      all: partyOf(subjects, spoken),
    }
    expect(tell(standing, 'en')).toBe(en)
    expect(tell(standing, 'ko')).toBe(ko)
  })

  test('for whom a spokesperson did, and without words that were removed', () => {
    const standing: Standing = {
      status: 'admitted',
      cites: [
        { ...said('x', null, 'en'), speaker: berg, party: partyOf(first, { ...spoken, of: 2 }) },
        {
          ...said('y', 'Yes', 'en'),
          speaker: companies[1] ?? berg,
          party: partyOf(second.slice(1), { of: 2 }),
        },
      ],
      all: partyOf(second, spoken),
    }
    expect(tell(standing, 'en')).toBe(
      '구글 and 메타, both companies it is about, confirmed this: 베르그 for 구글 (5 December 2025) and 메타 (“Yes”, 5 December 2025).',
    )
    expect(tell(standing, 'ko')).toBe(
      '메타가 2025년 12월 5일 “Yes”라고 밝히는 등 대상 기업 2곳(구글, 메타)이 모두 이를 인정했습니다.',
    )
  })
})

function claimBy({ isSpeakerOne, subjects }: Party, lang: DisplayLanguage): QuotedClaim {
  const by = isSpeakerOne ? subjects.named[0] : berg
  return { ...said('a', 'No', lang), speaker: by ?? berg }
}

function tell(standing: Standing, lang: DisplayLanguage): string {
  return explain({ ...standing, speaker: speaker('the-information', lang), isRuling: false }, lang)
}
