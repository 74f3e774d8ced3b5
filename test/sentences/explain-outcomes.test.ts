import { describe, expect, test } from 'vitest'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { ChallengeOutcome, ClaimOutcome } from '../../src/sentences/explanation.ts'
import { rebuttal, said, seedClaim, speaker, undercut } from '../engine/seed-claims.ts'

const by = { named: [{ id: 'mit', name: 'MIT' }], more: 0 }
const nobody = { named: [], more: 0 }

describe('what became of a challenge', () => {
  test.each<[ChallengeOutcome, string, string]>([
    [
      { kind: 'withdrawn', at: '2025-12-05' },
      'that was withdrawn on 5 December 2025',
      '그 주장은 2025년 12월 5일 철회되었습니다',
    ],
    [
      { kind: 'corrected', at: '2025' },
      'that was replaced by its author in 2025',
      '그 주장은 2025년 다른 주장으로 대체되었습니다',
    ],
    [{ kind: 'dropped', at: null }, 'that was dropped', '그 반론은 철회되었습니다'],
    [
      { kind: 'conceded', at: '2025-12' },
      'that was ended by a concession in December 2025',
      '그 반론은 2025년 12월 상대 주장을 인정함에 따라 종료되었습니다',
    ],
    [
      { kind: 'countered', by },
      'that was countered by MIT',
      '그 주장은 MIT의 반론으로 반박되었습니다',
    ],
    [
      { kind: 'ruled_against', by },
      'that was ruled against by MIT',
      '그 주장은 MIT의 판단과 배치되었습니다',
    ],
    [
      { kind: 'ruled_against', by: nobody },
      'that was ruled against',
      '그 주장은 판단과 배치되었습니다',
    ],
    [
      { kind: 'not_addressed', by },
      'that was held by MIT not to address it',
      'MIT는 그 반론이 이 주장에 해당하지 않는다고 보았습니다',
    ],
    [
      { kind: 'not_addressed', by: nobody },
      'that was held not to address it',
      '그 반론은 이 주장에 해당하지 않는 것으로 기록되었습니다',
    ],
    [
      { kind: 'given_up', at: '2025-12-05' },
      'that was given up by a concession on 5 December 2025',
      '그 주장은 2025년 12월 5일 상대 주장을 인정함에 따라 대체되었습니다',
    ],
    [
      { kind: 'fallen' },
      'that does not stand on record',
      '그 주장은 기록상 유효하지 않게 되었습니다',
    ],
    [{ kind: 'basis_lost' }, 'that lost what it rested on', '그 주장은 근거를 잃었습니다'],
  ])('%j', (outcome, en, ko) => {
    const sentence = (lang: DisplayLanguage) =>
      explain(
        {
          status: 'answered',
          speaker: speaker('the-information', lang),
          isRuling: false,
          cites: [{ ...rebuttal(seedClaim('D1', lang), { party: 'subject' }), outcome }],
        },
        lang,
      )

    expect(sentence('en')).toBe(`Microsoft denied this on 3 December 2025; ${en}.`)
    expect(sentence('ko')).toBe(`당사자인 마이크로소프트가 2025년 12월 3일 이를 부인했으나, ${ko}.`)
  })

  test('of several challenges, each with what became of it', () => {
    expect(afterThree('en')).toBe(
      'Kirk Materne contested its grounds in December 2025, which was countered by MIT; another statement by Newsletter (publisher not stated) contradicted this in December 2025, which was dropped; 대법원 found otherwise on 5 December 2025, which was ruled against by MIT.',
    )
    expect(afterThree('ko')).toBe(
      '커크 마터른이 2025년 12월 그 근거에 이의를 제기했으나, 그 주장은 MIT의 반론으로 반박되었으며, 같은 뉴스레터 (발행처 미상)의 다른 주장과 맞섰으나, 그 반론은 철회되었으며, 대법원이 2025년 12월 5일 이와 다른 결론을 냈으나, 그 판단은 MIT의 판단과 배치되었습니다.',
    )
  })
})

describe('what became of a basis', () => {
  test.each<[ClaimOutcome, string, string]>([
    [
      { kind: 'withdrawn', at: '2025-12-05' },
      'was withdrawn on 5 December 2025',
      '2025년 12월 5일 철회되었습니다',
    ],
    [{ kind: 'corrected', at: null }, 'was replaced by its author', '다른 주장으로 대체되었습니다'],
    [{ kind: 'countered', by }, 'was countered by MIT', 'MIT의 반론으로 반박되었습니다'],
    [{ kind: 'ruled_against', by }, 'was ruled against by MIT', 'MIT의 판단과 배치되었습니다'],
    [{ kind: 'basis_lost' }, 'lost what it rested on', '근거를 잃었습니다'],
  ])('%j', (outcome, en, ko) => {
    const sentence = (lang: DisplayLanguage) =>
      explain(
        {
          status: 'basis_lost',
          speaker: speaker('newsletter', lang),
          isRuling: false,
          cites: [{ ...seedClaim('R1', lang), as: 'basis', outcome }],
        },
        lang,
      )

    expect(sentence('en')).toBe(
      `It relies on what The Information asserted (“Some business units within Microsoft lowered sales targets for certain AI products”, translated from Korean, 3 December 2025), which ${en}.`,
    )
    expect(sentence('ko')).toBe(
      `이 주장이 근거로 삼은 디인포메이션의 주장(“MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다”, 2025년 12월 3일)은 ${ko}.`,
    )
  })
})

function afterThree(lang: DisplayLanguage): string {
  return explain(
    {
      status: 'answered',
      speaker: speaker('newsletter', lang),
      isRuling: false,
      cites: [
        { ...undercut(seedClaim('M', lang)), outcome: { kind: 'countered', by } },
        { ...rebuttal(seedClaim('F2', lang)), outcome: { kind: 'dropped', at: null } },
        {
          ...rebuttal(said('대법원', null, lang), { isRuling: true }),
          outcome: { kind: 'ruled_against', by },
        },
      ],
    },
    lang,
  )
}
