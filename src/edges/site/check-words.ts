import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { DraftFormat } from '../../drafts/reading/draft.ts'

/** The words of the page on which drafts are checked. */
export interface CheckWords {
  readonly title: string
  readonly about: string
  readonly kept: string
  readonly draft: string
  readonly format: string
  readonly formats: Readonly<Record<DraftFormat, string>>
  readonly check: string
  readonly again: string
  readonly nothing: string
  readonly more: string
  readonly incomplete: string
  readonly unread: (count: number) => string
  readonly counts: (counts: { sentences: number; addresses: number; findings: number }) => string
  readonly repeats: string
  readonly cited: string
  readonly similar: string
  /** Why a draft cannot be checked, by the code of the fault; otherwise its message says so. */
  readonly faults: Readonly<Record<string, string>>
}

const words: Readonly<Record<DisplayLanguage, CheckWords>> = {
  en: {
    title: 'Check a draft',
    about:
      'Each sentence is compared with the claims on record by its words. You see where the claims stand that it repeats, who answered them, and what the draft leaves out or changes. What is said in other words is not found, and nothing found does not mean that nothing is disputed.',
    kept: 'The draft is neither stored nor logged, and no address in it is opened.',
    draft: 'Draft',
    format: 'Written in',
    formats: {
      text: 'plain text',
      markdown: 'Markdown',
      html: 'HTML',
      addresses: 'addresses, one a line',
      bibtex: 'BibTeX',
    },
    check: 'Check',
    again: 'Check another draft',
    nothing: 'No sentence repeats a claim on record, and no address is one of a report on record.',
    more: 'Not everything is shown; what has findings comes first.',
    incomplete:
      'This check is not complete: there was more than one check can compare. Check the draft in parts.',
    unread: (count) => `Lines that are no web addresses and were left out: ${count}.`,
    counts: ({ sentences, addresses, findings }) =>
      `Findings: ${findings}. Sentences: ${sentences}. Addresses: ${addresses}.`,
    repeats: 'Repeats',
    cited: 'Claims cited from this page',
    similar: 'Has words in common with',
    faults: {},
  },
  ko: {
    title: '초고 확인',
    about:
      '문장마다 쓰인 말을 기록된 주장과 견줍니다. 되풀이된 주장이 지금 어떤 상태인지, 누가 답했는지, 초고에서 빠지거나 달라진 것이 무엇인지 보여 줍니다. 다른 말로 쓴 내용은 찾지 못하며, 찾은 것이 없다고 해서 다툼이 없다는 뜻은 아닙니다.',
    kept: '초고는 저장하지도 로그에 남기지도 않으며, 초고에 있는 주소를 열지 않습니다.',
    draft: '초고',
    format: '형식',
    formats: {
      text: '일반 텍스트',
      markdown: '마크다운',
      html: 'HTML',
      addresses: '주소 목록(한 줄에 하나)',
      bibtex: 'BibTeX',
    },
    check: '확인',
    again: '다른 초고 확인',
    nothing: '기록된 주장을 되풀이하는 문장도, 기록된 보도의 주소도 없습니다.',
    more: '일부만 보여 줍니다. 발견이 있는 것부터 보여 줍니다.',
    incomplete: '한 번에 다 견줄 수 없어 확인을 마치지 못했습니다. 초고를 나누어 확인하십시오.',
    unread: (count) => `웹 주소가 아니어서 뺀 줄 ${count}개`,
    counts: ({ sentences, addresses, findings }) =>
      `발견 ${findings}건 · 문장 ${sentences}개 · 주소 ${addresses}개`,
    repeats: '되풀이한 주장',
    cited: '이 페이지에서 인용된 주장',
    similar: '말이 겹치는 주장',
    faults: {
      blank: '초고를 붙여 넣으십시오.',
      'too-long': '초고가 너무 깁니다. 나누어 확인하십시오.',
      'not-allowed-value': '목록에 있는 형식을 고르십시오.',
    },
  },
}

export function checkWords(language: DisplayLanguage): CheckWords {
  return words[language]
}
