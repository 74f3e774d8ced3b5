import { describe, expect, test } from 'vitest'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { explain } from '../../src/sentences/explain.ts'
import type { ChallengeOutcome, ClaimOutcome } from '../../src/sentences/told/outcome.ts'
import { partyOf, rebuttal, said, seedClaim, speaker, undercut } from '../engine/seed-claims.ts'

const mit = { id: 'mit', name: 'MIT' }
const by = { named: [mit], more: 0 }
const nobody = { named: [], more: 0 }

describe('what became of a challenge', () => {
  const microsoft = { id: 'microsoft', name: 'Microsoft' }
  const conceding = { kind: 'conceded', isThis: false, since: null, at: '2025-12' } as const
  const own = { ...conceding, by: microsoft, side: 'challenger', as: 'concedes' } as const
  const ofAuthor = { ...conceding, by: mit, side: 'author', as: 'concedes' } as const

  test.each<[ChallengeOutcome, string, string]>([
    [
      { kind: 'withdrawn', by: microsoft, at: '2025-12-05' },
      ' and withdrew that on 5 December 2025',
      '2025년 12월 5일 그 주장을 철회했습니다',
    ],
    [
      { kind: 'withdrawn', by: mit, at: '2025-12-05' },
      ', which MIT withdrew on 5 December 2025',
      'MIT가 2025년 12월 5일 그 주장을 철회했습니다',
    ],
    [
      { kind: 'corrected', by: microsoft, at: '2025' },
      ' and replaced that in 2025',
      '2025년에 그 주장을 다른 주장으로 대체했습니다',
    ],
    [
      { kind: 'dropped', by: microsoft, side: 'challenger', at: null },
      ' and dropped that',
      '그 반론을 거두어들였습니다',
    ],
    [
      { kind: 'dropped', by: mit, side: 'challenger', at: null },
      ', and MIT dropped the rebuttal of this',
      '같은 취지의 반론을 제기했던 MIT가 그 반론을 거두어들였습니다',
    ],
    [
      { kind: 'dropped', by: mit, side: 'author', at: '2025' },
      ', and MIT dropped the rebuttal of that in 2025',
      'MIT가 2025년에 그에 대한 반론을 거두어들였습니다',
    ],
    [
      own,
      ' and gave that up by a concession in December 2025',
      '2025년 12월에 이 주장을 인정하면서 그 반론을 포기했습니다',
    ],
    [
      { ...own, since: 'withdrawn' },
      ' and gave that up by a concession in December 2025, itself withdrawn since',
      '2025년 12월에 이 주장을 인정하면서 그 반론을 포기했습니다. 그 인정은 이후 철회되었습니다',
    ],
    [
      { ...own, by: mit, since: 'corrected' },
      ', which MIT gave up by a concession in December 2025, itself replaced since',
      'MIT가 2025년 12월에 이 주장을 인정하면서 그 반론을 포기했습니다. 그 인정은 이후 다른 주장으로 대체되었습니다',
    ],
    [
      { ...own, as: 'restates' },
      ' and gave that up by a statement of the same in December 2025',
      '2025년 12월에 이와 같은 주장을 내놓으면서 그 반론을 포기했습니다',
    ],
    [
      { ...own, as: 'restates', since: 'withdrawn' },
      ' and gave that up by a statement of the same in December 2025, itself withdrawn since',
      '2025년 12월에 이와 같은 주장을 내놓으면서 그 반론을 포기했습니다. 그 주장은 이후 철회되었습니다',
    ],
    [
      { ...own, as: 'restates', isThis: true },
      ' and gave that up by this',
      '이 주장을 내놓으면서 그 반론을 포기했습니다',
    ],
    [
      ofAuthor,
      ', which MIT conceded in December 2025',
      'MIT가 2025년 12월에 그 주장을 인정했습니다',
    ],
    [
      { ...ofAuthor, as: 'restates', since: 'withdrawn' },
      ', which MIT confirmed in December 2025, itself withdrawn since',
      'MIT가 2025년 12월에 그 주장을 인정했습니다. 그 인정은 이후 철회되었습니다',
    ],
    [
      { kind: 'countered', by },
      '; that was countered by MIT',
      '그 주장은 MIT의 반론으로 반박되었습니다',
    ],
    [
      { kind: 'ruled_against', by },
      '; that was ruled against by MIT',
      '그 주장은 MIT의 판단과 배치되었습니다',
    ],
    [
      { kind: 'ruled_against', by: nobody },
      '; that was ruled against',
      '그 주장은 판단과 배치되었습니다',
    ],
    [
      { kind: 'not_addressed', by },
      '; that was held by MIT not to address it',
      'MIT는 그 반론이 이 주장에 해당하지 않는다고 보았습니다',
    ],
    [
      { kind: 'not_addressed', by: nobody },
      '; that was held not to address it',
      '그 반론은 이 주장에 해당하지 않는 것으로 기록되었습니다',
    ],
    [
      { kind: 'given_up', by: microsoft, at: '2025-12-05', since: null },
      ' and gave that up by a concession on 5 December 2025',
      '2025년 12월 5일 상대 주장을 인정하면서 그 주장을 포기했습니다',
    ],
    [
      { kind: 'fallen' },
      '; that does not stand on record',
      '그 주장은 기록상 유효하지 않게 되었습니다',
    ],
    [{ kind: 'basis_lost' }, '; that lost what it rested on', '그 주장은 근거를 잃었습니다'],
  ])('%j', (outcome, en, ko) => {
    const sentence = (lang: DisplayLanguage) =>
      explain(
        {
          status: 'answered',
          speaker: speaker('the-information', lang),
          isRuling: false,
          cites: [{ ...denial(lang), outcome }],
        },
        lang,
      )

    expect(sentence('en')).toBe(
      `Microsoft, whom this is about, denied this (“No”, 3 December 2025)${en}.`,
    )
    expect(sentence('ko')).toBe(
      `당사자인 마이크로소프트가 2025년 12월 3일 “No”라고 부인했으나, ${ko}.`,
    )
  })

  test('of several challenges, each with what became of it', () => {
    expect(afterThree('en')).toBe(
      'Another statement by Newsletter (publisher not stated) contradicted this (“Two”, December 2025), and Newsletter (publisher not stated) dropped the rebuttal of this; Kirk Materne contested its grounds (“One”, December 2025), which was countered by MIT; and 1 more answer.',
    )
    expect(afterThree('ko')).toBe(
      '같은 뉴스레터 (발행처 미상)의 다른 주장(“Two”, 2025년 12월)과 맞섰으나, 뉴스레터 (발행처 미상)가 그 반론을 거두어들였습니다. 커크 마터른이 2025년 12월에 “One”이라며 그 근거에 이의를 제기했으나, 그 주장은 MIT의 반론으로 반박되었습니다. 그 밖에 답변이 1건 더 있습니다.',
    )
  })
})

