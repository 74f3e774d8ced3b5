import type { Phrase } from '../../domain/display-language.ts'
import type { StatusGroup } from '../../domain/status.ts'

/** Several statuses in a few words, for filters. */
export const groupWords: Readonly<Record<StatusGroup, Phrase>> = {
  stands: {
    en: 'Confirmed, found so, or its challenge no longer stands',
    ko: '인정되었거나 반론이 풀림',
  },
  untested: { en: 'Not contradicted on record · not examined', ko: '반박 기록 없음 · 검증 아님' },
  open: { en: 'Contested', ko: '다투는 중' },
  does_not_stand: {
    en: 'Countered, found otherwise, or its basis lost',
    ko: '반박되었거나 근거를 잃음',
  },
  closed: { en: 'Withdrawn or replaced by its speaker', ko: '발언자가 철회하거나 정정함' },
}
