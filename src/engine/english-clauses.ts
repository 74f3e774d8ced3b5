import { enumerate } from '../domain/enumerate.ts'
import { aside, attacked, nameOf, outcome, saying, stating, when } from './english-phrases.ts'
import type {
  AnsweredAttack,
  Attack,
  Finding,
  LostBasis,
  OpenBasis,
  Replacement,
  Speaker,
  StepAttack,
} from './explanation.ts'
import { inline } from './quotation.ts'

/** How much of a basis is quoted where the attack on the step from it is quoted too. */
const basisMax = 60

const openAs: Readonly<Record<OpenBasis['status'], string>> = {
  denied: 'denied or contested by the party it is about',
  disputed: 'disputed',
}

/** What one speaker says against `it`. */
export function attackedBy(attacks: readonly Attack[], author: Speaker, it: string): string {
  const acts = attacks.map((attack) => attacked(attack, it) + stating(attack)).join(' and ')
  const [first] = attacks
  if (!first) return acts
  const name = nameOf(first.speaker)
  if (first.speaker.id === author.id) return `another statement by ${name} ${acts}`
  return first.isSubject ? `${name}, whom this is about, ${acts}` : `${name} ${acts}`
}

/** How the record stands after attacks that settle nothing. */
export function unresolved(attacks: readonly Attack[], author: Speaker): string {
  if (attacks.some((attack) => attack.isRuling)) return 'it is unresolved on record'
  return attacks.every((attack) => attack.speaker.id === author.id)
    ? 'neither is withdrawn on record'
    : 'neither side has given way on record'
}

export function answered(attack: AnsweredAttack, author: Speaker, isAlone: boolean): string {
  const name = nameOf(attack.speaker)
  const whose = attack.speaker.id === author.id ? `another statement by ${name}` : name
  const became = `${isAlone ? '; that' : ', which'} ${outcome(attack.outcome)}`
  return `${whose} ${attacked(attack, 'this')}${when(attack.assertedAt)}${became}`
}

/** What is open of that on which the claim relies. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, which is itself ${openAs[cite.status]}`
  return `${nameOf(cite.speaker)} contested ${step(cite)}${stating(cite)}`
}

/** What has fallen of that on which the claim relies. */
export function lost(cite: LostBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, which ${outcome(cite.outcome)}`
  return `${step(cite)} was undercut by ${nameOf(cite.speaker)}${stating(cite)}`
}

function reliance(basis: OpenBasis | LostBasis): string {
  return `it relies on what ${nameOf(basis.speaker)} asserted${aside(basis)}`
}

function step({ basis }: StepAttack): string {
  const words = basis.words === null ? '' : ` (${saying(basis, '', basisMax)})`
  return `the step from what ${nameOf(basis.speaker)} asserted${words}`
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

/** Who contests a ruling; nothing when nobody does. */
export function contested(speakers: readonly Speaker[]): readonly string[] {
  if (speakers.length === 0) return []
  const names = enumerate(speakers.map(nameOf), 'en')
  return [`${names} contested it`, 'that does not move a ruling']
}
