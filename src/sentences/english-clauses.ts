import { fitOf, meetsTheSame, pointWords } from './answered-points.ts'
import { aspectWords } from './aspect-words.ts'
import { becameOfBasis, becameOfChallenge } from './english-outcomes.ts'
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
  Attack,
  Context,
  Finding,
  LostBasis,
  OpenBasis,
  Party,
  QuotedClaim,
  Replacement,
  RetractedAdmission,
  SetAside,
  Some,
  Speaker,
  Speakers,
  StepAttack,
} from './explanation.ts'
import type { OpenPoints } from './language-clauses.ts'
import { inline } from './quotation.ts'

/** How much of a basis is quoted if the attack on the step from it is quoted too. */
const basisMax = 60

const openAs: Readonly<Record<OpenBasis['status'], string>> = {
  denied: 'denied or contested by the party it is about',
  disputed: 'disputed',
}

/** What one speaker says against `it`. */
export function attackedBy(attacks: readonly Attack[], author: Speaker, it: string): string {
  const acts = attacks
    .map((attack, index) => act(withoutDateOf(attacks[index + 1], attack), attacks[index - 1], it))
    .join(' and ')
  const [first] = attacks
  if (!first) return acts
  if (first.speaker.id === author.id) return `${others(attacks)} ${acts}`
  return `${whoSpeaks(first.speaker, first.party)} ${acts}`
}

/** Without words, what follows gives the date of both if it is the same. */
function withoutDateOf(next: Attack | undefined, attack: Attack): Attack {
  const isSaidOnce = next?.words === null && next.assertedAt === attack.assertedAt
  return attack.words === null && isSaidOnce ? { ...attack, assertedAt: null } : attack
}

/** An act; the verb is omitted if it repeats the previous one and words follow. */
function act(attack: Attack, before: Attack | undefined, it: string): string {
  const verb = attacked(attack, it)
  const isSame =
    before !== undefined && attacked(before, it) === verb && meetsTheSame(before, attack)
  return isSame && before.words !== null && attack.words !== null
    ? stating(attack).replace(/^: /, '')
    : verb + stating(attack)
}

/** What an attack did to `it`. In the past tense: the record holds only what was said. */
function attacked(attack: Attack, it: string): string {
  const { relation, party, isRuling, isOnRuling } = attack
  const rebuts = relation === 'rebuts'
  if (isRuling && isOnRuling && !rebuts) return `set aside or suspended ${it}`
  if (isRuling) return rebuts ? 'found otherwise' : 'ruled against its grounds'
  if (party !== null) return rebuts ? denied(attack, it) : `contested ${it}`
  return rebuts ? `contradicted ${it}` : 'contested its grounds'
}

/** Only who meets the claim denied it. */
function denied(attack: Attack, it: string): string {
  switch (fitOf(attack)) {
    case 'meets':
      return `denied ${it}`
    case 'partly':
      return `answered on ${pointsMet(attack)}`
    case null:
      return `contradicted ${it}`
    case 'other_point':
    case 'neither':
    case 'confirms':
    default:
      return `answered on ${attack.otherPoint === null ? 'another point' : aspectWords.en[attack.otherPoint]}`
  }
}

/** What the author itself says to the contrary. */
function others(attacks: readonly Attack[]): string {
  const noun = attacks.every(({ isRuling }) => isRuling) ? 'ruling' : 'statement'
  const names = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `${attacks.length > 1 ? `other ${noun}s` : `another ${noun}`} by ${names.join('')}`
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

/** The points that an answer meets: quoted, or else how many they are. */
function pointsMet({ met = [], metIds = [] }: Pick<Attack, 'met' | 'metIds'>): string {
  if (met.length > 0) return pointWords(met, 'en')
  return `${inWords(metIds.length)} ${metIds.length === 1 ? 'point' : 'points'} of it`
}

export function answered(attack: AnsweredAttack, author: Speaker, isAlone: boolean): string {
  const isOwn = attack.speaker.id === author.id
  const whose = isOwn ? others([attack]) : whoSpeaks(attack.speaker, attack.party)
  const became = becameOfChallenge(attack.outcome, isOwn ? null : attack.speaker, isAlone)
  return `${whose} ${attacked(attack, 'this')}${aside(attack)}${became}`
}

/** What is open about a claim's basis. */
export function open(cite: OpenBasis | StepAttack): string {
  if (cite.as === 'basis') return `${reliance(cite)}, which is itself ${openAs[cite.status]}`
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
  const reference = finding.reference === null ? '' : ` (${inline(finding.reference)})`
  return `${nameOf(finding.speaker)} ${verb}${when(finding.assertedAt)}${reference}${saying(finding)}`
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
  return `${who} ${remarked(cite)}${aside(cite)}${since(cite.since)}`
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
      if (metIds.length > 0) return `confirmed ${pointsMet({ met, metIds })}`
      if (otherPoint !== null) return `confirmed ${aspectWords.en[otherPoint]}`
      return namesNoPoint ? 'confirmed it, with no point named' : 'confirmed it'
    case 'elsewhere':
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
