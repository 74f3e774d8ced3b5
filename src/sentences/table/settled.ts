import type { Mark } from './marks.ts'
import type { Row } from './row.ts'

const struck: Mark = { shape: 'struck', colour: 'grey' }

/** Claims that stand, those that their speakers closed, and entry errors. */
export const settled = {
  answered: {
    word: { en: 'The challenge no longer stands', ko: '제기된 반론이 유효하지 않음' },
    prefix: null,
    sentence: {
      en: 'It was challenged, and on record every challenge was answered, withdrawn or dropped.',
      ko: '반론이 제기되었으나, 기록상 모두 재반박되었거나 철회되었습니다.',
    },
    mark: { shape: 'disc', colour: 'ink' },
  },
  admitted: {
    word: { en: 'Confirmed by {by}', ko: '{by} 인정' },
    prefix: null,
    sentence: {
      en: 'The party it is about has conceded it, and no challenge to it is open on record.',
      ko: '당사자가 이 주장을 인정했고, 기록상 남아 있는 반론이 없습니다.',
    },
    mark: { shape: 'disc', colour: 'teal' },
  },
  ruled_for: {
    word: { en: '{by} found so', ko: '{by} 인정' },
    prefix: null,
    sentence: {
      en: 'A body with legal competence over the question found so, and that ruling stands on record.',
      ko: '해당 문제에 법적 권한이 있는 기관이 이와 같게 판단했고, 그 판단이 기록상 유효합니다.',
    },
    mark: { shape: 'disc', colour: 'teal' },
  },
  withdrawn: {
    word: { en: 'Withdrawn by {speaker}', ko: '{speaker} 철회' },
    prefix: { en: 'Withdrawn[ {day}]', ko: '철회[ {day}]' },
    sentence: {
      en: 'The party that said it has taken it back.',
      ko: '발언한 쪽이 이 주장을 거두어들였습니다.',
    },
    mark: struck,
  },
  corrected: {
    word: { en: 'Replaced by {speaker}', ko: '{speaker} 정정' },
    prefix: { en: 'Corrected[ {day}]', ko: '정정[ {day}]' },
    sentence: {
      en: 'The party that said it has replaced it, or has conceded what it opposed.',
      ko: '발언한 쪽이 다른 주장으로 바꾸었거나, 맞서던 주장을 인정했습니다.',
    },
    mark: struck,
  },
  /** It is nobody's claim, and nobody's withdrawal. */
  voided: {
    word: { en: 'Entry error', ko: '기재 오류' },
    prefix: { en: 'Entry error', ko: '기재 오류' },
    sentence: {
      en: 'This was entered wrongly. It counts for nothing and is nobody’s withdrawal.',
      ko: '잘못 입력된 항목입니다. 어떤 효력도 없으며, 누가 발언을 철회했다는 뜻이 아닙니다.',
    },
    mark: { shape: 'bar', colour: 'grey' },
  },
} satisfies Record<string, Row>
