import { clausesOf } from './clauses.ts'
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
} from './english-clauses.ts'
import { attacked, attackedBy } from './english-attacks.ts'
import { nameOf, stating, when } from './english-phrases.ts'
import type { Attack, Explained } from './explanation.ts'
import type { Clauses, Counted } from './language-clauses.ts'
import { unexplained } from './table/vocabulary.ts'

/** Openings made of our own words, which are capitalised; names keep their first letter. */
const ourBeginning =
  /^(?:earlier, |later, |it (?:relies|is unresolved)|this (?:set|contradicts|answers)|the step|another (?:statement|ruling)|other (?:statements|rulings)|a source whose name was removed|a speaker who is not named|no (?:withdrawal by|answer that stands)|neither (?:side has|is withdrawn)|none is withdrawn|nobody contradicts|on (?:the claim itself|[a-z]+ of its [a-z]+ points)|on [“‘«])/

export function explainInEnglish(explained: Explained): string {
  const [reasons = [], ...others] = clausesOf(explained, english)
  const first = reasons.length > 0 ? sentences(reasons) : unexplained(explained.status, 'en')
  return [first, ...others.map(sentences)].join(' ')
}

/** Two clauses each, and how many more there are. */
function sentences(clauses: readonly string[]): string {
  const packed: string[][] = []
  for (const clause of clauses) {
    const last = packed.at(-1)
    const isRoom = last !== undefined && last.length < 2
    if (last !== undefined && (isRoom || clause.startsWith(andMore))) last.push(clause)
    else packed.push([clause])
  }
  return packed.map(sentence).join(' ')
}

function sentence(clauses: readonly string[]): string {
  const words = `${clauses.join('; ')}.`
  return ourBeginning.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/** How a count begins, which ends a sentence. */
const andMore = 'and '

const nouns: Readonly<Record<Counted, readonly [one: string, many: string]>> = {
  answers: ['answer', 'answers'],
  rulings: ['ruling', 'rulings'],
  reasons: ['reason', 'reasons'],
  statements: ['statement', 'statements'],
}

function countering(cite: Attack): string {
  return cite.isElsewhere ? attacked(cite, 'this') : 'countered this'
}

const english: Clauses = {
  withdrawn: (author, at) => `${nameOf(author)} withdrew this${when(at)}`,
  replaced,
  foundSo: (finding) => found(finding, 'found so'),
  foundOtherwise: (finding, isOnRuling) =>
    found(finding, isOnRuling ? 'set aside or suspended this' : 'found otherwise'),
  lost,
  countered: (cite) => `${nameOf(cite.speaker)} ${countering(cite)}${stating(cite)}`,
  noAnswer: 'no answer that stands is on record',
  denied: (attacks, author) => attackedBy(attacks, author, 'it'),
  noAnswerOnIt,
  noAnswerOn,
  noWithdrawal: (author) => `no withdrawal by ${nameOf(author)} is on record`,
  disputed: (attacks, author) => attackedBy(attacks, author, 'this'),
  unresolved: {
    nothing: 'it is unresolved on record',
    'two sides': 'neither side has given way on record',
    'one statement': 'neither is withdrawn on record',
    'several statements': 'none is withdrawn on record',
  },
  open,
  admitted,
  admittedByAll,
  retracted,
  answered,
  contested,
  addedContext,
  earlier: (clause) => `earlier, ${clause}`,
  later: (clause) => `later, ${clause}`,
  nobodyContradicts: 'nobody contradicts it on record',
  nobodyContradictsThis: 'nobody contradicts this claim on record',
  setAside,
  andMore: (more, counted) => `${andMore}${more} more ${nouns[counted][more > 1 ? 1 : 0]}`,
}
