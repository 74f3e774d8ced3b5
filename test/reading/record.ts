/**
 * The record that the pictures of the reading test show: made up, so that no reader knows the story,
 * and one claim for each way to stand. Ids and dates are fixed.
 */

type Lang = 'en' | 'ko'
interface Said {
  readonly by: string
  readonly text: string
}
interface Dispute {
  readonly lang: Lang
  /** Names of the sources, by their refs. */
  readonly sources: Readonly<Record<string, { readonly kind: string; readonly name: string }>>
  readonly claim: Said & { readonly about: string; readonly points?: readonly string[] }
  readonly answer?: Said & { readonly link: object }
  readonly after?: (refs: { claim: string; answer: string; link: string }) => readonly object[]
}

const day = '2025-12-03'
const answered = '2025-12-05'

const disputes = {
  closure: {
    lang: 'en',
    sources: {
      post: { kind: 'outlet', name: 'Harbour Post' },
      nordlys: { kind: 'company', name: 'Nordlys Foods' },
    },
    claim: {
      by: 'post',
      about: 'nordlys',
      text: 'Nordlys Foods will close its cannery in Easton next spring',
    },
  },
  payments: {
    lang: 'ko',
    sources: {
      hanbit: { kind: 'outlet', name: '한빛신보' },
      daon: { kind: 'company', name: '다온전자' },
    },
    claim: {
      by: 'hanbit',
      about: 'daon',
      text: '다온전자가 협력사 대금 지급을 석 달째 미루고 있다',
    },
    answer: {
      by: 'daon',
      text: '협력사 대금 지급을 미룬 사실이 없다',
      link: { relation: 'rebuts', aspect: 'existence' },
    },
  },
  crew: {
    lang: 'en',
    sources: {
      ledger: { kind: 'outlet', name: 'Ledger Weekly' },
      brightline: { kind: 'company', name: 'Brightline Airways' },
    },
    claim: {
      by: 'ledger',
      about: 'brightline',
      text: 'Brightline Airways cut 400 cabin crew jobs and gave no notice',
      points: ['cut 400 cabin crew jobs', 'gave no notice'],
    },
    answer: {
      by: 'brightline',
      text: 'Everyone affected was given the full notice period',
      link: { relation: 'rebuts', meets: ['gave no notice'] },
    },
  },
  willows: {
    lang: 'ko',
    sources: {
      meeting: { kind: 'group', name: '강변시민모임' },
      district: { kind: 'body', name: '서원구청' },
      archive: { kind: 'company', name: '국토사진기록관' },
    },
    claim: {
      by: 'meeting',
      about: 'district',
      text: '올해 하천 공사로 버드나무 200그루가 베어진 모습이 사진에 찍혔다',
    },
    answer: {
      by: 'archive',
      text: '그 사진은 2019년 다른 하천에서 촬영된 것이다',
      link: { relation: 'undercuts' },
    },
  },
  tram: {
    lang: 'en',
    sources: {
      metro: { kind: 'outlet', name: 'Metro Times' },
      operator: { kind: 'company', name: 'Citytram' },
      watch: { kind: 'group', name: 'Riders’ Watch' },
    },
    claim: {
      by: 'metro',
      about: 'operator',
      text: 'Trams of the new line ran 40 minutes late on the first day',
    },
    answer: {
      by: 'watch',
      text: 'No tram of the new line was more than ten minutes late on the first day',
      link: { relation: 'rebuts' },
    },
  },
  tariff: {
    lang: 'ko',
    sources: {
      daily: { kind: 'outlet', name: '데일리마켓' },
      onsae: { kind: 'company', name: '온새통신' },
    },
    claim: { by: 'daily', about: 'onsae', text: '온새통신이 내년 봄 요금을 올린다' },
    answer: {
      by: 'onsae',
      text: '내년 요금에 대해서는 확인해 드릴 수 없다',
      link: { relation: 'qualifies', response: 'neither' },
    },
  },
  outage: {
    lang: 'en',
    sources: {
      radio: { kind: 'outlet', name: 'Coast Radio' },
      bank: { kind: 'company', name: 'Fen Bank' },
    },
    claim: { by: 'radio', about: 'bank', text: 'The app of Fen Bank was down for six hours' },
    answer: {
      by: 'bank',
      text: 'Our app could not be reached for six hours',
      link: { relation: 'concedes' },
    },
  },
  merger: {
    lang: 'ko',
    sources: {
      evening: { kind: 'outlet', name: '저녁경제' },
      garam: { kind: 'company', name: '가람제과' },
    },
    claim: { by: 'evening', about: 'garam', text: '가람제과가 경쟁사 인수를 추진한다' },
  },
  inhaler: {
    lang: 'en',
    sources: {
      valley: { kind: 'outlet', name: 'Valley News' },
      orchard: { kind: 'company', name: 'Orchard Labs' },
    },
    claim: {
      by: 'valley',
      about: 'orchard',
      text: 'Orchard Labs took its new inhaler off the market',
    },
    answer: {
      by: 'orchard',
      text: 'Our new inhaler is on sale as before',
      link: { relation: 'rebuts' },
    },
    after: ({ link }) => [
      { type: 'end', link, at: '2025-12-12', reason: 'It no longer says so.', citations: [] },
    ],
  },
  trial: {
    lang: 'ko',
    sources: {
      cheongpa: { kind: 'outlet', name: '청파뉴스' },
      mirae: { kind: 'company', name: '미르제약' },
    },
    claim: { by: 'cheongpa', about: 'mirae', text: '미르제약이 신약 임상시험을 중단했다' },
    answer: {
      by: 'cheongpa',
      text: '미르제약이 신약 임상시험을 한 달 늦췄다',
      link: { relation: 'supersedes' },
    },
  },
  brakes: {
    lang: 'en',
    sources: {
      tide: { kind: 'outlet', name: 'The Daily Tide' },
      kestrel: { kind: 'company', name: 'Kestrel Motors' },
    },
    claim: {
      by: 'tide',
      about: 'kestrel',
      text: 'Kestrel Motors knew of a brake defect and sold the cars',
    },
    after: ({ claim }) => [
      {
        type: 'withdrawal',
        claim,
        at: '2025-12-10',
        reason: 'It took the report back.',
        citation: {
          report: 'brakes-tide-report',
          quote: 'We take back our report on Kestrel Motors',
        },
      },
    ],
  },
  training: {
    lang: 'ko',
    sources: {
      saebyeok: { kind: 'outlet', name: '새벽일보' },
      nuri: { kind: 'company', name: '누리항공' },
    },
    claim: { by: 'saebyeok', about: 'nuri', text: '누리항공이 국제선 조종사 교육을 줄였다' },
    answer: {
      by: 'nuri',
      text: '조종사 전체의 교육 시간은 줄지 않았다',
      link: { relation: 'rebuts', aspect: 'scope' },
    },
  },
} satisfies Record<string, Dispute>
export type DisputeName = keyof typeof disputes

