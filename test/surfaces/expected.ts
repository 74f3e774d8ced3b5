import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import type { Status } from '../../src/domain/status.ts'

/**
 * What readers may be told of a claim by its status, written down apart from the table: words with a
 * group for the names in them, the signs, and what must stand before the claim's words.
 */
interface Expected {
  readonly words: Readonly<Record<DisplayLanguage, RegExp>>
  readonly marks: readonly string[]
  readonly prefix: Readonly<Record<DisplayLanguage, RegExp>> | null
  /** Who may be named. */
  readonly names: 'speaker' | 'subjects' | 'cites' | 'anyone'
}

export const expectedOf: Readonly<Record<Status | 'voided' | 'removed', Expected>> = {
  unchallenged: {
    words: {
      en: /^(?:Not examined|No answer on record · (?:not examined|rated by a fact-checker)|Not contested or set aside on record|(?:Context added by )?(?<who>.+?)(?: answered on another point| neither confirms? nor den(?:ies|y) this| declined to comment)? · not contradicted on record|(?<agreeing>.+) says? this is so · not examined|Confirmed by (?<one>.+), \w+ of \w+ it is about|Contested by (?<other>.+) · not set aside on record|Confirmed by (?<former>.+), then taken back|A ruling on it was set aside by (?<body>.+)|(?<party>.+) (?:neither confirms? nor den(?:ies|y)|confirms? .+))$/,
      ko: /^(?:검증 아님|답변 기록 없음 · (?:검증 아님|팩트체커 평가 있음)|이의·취소 기록 없음|(?<who>.+?)(?:의 보충 있음| 답변: 다른 점| 미확정 답변| 논평 거부) · 반박 기록 없음|(?<agreeing>.+)도 같은 취지로 발언 · 검증 아님|대상 \d+곳 중 (?<one>.+) 인정|(?<other>.+) 이의 · 취소 기록 없음|(?<former>.+) 인정 후 번복|관련 판단을 (?<body>.+)에서 취소·정지|(?<party>.+) 미확정 답변|(?<confirming>.+?)(?:, .+)? 확인)$/,
    },
    marks: ['ring grey', 'half grey'],
    prefix: null,
    names: 'anyone',
  },
  denied: {
    words: {
      en: /^(?:(?<who>.+) says? this is not so|(?<other>.+?) answers? another point(?: \(.+\))? · (?:this one is open|more answers on record)|(?<part>.+) answers? a part of this · (?:the rest is open|more answers on record)|Contested by (?<one>.+))$/,
      ko: /^(?:(?<other>.+) 답변: 다른 점(?:\(.+\))? · (?:이 점은 답변 없음|다른 답변 더 있음)|(?<part>.+) 답변: 일부 · (?:나머지는 답변 없음|다른 답변 더 있음)|(?<who>.+) 반박|(?<one>.+) 이의)$/,
    },
    marks: ['half amber', 'half_gap amber'],
    prefix: {
      en: /^\[(?:Disputed by .+|.+ answered (?:another point|a part of this)|Contested by .+)\]$/,
      ko: /^\[(?:.+ 반박|.+ 답변: (?:다른 점|일부)|.+ 이의)\]$/,
    },
    names: 'subjects',
  },
  disputed: {
    words: { en: /^Accounts differ$/, ko: /^주장 엇갈림$/ },
    marks: ['half amber'],
    prefix: { en: /^\[Accounts differ\]$/, ko: /^\[주장 엇갈림\]$/ },
    names: 'anyone',
  },
  answered: {
    words: { en: /^The challenge no longer stands$/, ko: /^제기된 반론이 유효하지 않음$/ },
    marks: ['disc ink'],
    prefix: null,
    names: 'anyone',
  },
  admitted: {
    words: { en: /^Confirmed by (?<who>.+)$/, ko: /^(?<who>.+) 인정$/ },
    marks: ['disc teal'],
    prefix: null,
    names: 'subjects',
  },
  ruled_for: {
    words: { en: /^(?<who>.+) found so$/, ko: /^(?<who>.+) 인정$/ },
    marks: ['disc teal'],
    prefix: null,
    names: 'cites',
  },
  countered: {
    words: {
      en: /^(?:Countered by (?<who>.+)|(?<other>.+) answered on another point) · no answer that stands$/,
      ko: /^(?:(?<who>.+)의 반박|(?<other>.+) 답변: 다른 점) · 유효한 재반박 없음$/,
    },
    marks: ['crossed plum', 'half_gap plum'],
    prefix: {
      en: /^\[(?:Countered|.+ answered another point)\]$/,
      ko: /^\[(?:반박됨|.+ 답변: 다른 점)\]$/,
    },
    names: 'cites',
  },
  basis_lost: {
    words: { en: /^What it rests on has fallen$/, ko: /^근거 상실$/ },
    marks: ['crossed plum'],
    prefix: { en: /^\[Basis lost\]$/, ko: /^\[근거 상실\]$/ },
    names: 'anyone',
  },
  ruled_against: {
    words: {
      en: /^(?:(?<who>.+) (?:found otherwise|ruled on another point)|Set aside or suspended by (?<other>.+))$/,
      ko: /^(?:(?<who>.+) 판단(?:과 배치|: 다른 점)|(?<other>.+)에서 취소·정지)$/,
    },
    marks: ['crossed plum', 'half_gap plum'],
    prefix: {
      en: /^\[(?:.+ found otherwise|.+ ruled on another point|Set aside or suspended by .+)\]$/,
      ko: /^\[(?:.+ 판단과 배치|.+ 판단: 다른 점|.+에서 취소·정지)\]$/,
    },
    names: 'cites',
  },
  withdrawn: {
    words: { en: /^Withdrawn by (?<who>.+)$/, ko: /^(?<who>.+) 철회$/ },
    marks: ['struck grey'],
    prefix: { en: /^\[Withdrawn.*\]$/, ko: /^\[철회.*\]$/ },
    names: 'speaker',
  },
  corrected: {
    words: { en: /^Replaced by (?<who>.+)$/, ko: /^(?<who>.+) 정정$/ },
    marks: ['struck grey'],
    prefix: { en: /^\[Corrected.*\]$/, ko: /^\[정정.*\]$/ },
    names: 'speaker',
  },
  voided: {
    words: { en: /^Entry error$/, ko: /^기재 오류$/ },
    marks: ['bar grey'],
    prefix: { en: /^\[Entry error\]$/, ko: /^\[기재 오류\]$/ },
    names: 'anyone',
  },
  removed: {
    words: { en: /./, ko: /./ },
    marks: [],
    prefix: { en: /^\[Removed\]$/, ko: /^\[삭제됨\]$/ },
    names: 'anyone',
  },
}
