import {
  aside,
  attacked,
  nameOf,
  namesOf,
  outcome,
  saying,
  sideOf,
  stating,
  when,
} from './english-phrases.ts'
import type {
  AnsweredAttack,
  Attack,
  Finding,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  Speaker,
  Speakers,
  StepAttack,
} from './explanation.ts'
import { inline } from './quotation.ts'

/** How much of a basis is quoted if the attack on the step from it is quoted too. */
const basisMax = 60

const openAs: Readonly<Record<OpenBasis['status'], string>> = {
  denied: 'denied or contested by the party it is about',
  disputed: 'disputed',
}

/** What one speaker says against `it`. */
export function attackedBy(attacks: readonly Attack[], author: Speaker, it: string): string {
  const acts = attacks.map((attack, index) => act(attack, attacks[index - 1], it)).join(' and ')
  const [first] = attacks
  if (!first) return acts
  if (first.speaker.id === author.id) return `${others(attacks)} ${acts}`
  const about = first.party === 'subject' ? ', whom this is about,' : ''
  return `${sideOf(first.speaker, first.party)}${about} ${acts}`
}

/** An act; the verb is omitted if it repeats the previous one and words follow. */
function act(attack: Attack, before: Attack | undefined, it: string): string {
  const verb = attacked(attack, it)
  const isSame = before !== undefined && attacked(before, it) === verb
  return isSame && before.words !== null && attack.words !== null
    ? stating(attack).replace(/^: /, '')
    : verb + stating(attack)
}

/** What the author itself says to the contrary. */
function others(attacks: readonly Attack[]): string {
  const noun = attacks.every(({ isRuling }) => isRuling) ? 'ruling' : 'statement'
  const names = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `${attacks.length > 1 ? `other ${noun}s` : `another ${noun}`} by ${names.join('')}`
}

export function answered(attack: AnsweredAttack, author: Speaker, isAlone: boolean): string {
  const whose =
    attack.speaker.id === author.id ? others([attack]) : sideOf(attack.speaker, attack.party)
  const became = `${isAlone ? '; that' : ', which'} ${outcome(attack.outcome)}`
  return `${whose} ${attacked(attack, 'this')}${when(attack.assertedAt)}${became}`
}

/** What is open about a claim's basis. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, which is itself ${openAs[cite.status]}`
  return `${nameOf(cite.speaker)} contested ${step(cite)}${stating(cite)}`
}

/** What has fallen of a claim's basis. */
export function lost(cite: LostBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, which ${outcome(cite.outcome)}`
  return `${step(cite)} was undercut by ${nameOf(cite.speaker)}${stating(cite)}`
}

function reliance(basis: OpenBasis | LostBasis): string {
  return `it relies on what ${nameOf(basis.speaker)} ${asserted(basis)}${aside(basis)}`
}

function asserted({ isRuling }: QuotedClaim): string {
  return isRuling ? 'ruled' : 'asserted'
}

function step({ basis }: StepAttack): string {
  const words = aside({ ...basis, assertedAt: null }, basisMax)
  return `the step from what ${nameOf(basis.speaker)} ${asserted(basis)}${words}`
}

export function found(finding: Finding, verb: string): string {
  const reference = finding.reference === null ? '' : ` (${inline(finding.reference)})`
  return `${nameOf(finding.speaker)} ${verb}${when(finding.assertedAt)}${reference}${saying(finding)}`
}

export function replaced(cite: Replacement): string {
  const name = nameOf(cite.speaker)
  const date = when(cite.assertedAt)
  return cite.relation === 'supersedes'
    ? `${name} replaced this${date}${saying(cite, ' with ')}`
    : `${name} conceded${date} what this opposed${saying(cite)}`
}

/** Who contests a ruling, if anybody. */
export function contested(speakers: Speakers): readonly string[] {
  const names = namesOf(speakers)
  if (names === '') return []
  return [`${names} contested it`, 'that does not move a ruling']
}
