import { statusMeaning } from '../domain/status-labels.ts'
import { clausesOf, type Clauses } from './clauses.ts'
import type { Explained } from './explanation.ts'
import { answered, attackedBy, contested, found, lost, open, replaced } from './korean-clauses.ts'
import { bySaying, dated, joined, nameOf, partySubject, subject } from './korean-phrases.ts'

export function explainInKorean(explained: Explained): string {
  const clauses = clausesOf(explained, korean)
  return clauses.length > 0 ? `${joined(clauses, '으며,')}.` : statusMeaning(explained.status, 'ko')
}

const korean: Clauses = {
  withdrawn: (author, at) => `${subject(author)} ${dated(at)}이를 철회했습니다`,
  replaced,
  foundSo: (finding) => found(finding, '이를 인정했습니다'),
  foundOtherwise: (finding, isOnRuling) =>
    found(finding, isOnRuling ? '이를 취소하거나 정지했습니다' : '이와 다른 결론을 냈습니다'),
  lost,
  countered: (cite) =>
    `${subject(cite.speaker)} ${dated(cite.assertedAt)}${bySaying(cite)}반론을 제기했습니다`,
  noAnswer: '유효한 재반박은 기록에 없습니다',
  denied: attackedBy,
  noWithdrawal: (author) => `${nameOf(author)}의 철회 기록은 없습니다`,
  disputed: attackedBy,
  unresolved: {
    nothing: '기록상 결론이 나지 않았습니다',
    'two sides': '어느 쪽도 물러선 기록은 없습니다',
    'one statement': '어느 쪽도 철회 기록은 없습니다',
    'several statements': '어느 쪽도 철회 기록은 없습니다',
  },
  open,
  admitted: (cite) =>
    `${partySubject(cite.speaker, cite.party)} ${dated(cite.assertedAt)}${bySaying(cite)}이를 인정했습니다`,
  answered,
  contested,
  andMore: (more) => `그 밖에 ${more}건이 더 있습니다`,
}