const order = Object.keys(disputes)

/** The id of the claim that a dispute is about. */
export function claimOf(dispute: DisputeName): string {
  return idOf(dispute, 1)
}

function idOf(dispute: string, nth: number): string {
  const place = String(order.indexOf(dispute) + 1).padStart(4, '0')
  return `019ae1e7-${place}-7000-8000-${String(nth).padStart(12, '0')}`
}

/** The record as lines of a bundle. */
export function recordLines(): object[] {
  return [
    { type: 'bundle', duplicates: 'new' },
    ...Object.entries(disputes).flatMap(([name, dispute]) => linesOf(name, dispute)),
  ]
}

function linesOf(name: string, { lang, sources, claim, answer, after }: Dispute): object[] {
  const refs = { claim: `${name}-claim`, answer: `${name}-answer`, link: `${name}-link` }
  const speakers = new Set([claim.by, ...(answer ? [answer.by] : [])])
  const cited = ({ by, text }: Said) => [{ report: `${name}-${by}-report`, quote: text }]
  const { points = [] } = claim
  return [
    ...Object.entries(sources).map(([ref, source]) => ({
      type: 'source',
      ref: `${name}-${ref}`,
      ...source,
    })),
    ...[...speakers].map((by) => ({
      type: 'report',
      ref: `${name}-${by}-report`,
      source: `${name}-${by}`,
      kind: sources[by]?.kind === 'outlet' ? 'article' : 'statement',
      title: sources[by]?.name,
      lang,
      publishedAt: by === claim.by ? day : answered,
    })),
    {
      type: 'claim',
      ref: refs.claim,
      id: idOf(name, 1),
      kind: 'fact',
      speaker: `${name}-${claim.by}`,
      about: [`${name}-${claim.about}`],
      text: claim.text,
      lang,
      assertedAt: day,
      points: points.map((text, index) => ({ id: 'ab'[index], text })),
      citations: cited(claim),
    },
    ...(answer
      ? [
          {
            type: 'claim',
            ref: refs.answer,
            id: idOf(name, 2),
            kind: 'fact',
            speaker: `${name}-${answer.by}`,
            about: [`${name}-${claim.about}`],
            text: answer.text,
            lang,
            assertedAt: answered,
            citations: cited(answer),
          },
          {
            type: 'link',
            ref: refs.link,
            id: idOf(name, 3),
            from: refs.answer,
            to: { claim: refs.claim },
            citations: cited(answer),
            ...answer.link,
            ...meetsOf(answer.link, points),
          },
        ]
      : []),
    ...(after?.(refs) ?? []),
  ]
}

/** Points by their ids. */
function meetsOf(link: object, points: readonly string[]): object {
  const met = 'meets' in link && Array.isArray(link.meets) ? link.meets : []
  return met.length === 0 ? {} : { meets: met.map((text) => 'ab'[points.indexOf(String(text))]) }
}
