import { pointWords } from './answered-points.ts'
import { aspectWords } from './aspect-words.ts'
import { answering, attacked, others, pointsMet } from './english-attacks.ts'
import { becameOfAnswered, becameOfBasis, becameOfChallenge } from './english-outcomes.ts'
import { forWhom, inWords, together, whoAdmits, whoSpeaks } from './english-parties.ts'
import {
  anyOf,
  aside,
  nameOf,
  namesOf,
  possessive,
  saying,
  since,
  stating,
  when,
} from './english-phrases.ts'
import type {
  Admission,
  AnsweredAttack,
  Context,
  Finding,
  LostBasis,
  OpenBasis,
  QuotedClaim,
  Replacement,
  RetractedAdmission,
  SetAside,
  Some,
  StepAttack,
} from './explanation.ts'
import type { Party, Speaker, Speakers } from './told/speakers.ts'
import type { OpenPoints } from './language-clauses.ts'
import { inline } from './quotation.ts'

/** How much of a basis is quoted if the attack on the step from it is quoted too. */
const basisMax = 60

const openAs: Readonly<Record<OpenBasis['status'], string>> = {
  denied: 'which is itself denied or contested by the party it is about',
  denied_partly: 'a part of which is itself denied or contested by the party it is about',
  answered_elsewhere: 'which the party it is about answered on another point',
  disputed: 'which is itself disputed',
}

export function noAnswerOnIt(by: Speakers): string {
  return `on the claim itself ${noAnswer(by)}`
}

export function noAnswerOn({ words, count, of }: OpenPoints, by: Speakers): string {
  const points =
    words.length > 0 ? pointWords(words, 'en') : `${inWords(count)} of its ${inWords(of)} points`
  return `on ${points} ${noAnswer(by)}`
}

function noAnswer(by: Speakers): string {
  const names = anyOf(by)
  return names === '' ? 'no answer is on record' : `no answer by ${names} is on record`
}

export function answered(attack: AnsweredAttack, author: Speaker, isAlone: boolean): string {
  if (attack.answered)
    return answering([attack], attack.answered, author) + becameOfAnswered(attack.outcome)
  const isOwn = attack.speaker.id === author.id
  const whose = isOwn ? others([attack]) : whoSpeaks(attack.speaker, attack.party)
  const became = becameOfChallenge(attack.outcome, isOwn ? null : attack.speaker, isAlone)
  return `${whose} ${attacked(attack, 'this')}${aside(attack)}${became}`
}

/** What is open about a claim's basis. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, ${openAs[cite.status]}`
  return `${nameOf(cite.speaker)} contested ${step(cite)}${stating(cite)}`
}

/** What has fallen of a claim's basis. */
export function lost(cite: LostBasis | StepAttack): string {
  if (cite.as === 'basis') return reliance(cite) + becameOfBasis(cite.outcome)
  return `${step(cite)} was undercut by ${nameOf(cite.speaker)}${stating(cite)}`
}

function reliance(basis: OpenBasis | LostBasis): string {
  return `it relies on ${assertionOf(basis)}`
}

/** "what Halden asserted (“…”, 3 December 2025)". */
function assertionOf(claim: QuotedClaim, max?: number): string {
  const verb = claim.isRuling ? 'ruled' : 'asserted'
  return `what ${nameOf(claim.speaker)} ${verb}${aside(claim, max)}`
}

function step({ basis }: StepAttack): string {
  return `the step from ${assertionOf({ ...basis, assertedAt: null }, basisMax)}`
}

export function found(finding: Finding, verb: string): string {
  const { speaker, answered: how, isElsewhere = false } = finding
  const reference = finding.reference === null ? '' : ` (${inline(finding.reference)})`
  const where = when(finding.assertedAt) + reference
  const name = nameOf(speaker)
  if (how?.touching !== 'other_point') {
    const did = isElsewhere ? 'ruled on another point' : verb
    return name + ` ${did}${where}${saying(finding)}`
  }
  const on = how.aspect === null ? 'another point' : aspectWords.en[how.aspect]
  if (how.isItself) return `this answers on ${on} what ${name} found${where}${saying(finding)}`
  return `${name} found so${where} of the claim that this answers on ${on}${saying(finding)}`
}

export function replaced(cite: Replacement): string {
  const name = nameOf(cite.speaker)
  const date = when(cite.assertedAt)
  if (cite.relation === 'supersedes') {
    if (cite.isReworded) return `${name} put this in other words${date}${saying(cite)}`
    return `${name} replaced this${date}${saying(cite, ' with ')}`
  }
  const [verb, noun] =
    cite.relation === 'concedes' ? ['conceded', 'concession'] : ['confirmed', 'statement']
  const accepted = cite.accepted
    ? `${assertionOf(cite.accepted)}, which this opposed`
    : 'what this opposed'
  const remark = cite.since === null ? '' : `, a ${noun}${since(cite.since).slice(1)}`
  return `${name} ${verb}${date} ${accepted}${saying(cite)}${remark}`
}

export function admitted(cite: Admission): string {
  const who = whoAdmits(cite.speaker, cite.party, 'confirmed this')
  return `${who}${when(cite.assertedAt)}${saying(cite)}`
}

export function retracted(cite: RetractedAdmission): string {
  // An apposition ends at the bracket, too.
  const who = whoAdmits(cite.speaker, cite.party, 'confirmed this').replace(/,$/, '')
  return who + aside(cite) + becameOfChallenge(cite.outcome, cite.speaker, false)
}

export function admittedByAll({ named, more }: Some<Admission>, all: Party): string {
  const answers = named.map((cite) => forWhom(cite.speaker, cite.party) + aside(cite))
  const rest = more > 0 ? [`${more} more ${more > 1 ? 'answers' : 'answer'}`] : []
  const list = [...answers, ...rest]
  const joined = [list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(' and ')
  return `${together(all)} confirmed this: ${joined}`
}

export function addedContext(cite: Context): string {
  const who = whoSpeaks(cite.speaker, cite.party ?? null)
  return `${who} ${remarked(cite)}${aside(cite)}${becameOfContext(cite)}`
}

function becameOfContext({ since: what, isContested = false }: Context): string {
  if (what !== null) return ` and has since ${what === 'withdrawn' ? 'withdrawn' : 'replaced'} that`
  return isContested ? ', itself contradicted or contested on record' : ''
}

/** What somebody says of a claim without contradicting it. */
function remarked(cite: Context): string {
  const { response = null, met = [], metIds = [], namesNoPoint, otherPoint = null } = cite
  switch (response) {
    case 'neither':
      return 'neither confirms nor denies it'
    case 'declines':
      return 'declined to comment'
    case 'confirms':
      if (cite.isOfOther) return 'said that this is so'
      if (metIds.length > 0) return `confirmed ${pointsMet({ met, metIds })}`
      if (otherPoint !== null) return `confirmed ${aspectWords.en[otherPoint]}`
      return namesNoPoint ? 'confirmed it, with no point named' : 'confirmed it'
    case 'elsewhere':
      return 'answered on another point'
    case 'denies':
    case null:
    default:
      return 'added context'
  }
}

export function setAside({ body, found: how, by, at, isByThis }: SetAside): string {
  const ruling = `${possessive(nameOf(body))} ruling that found ${how}`
  if (isByThis) return `this set aside or suspended ${ruling}`
  return `${ruling} was set aside or suspended by ${nameOf(by)}${when(at)}`
}

/** Who contests a ruling, if anybody. */
export function contested(speakers: Speakers): readonly string[] {
  const names = namesOf(speakers)
  if (names === '') return []
  return [`${names} contested it`, 'that does not move a ruling']
}