function denial(lang: DisplayLanguage) {
  const claim = said('microsoft', 'No', lang, '2025-12-03')
  return rebuttal(claim, { party: partyOf([claim.speaker]) })
}

describe('what became of a basis', () => {
  test.each<[string, (lang: DisplayLanguage) => ClaimOutcome, string, string]>([
    [
      'withdrawn by its author',
      (lang) => ({ kind: 'withdrawn', ...byAuthor(lang) }),
      'The Information withdrew on 5 December 2025',
      '디인포메이션이 2025년 12월 5일 이 주장이 근거로 삼은 자신의 BASIS을 철회했습니다',
    ],
    [
      'corrected by its author',
      (lang) => ({ kind: 'corrected', ...byAuthor(lang), at: null }),
      'The Information corrected',
      '디인포메이션이 이 주장이 근거로 삼은 자신의 BASIS을 정정했습니다',
    ],
    [
      'corrected by another of the same voice',
      () => ({ kind: 'corrected', by: mit, at: null }),
      'MIT corrected',
      'MIT가 이 주장이 근거로 삼은 디인포메이션의 BASIS을 정정했습니다',
    ],
    [
      'given up by a concession that is withdrawn',
      (lang) => ({ kind: 'given_up', ...byAuthor(lang), since: 'withdrawn' }),
      'The Information gave up by a concession on 5 December 2025, itself withdrawn since',
      '디인포메이션이 2025년 12월 5일 상대 주장을 인정하면서 이 주장이 근거로 삼은 자신의 BASIS을 포기했습니다. 그 인정은 이후 철회되었습니다',
    ],
    [
      'countered',
      () => ({ kind: 'countered', by }),
      'was countered by MIT',
      '이 주장이 근거로 삼은 디인포메이션의 BASIS은 MIT의 반론으로 반박되었습니다',
    ],
    [
      'ruled against',
      () => ({ kind: 'ruled_against', by }),
      'was ruled against by MIT',
      '이 주장이 근거로 삼은 디인포메이션의 BASIS은 MIT의 판단과 배치되었습니다',
    ],
    [
      'without its own basis',
      () => ({ kind: 'basis_lost' }),
      'lost what it rested on',
      '이 주장이 근거로 삼은 디인포메이션의 BASIS은 근거를 잃었습니다',
    ],
  ])('%s', (_, outcome, en, ko) => {
    const sentence = (lang: DisplayLanguage) =>
      explain(
        {
          status: 'basis_lost',
          speaker: speaker('newsletter', lang),
          isRuling: false,
          cites: [{ ...said('the-information', 'So', lang), as: 'basis', outcome: outcome(lang) }],
        },
        lang,
      )

    expect(sentence('en')).toBe(
      `It relies on what The Information asserted (“So”, 5 December 2025), which ${en}.`,
    )
    expect(sentence('ko')).toBe(`${ko.replace('BASIS', '주장(“So”, 2025년 12월 5일)')}.`)
  })
})

function afterThree(lang: DisplayLanguage): string {
  const newsletter = speaker('newsletter', lang)
  return explain(
    {
      status: 'answered',
      speaker: newsletter,
      isRuling: false,
      cites: [
        {
          ...rebuttal(said('newsletter', 'Two', lang, '2025-12')),
          outcome: { kind: 'dropped', by: newsletter, side: 'challenger', at: null },
        },
        {
          ...undercut({ ...seedClaim('M', lang), words: 'One', translated: null }),
          outcome: { kind: 'countered', by },
        },
        {
          ...rebuttal(said('대법원', null, lang), { isRuling: true }),
          outcome: { kind: 'ruled_against', by },
        },
      ],
    },
    lang,
  )
}

function byAuthor(lang: DisplayLanguage) {
  return { by: speaker('the-information', lang), at: '2025-12-05' }
}
