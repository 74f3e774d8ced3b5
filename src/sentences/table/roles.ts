import type { Phrase } from '../../domain/display-language.ts'
import type { CounterpointRole } from '../../domain/kinds.ts'

/**
 * Who answers a claim, in a few words. An answer that nobody answered shows these in place of a
 * standing, or it would look approved because nobody replied to it yet.
 */
export const roleWords: Readonly<Record<CounterpointRole | 'own', Phrase>> = {
  ruling: { en: 'Ruling', ko: '기관 판단' },
  party_response: { en: 'The party’s response', ko: '당사자 입장' },
  fact_check: { en: 'Fact check', ko: '팩트체크' },
  analyst_opinion: { en: 'Analyst’s view', ko: '애널리스트 견해' },
  third_party: { en: 'Third party', ko: '제3자' },
  /** The speaker of the claim that is answered. */
  own: { en: 'The same speaker', ko: '같은 발언자' },
}
