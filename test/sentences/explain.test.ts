import { describe, expect, it, test } from 'vitest'
import { displayLanguages, type DisplayLanguage } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { Finding, QuotedClaim, Standing } from '../../src/sentences/explanation.ts'
import {
  partyOf,
  rebuttal,
  said,
  seedClaim,
  speaker,
  stepAttack,
  undercut,
} from '../engine/seed-claims.ts'

interface Sentences {
  of: string
  isRuling?: boolean
  standing: (lang: DisplayLanguage) => Standing
  en: string
  ko: string
}

function concession(lang: DisplayLanguage): QuotedClaim {
  const words = { en: 'Some targets were lowered', ko: '일부 목표를 낮췄다' }
  return said('microsoft', words[lang], lang, '2025-12-10')
}

function ruling(by: string, lang: DisplayLanguage): Finding {
  const words = { en: 'No target was lowered', ko: '낮춘 목표는 없다' }
  return { ...said(by, words[lang], lang, '2026-03'), reference: '2026가합123' }
}

const asSubject = (lang: DisplayLanguage) => ({ party: partyOf([speaker('microsoft', lang)]) })
const none = { named: [], more: 0 }
const asRuling = { isRuling: true }

describe('sentences of the seed story', () => {
  test.each<[string, Sentences]>([
    [
      'R1 is denied, and its grounds contested, by whom it is about',
      {
        of: 'the-information',
        standing: (lang) => ({
          status: 'denied',
          cites: [
            rebuttal(seedClaim('D1', lang), asSubject(lang)),
            undercut(seedClaim('D2', lang), asSubject(lang)),
          ],
        }),
        en: "Microsoft, whom this is about, denied it: “[Microsoft] has lowered neither salespeople's sales quotas nor the overall sales target for AI products” (translated from Korean, 3 December 2025) and contested it: “[The report] improperly linked growth rates and sales quotas” (translated from Korean, 3 December 2025); no withdrawal by The Information is on record.",
        ko: '당사자인 마이크로소프트가 2025년 12월 3일 “영업사원의 판매 할당량이나 전체 AI 제품 판매 목표를 낮춘 적이 없다”라고 부인했고 “성장률과 판매 할당을 부적절하게 연결했다”라며 이의를 제기했으며, 디인포메이션의 철회 기록은 없습니다.',
      },
    ],
    [
      'D1 is disputed by the report',
      {
        of: 'microsoft',
        standing: (lang) => ({ status: 'disputed', cites: [rebuttal(seedClaim('R1', lang))] }),
        en: 'The Information contradicted this: “Some business units within Microsoft lowered sales targets for certain AI products” (translated from Korean, 3 December 2025); neither side has given way on record.',
        ko: '디인포메이션이 2025년 12월 3일 “MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다.',
      },
    ],
    [
      'R3 relies on a report that is denied',
      {
        of: 'newsletter',
        standing: (lang) => ({
          status: 'disputed',
          cites: [{ ...seedClaim('R1', lang), as: 'basis', status: 'denied' }],
        }),
        en: 'It relies on what The Information asserted (“Some business units within Microsoft lowered sales targets for certain AI products”, translated from Korean, 3 December 2025), which is itself denied or contested by the party it is about.',
        ko: '이 주장이 근거로 삼은 디인포메이션의 주장(“MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”, 2025년 12월 3일)이 ‘당사자 답변·이의’ 상태에 있습니다.',
      },
    ],
    [
      'F1 conflicts with another figure of the same newsletter',
      {
        of: 'newsletter',
        standing: (lang) => ({ status: 'disputed', cites: [rebuttal(seedClaim('F2', lang))] }),
        en: 'Another statement by Newsletter (publisher not stated) contradicted this: “Microsoft lowered its sales targets for the new fiscal year, which began last July, to the level of 25–50% of the previous year” (translated from Korean, December 2025); neither is withdrawn on record.',
        ko: '같은 뉴스레터 (발행처 미상)의 다른 주장(“MS는 지난 7월 시작된 새 회계연도의 판매 목표를 전년의 25~50% 수준으로 하향 조정했다”, 2025년 12월)과 맞서 있으며, 어느 쪽도 철회 기록은 없습니다.',
      },
    ],
    [
      'L is disputed by what investors are reported to think',
      {
        of: 'gil-luria',
        standing: (lang) => ({ status: 'disputed', cites: [rebuttal(seedClaim('W', lang))] }),
        en: "Investors (as reported) contradicted this: “The adjustment of Microsoft's AI sales growth targets is a reason to worry” (translated from Korean, December 2025); neither side has given way on record.",
        ko: '보도에 언급된 투자자들이 2025년 12월에 “MS의 AI 매출 성장 목표 조정은 우려할 만한 일이다”라고 이와 상반되게 주장했으며, 어느 쪽도 물러선 기록은 없습니다.',
      },
    ],
    [
      'R2 is unchallenged, which confirms nothing',
      {
        of: 'the-information',
        standing: () => ({ status: 'unchallenged', contestedBy: none, context: none }),
        en: 'No answer is on record; that is not confirmation.',
        ko: '답변이 기록에 없을 뿐, 사실로 확인되었다는 뜻은 아닙니다.',
      },
    ],
  ])('%s', (_, { en, ko, ...told }) => {
    expect(sentencesOf(told)).toEqual([en, ko])
  })
})

