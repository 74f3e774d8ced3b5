import { clausesOf } from './clauses.ts'
import type { Explained } from './explanation.ts'
import { attackedBy, attacking } from './korean-attacks.ts'
import {
  addedContext,
  admitted,
  admittedByAll,
  answered,
  contested,
  found,
  lost,
  noAnswerOn,
  noAnswerOnIt,
  open,
  replaced,
  retracted,
  setAside,
} from './korean-clauses.ts'
import { bySaying, dated, joined, nameOf, subject } from './korean-phrases.ts'
import type { Clauses, Counted } from './language-clauses.ts'
import { unexplained } from './table/vocabulary.ts'

export function explainInKorean(explained: Explained): string {
  const [reasons = [], ...others] = clausesOf(explained, korean)
  const first = reasons.length > 0 ? sentences(reasons) : unexplained(explained.status, 'ko')
  return [first, ...others.map(sentences)].join(' ')
}

/** Two steps each: a clause that turns, with 으나 or 으며, is two already. */
function sentences(clauses: readonly string[]): string {
  const packed: string[][] = []
  let steps = 0
  for (const clause of clauses) {
    const last = packed.at(-1)
    steps += stepsIn(clause)
    if (last !== undefined && steps <= 2) last.push(clause)
    else {
      packed.push([clause])
      steps = stepsIn(clause)
    }
  }
  return packed.map((each) => `${joined(each, '으며,')}.`).join(' ')
}

function stepsIn(clause: string): number {
  const own = clause.replaceAll(/“[^”]*(?:”|$)|‘[^’]*(?:’|$)|「[^」]*(?:」|$)/g, '')
  return 1 + (own.match(/으나,|으며,|습니다\./g)?.length ?? 0)
}

const nouns: Readonly<Record<Counted, string>> = {
  answers: '답변이',
  rulings: '판단이',
  reasons: '근거가',
  statements: '주장이',
}

const korean: Clauses = {
  withdrawn: (author, at) => `${subject(author)} ${dated(at)}이를 철회했습니다`,
  replaced,
  foundSo: (finding) => found(finding, '이를 인정했습니다'),
  foundOtherwise: (finding, isOnRuling) =>
    found(finding, isOnRuling ? '이를 취소하거나 정지했습니다' : '이와 다른 결론을 냈습니다'),
  lost,
  countered: (cite) => {
    const act = cite.isElsewhere ? attacking(cite) : `${bySaying(cite)}반론을 제기했습니다`
    return `${subject(cite.speaker)} ${dated(cite.assertedAt)}${act}`
  },
  noAnswer: '유효한 재반박은 기록에 없습니다',
  denied: attackedBy,
  noAnswerOn,
  noAnswerOnIt,
  noWithdrawal: (author) => `${nameOf(author)}의 철회 기록은 없습니다`,
  disputed: attackedBy,
  unresolved: {
    nothing: '기록상 결론이 나지 않았습니다',
    'two sides': '어느 쪽도 물러선 기록은 없습니다',
    'one statement': '어느 쪽도 철회 기록은 없습니다',
    'several statements': '어느 쪽도 철회 기록은 없습니다',
  },
  open,
  admitted,
  admittedByAll,
  retracted,
  answered,
  contested,
  addedContext,
  earlier: (clause) => `앞서 ${clause}`,
  later: (clause) => `이후 ${clause}`,
  nobodyContradicts: '이 주장을 반박한 기록은 없습니다',
  nobodyContradictsThis: '이 주장 자체를 반박한 기록은 없습니다',
  setAside,
  andMore: (more, counted) => `그 밖에 ${nouns[counted]} ${more}건 더 있습니다`,
}
