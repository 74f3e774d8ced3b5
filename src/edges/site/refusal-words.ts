import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { ProblemCode } from '../../http/problems/catalogue.ts'

interface RefusalWords {
  /** What a reader can do, where that is more than going elsewhere. */
  readonly advice: Partial<Readonly<Record<ProblemCode, string>>>
  /** Before the name and the address of the operator. */
  readonly write: string
  readonly ways: Readonly<Record<'home' | 'claims' | 'meaning', string>>
}

/** What pages say that are shown in place of others. */
export const refusalWords: Readonly<Record<DisplayLanguage, RefusalWords>> = {
  en: {
    advice: {
      'not-found':
        'Check the address for a mistake, or look for the claim by its words or by who said it.',
      gone: 'The words do not come back. That something stood here, and why it was removed, stays on record.',
      'legally-withheld': 'That something stood here, and why it was removed, stays on record.',
      'too-many-requests': 'Wait a moment, and load the page again.',
      unavailable: 'Wait a moment, and load the page again.',
      'timed-out': 'Load the page again.',
      internal: 'Load the page again. If that does not help, tell the operator of this record.',
      invalid: 'Go back and correct it; nothing was stored.',
      'payload-too-large': 'Send it in parts; nothing was stored.',
    },
    write: 'Questions go to the operator of this record',
    ways: {
      home: 'First page',
      claims: 'All claims on record',
      meaning: 'What this problem means',
    },
  },
  ko: {
    advice: {
      'not-found':
        '주소에 잘못된 곳이 없는지 살펴보거나, 주장에 쓰인 말이나 발언자로 찾아보십시오.',
      gone: '삭제한 글은 되살릴 수 없습니다. 이 자리에 글이 있었다는 사실과 삭제한 까닭은 기록에 남습니다.',
      'legally-withheld': '이 자리에 글이 있었다는 사실과 삭제한 까닭은 기록에 남습니다.',
      'too-many-requests': '잠시 뒤에 다시 여십시오.',
      unavailable: '잠시 뒤에 다시 여십시오.',
      'timed-out': '다시 여십시오.',
      internal: '다시 여십시오. 그래도 같으면 이 기록의 운영자에게 알려 주십시오.',
      invalid: '돌아가서 고쳐 주십시오. 아무것도 저장하지 않았습니다.',
      'payload-too-large': '나누어 보내십시오. 아무것도 저장하지 않았습니다.',
    },
    write: '문의는 이 기록의 운영자에게',
    ways: {
      home: '첫 페이지',
      claims: '기록된 주장 모두 보기',
      meaning: '이 오류의 뜻',
    },
  },
}