describe('sentences of what may happen later', () => {
  test.each<[string, Sentences]>([
    [
      'withdrawn, on a known day',
      {
        of: 'the-information',
        standing: () => ({ status: 'withdrawn', withdrawnAt: '2025-12-05' }),
        en: 'The Information withdrew this on 5 December 2025.',
        ko: '디인포메이션이 2025년 12월 5일 이를 철회했습니다.',
      },
    ],
    [
      'withdrawn, nobody knows when',
      {
        of: 'microsoft',
        standing: () => ({ status: 'withdrawn', withdrawnAt: null }),
        en: 'Microsoft withdrew this.',
        ko: '마이크로소프트가 이를 철회했습니다.',
      },
    ],
    [
      'corrected by a later version',
      {
        of: 'microsoft',
        standing: (lang) => ({
          status: 'corrected',
          cites: [{ ...concession(lang), relation: 'supersedes', isReworded: false }],
        }),
        en: 'Microsoft replaced this on 10 December 2025 with “Some targets were lowered”.',
        ko: '마이크로소프트가 2025년 12월 10일 이를 “일부 목표를 낮췄다”로 대체했습니다.',
      },
    ],
    [
      'corrected by a concession',
      {
        of: 'microsoft',
        standing: (lang) => ({
          status: 'corrected',
          cites: [
            {
              ...concession(lang),
              relation: 'concedes',
              accepted: seedClaim('R1', lang),
              since: null,
            },
          ],
        }),
        en: 'Microsoft conceded on 10 December 2025 what The Information asserted (“Some business units within Microsoft lowered sales targets for certain AI products”, translated from Korean, 3 December 2025), which this opposed: “Some targets were lowered”.',
        ko: '마이크로소프트가 2025년 12월 10일 “일부 목표를 낮췄다”라며 이와 맞서던 디인포메이션의 주장(“MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”, 2025년 12월 3일)을 인정했습니다.',
      },
    ],
    [
      'admitted',
      {
        of: 'the-information',
        standing: (lang) => ({
          status: 'admitted',
          cites: [{ ...concession(lang), ...asSubject(lang) }],
          all: asSubject(lang).party,
        }),
        en: 'Microsoft, whom this is about, confirmed this on 10 December 2025: “Some targets were lowered”.',
        ko: '당사자인 마이크로소프트가 2025년 12월 10일 “일부 목표를 낮췄다”라며 이를 인정했습니다.',
      },
    ],
    [
      'ruled for',
      {
        of: 'microsoft',
        standing: (lang) => ({ status: 'ruled_for', cites: [ruling('서울중앙지방법원', lang)] }),
        en: '서울중앙지방법원 found so in March 2026 (2026가합123): “No target was lowered”.',
        ko: '서울중앙지방법원이 2026년 3월(2026가합123) “낮춘 목표는 없다”라고 판단하여 이를 인정했습니다.',
      },
    ],
    [
      'ruled against, by two bodies',
      {
        of: 'the-information',
        standing: (lang) => ({
          status: 'ruled_against',
          cites: [{ ...ruling('FTC', lang), reference: null, words: null }, ruling('대법원', lang)],
        }),
        en: 'FTC found otherwise in March 2026; 대법원 found otherwise in March 2026 (2026가합123): “No target was lowered”.',
        ko: 'FTC가 2026년 3월에 이와 다른 결론을 냈으며, 대법원이 2026년 3월(2026가합123) “낮춘 목표는 없다”라고 판단하여 이와 다른 결론을 냈습니다.',
      },
    ],
    [
      'a ruling that another set aside',
      {
        of: '서울중앙지방법원',
        isRuling: true,
        standing: (lang) => ({
          status: 'ruled_against',
          cites: [{ ...said('대법원', null, lang, '2026'), reference: null }],
        }),
        en: '대법원 set aside or suspended this in 2026.',
        ko: '대법원이 2026년에 이를 취소하거나 정지했습니다.',
      },
    ],
    [
      'a ruling that one contests in vain',
      {
        of: '대법원',
        isRuling: true,
        standing: (lang) => ({
          status: 'unchallenged',
          contestedBy: { named: [speaker('the-information', lang)], more: 0 },
          context: none,
        }),
        en: 'The Information contested it; that does not move a ruling.',
        ko: '디인포메이션이 이의를 제기했으나, 그것으로 판단의 상태가 바뀌지는 않습니다.',
      },
    ],
    [
      'a ruling that several contest in vain',
      {
        of: '대법원',
        isRuling: true,
        standing: (lang) => ({
          status: 'unchallenged',
          contestedBy: { named: [speaker('microsoft', lang), speaker('openai', lang)], more: 0 },
          context: none,
        }),
        en: 'Microsoft and OpenAI contested it; that does not move a ruling.',
        ko: '마이크로소프트, 오픈AI가 이의를 제기했으나, 그것으로 판단의 상태가 바뀌지는 않습니다.',
      },
    ],
    [
      'countered',
      {
        of: 'newsletter',
        standing: (lang) => ({ status: 'countered', cites: [undercut(seedClaim('M', lang))] }),
        en: 'Kirk Materne countered this: “Adjusting product-level targets early in the fiscal year is not surprising at all” (translated from Korean, December 2025); no answer that stands is on record.',
        ko: '커크 마터른이 2025년 12월에 “회계연도 초반에 제품 단위 목표를 조정하는 것은 전혀 놀라운 일이 아니다”라며 반론을 제기했으며, 유효한 재반박은 기록에 없습니다.',
      },
    ],
    [
      'contested in its grounds by a third party',
      {
        of: 'investors',
        standing: (lang) => ({ status: 'disputed', cites: [undercut(seedClaim('M', lang))] }),
        en: 'Kirk Materne contested its grounds: “Adjusting product-level targets early in the fiscal year is not surprising at all” (translated from Korean, December 2025); neither side has given way on record.',
        ko: '커크 마터른이 2025년 12월에 “회계연도 초반에 제품 단위 목표를 조정하는 것은 전혀 놀라운 일이 아니다”라며 그 근거에 이의를 제기했으며, 어느 쪽도 물러선 기록은 없습니다.',
      },
    ],
    [
      'disputed between rulings',
      {
        of: 'microsoft',
        standing: (lang) => ({
          status: 'disputed',
          cites: [
            rebuttal(ruling('법원', lang), asRuling),
            undercut(ruling('FTC', lang), asRuling),
          ],
        }),
        en: '법원 found otherwise: “No target was lowered” (March 2026); FTC ruled against its grounds: “No target was lowered” (March 2026). It is unresolved on record.',
        ko: '법원이 2026년 3월에 “낮춘 목표는 없다”라며 이와 다른 결론을 냈으며, FTC가 2026년 3월에 “낮춘 목표는 없다”라며 그 근거를 인정하지 않았습니다. 기록상 결론이 나지 않았습니다.',
      },
    ],
    [
      'disputed in the step from its basis',
      {
        of: 'investors',
        standing: (lang) => ({
          status: 'disputed',
          cites: [
            { ...seedClaim('Q', lang), as: 'basis', status: 'disputed' },
            stepAttack(seedClaim('M', lang), seedClaim('Q', lang)),
          ],
        }),
        en: "It relies on what Microsoft asserted (“Foundry's share of total Azure revenue is very small”, translated from Korean, 3 December 2025), which is itself disputed; Kirk Materne contested the step from what Microsoft asserted (“Foundry's share of total Azure revenue is very small”, translated from Korean): “Adjusting product-level targets early in the fiscal year is not surprising at all” (translated from Korean, December 2025).",
        ko: '이 주장이 근거로 삼은 마이크로소프트의 주장(“파운드리가 애저 전체 매출에서 차지하는 비중이 매우 작다”, 2025년 12월 3일)이 ‘주장 엇갈림’ 상태에 있으며, 커크 마터른이 2025년 12월에 “회계연도 초반에 제품 단위 목표를 조정하는 것은 전혀 놀라운 일이 아니다”라며 마이크로소프트의 주장(“파운드리가 애저 전체 매출에서 차지하는 비중이 매우 작다”)에서 이 주장으로 이어지는 추론에 이의를 제기했습니다.',
      },
    ],
    [
      'robbed of the step from its basis',
      {
        of: 'investors',
        standing: (lang) => ({
          status: 'basis_lost',
          cites: [stepAttack(said('MIT', null, lang), said('microsoft', null, lang))],
        }),
        en: 'The step from what Microsoft asserted was undercut by MIT (5 December 2025).',
        ko: 'MIT가 2025년 12월 5일 마이크로소프트의 주장에서 이 주장으로 이어지는 추론을 반박했습니다.',
      },
    ],
  ])('%s', (_, { en, ko, ...told }) => {
    expect(sentencesOf(told)).toEqual([en, ko])
  })
})

function sentencesOf({ of, isRuling = false, standing }: Omit<Sentences, 'en' | 'ko'>): string[] {
  return displayLanguages.map((lang) =>
    explain({ ...standing(lang), speaker: speaker(of, lang), isRuling }, lang),
  )
}

it('has a sentence even when no cite may be shown', () => {
  const standing: Standing = { status: 'denied', cites: [] }
  const explained = { ...standing, speaker: speaker('the-information', 'en'), isRuling: false }

  expect(explain(explained, 'en')).toBe(
    'The party it is about denies or contests it, and the record does not settle the matter.',
  )
})
