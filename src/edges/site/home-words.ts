import type { DisplayLanguage } from '../../domain/display-language.ts'

interface HomeWords {
  readonly title: string
  readonly about: string
  readonly disputed: string
  readonly allDisputed: string
  readonly nothing: string
  /** Before the date of the newest change of a story. */
  readonly newest: string
  /** The same, if that is the day on which it came on record. */
  readonly entered: string
  readonly rules: string
  readonly threeRules: readonly [string, string, string]
  readonly allRules: string
  readonly use: string
  readonly card: string
  readonly check: string
  readonly reference: string
  readonly description: string
}

/** The words of the first page. */
export const homeWords: Readonly<Record<DisplayLanguage, HomeWords>> = {
  en: {
    title: 'Who said it, who answered, and what is left open',
    about:
      'The public record of disputed claims: who asserted what, in which document, who answered, and where each claim stands because of it. It gives no verdicts.',
    disputed: 'Disputed now',
    allDisputed: 'All that is disputed',
    nothing: 'Nothing on record is disputed.',
    newest: 'Last change',
    entered: 'Entered in the record',
    rules: 'The rules in three lines',
    threeRules: [
      'A claim changes its standing only by what is on record: an answer, a confirmation, a withdrawal, a ruling.',
      'Silence counts for nothing: it neither confirms a claim nor concedes it.',
      'Anybody can recompute where a claim stands; nobody here decides who is right.',
    ],
    allRules: 'All rules',
    use: 'Use the record',
    card: 'A card for your page',
    check: 'Check a draft',
    reference: 'API reference',
    description: 'OpenAPI document',
  },
  ko: {
    title: '누가 말했고, 누가 답했고, 무엇이 남았는가',
    about:
      '엇갈리는 주장을 모은 공개 기록입니다. 누가 어느 문서에서 무엇을 주장했고, 누가 답했으며, 그래서 각 주장이 지금 어떤 상태인지를 담습니다. 참과 거짓을 판정하지 않습니다.',
    disputed: '지금 엇갈리는 주장',
    allDisputed: '엇갈리는 주장 모두 보기',
    nothing: '기록에 엇갈리는 주장이 없습니다.',
    newest: '최근 변경',
    entered: '기록에 입력',
    rules: '세 줄로 보는 규칙',
    threeRules: [
      '주장의 상태는 기록된 답변, 인정, 철회, 기관의 판단으로만 바뀝니다.',
      '답변 기록이 없다고 해서 주장이 맞다는 뜻도, 인정했다는 뜻도 아닙니다.',
      '누구나 상태를 다시 계산할 수 있습니다. 이 기록은 누가 옳은지 정하지 않습니다.',
    ],
    allRules: '규칙 전체 보기',
    use: '기록 이용하기',
    card: '다른 페이지에 넣을 카드',
    check: '초고 확인',
    reference: 'API 문서',
    description: 'OpenAPI 명세',
  },
}
