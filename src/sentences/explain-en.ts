import { statusMeaning } from '../domain/status-labels.ts'
import { clausesOf, type Clauses } from './clauses.ts'
import { answered, attackedBy, contested, found, lost, open, replaced } from './english-clauses.ts'
import { nameOf, saying, sideOf, stating, when } from './english-phrases.ts'
import type { Explained } from './explanation.ts'

/** Openings made of our own words, which are capitalised; names keep their first letter. */
const ourBeginning =
  /^(?:it relies|the step|another (?:statement|ruling)|other (?:statements|rulings)|a source whose name was removed|a speaker who is not named)/

export function explainInEnglish(explained: Explained): string {
  const clauses = clausesOf(explained, english)
  if (clauses.length === 0) return statusMeaning(explained.status, 'en')
  const sentence = `${clauses.join('; ')}.`
  return ourBeginning.test(sentence)
    ? sentence.charAt(0).toUpperCase() + sentence.slice(1)
    : sentence
}

const english: Clauses = {
  withdrawn: (author, at) => `${nameOf(author)} withdrew this${when(at)}`,
  replaced,
  foundSo: (finding) => found(finding, 'found so'),
  foundOtherwise: (finding, isOnRuling) =>
    found(finding, isOnRuling ? 'set aside or suspended this' : 'found otherwise'),
  lost,
  countered: (cite) => `${nameOf(cite.speaker)} countered this${stating(cite)}`,
  noAnswer: 'no answer that stands is on record',
  denied: (attacks, author) => attackedBy(attacks, author, 'it'),
  noWithdrawal: (author) => `no withdrawal by ${nameOf(author)} is on record`,
  disputed: (attacks, author) => attackedBy(attacks, author, 'this'),
  unresolved: {
    nothing: 'it is unresolved on record',
    'two sides': 'neither side has given way on record',
    'one statement': 'neither is withdrawn on record',
    'several statements': 'none is withdrawn on record',
  },
  open,
  admitted: (cite) =>
    `${sideOf(cite.speaker, cite.party)} confirmed this${when(cite.assertedAt)}${saying(cite)}`,
  answered,
  contested,
  andMore: (more) => `and ${more} more`,
}
