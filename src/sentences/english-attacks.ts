import { fitOf, meetsTheSame, pointWords } from './answered-points.ts'
import { aspectWords } from './aspect-words.ts'
import { englishDate } from './date-words.ts'
import { inWords, whoSpeaks } from './english-parties.ts'
import { aside, nameOf, stating } from './english-phrases.ts'
import type { Answering, Attack } from './explanation.ts'
import type { Speaker } from './told/speakers.ts'

/** What one speaker says against `it`, or how the claim answers that. */
export function attackedBy(attacks: readonly Attack[], author: Speaker, it: string): string {
  const acts = repeating(attacks, it)
    .map(([attack, ...more], index, all) => {
      const next = all[index + 1]?.[0]
      const dates = more.map(({ assertedAt }) =>
        assertedAt === null ? '' : englishDate(assertedAt),
      )
      const first = act(withoutDateOf(next, attack), all[index - 1]?.[0], it)
      return dates.reduce((said, date) => said.replace(/\)$/, ` and ${date})`), first)
    })
    .join(' and ')
  const [first] = attacks
  if (!first) return acts
  if (first.answered) {
    // A name that ends in a bracket is followed by no other.
    const isOwn = first.speaker.id === author.id && attacks.every(({ words }) => words !== null)
    const quotes = attacks.map((attack) => stating(attack).replace(/^: /, '')).join(' and ')
    return answering(attacks, first.answered, author, isOwn ? `: ${quotes}` : asides(attacks))
  }
  if (first.speaker.id === author.id) return `${others(attacks)} ${acts}`
  return `${whoSpeaks(first.speaker, first.party)} ${acts}`
}

/** Consecutive attacks that say the same on several known days, without words to tell them apart. */
function repeating(
  attacks: readonly Attack[],
  it: string,
): readonly (readonly [Attack, ...Attack[]])[] {
  const groups: [Attack, ...Attack[]][] = []
  for (const attack of attacks) {
    const last = groups.at(-1)
    const isRepeated =
      last !== undefined &&
      [last[0], attack].every(({ words, assertedAt }) => words === null && assertedAt !== null) &&
      attacked(last[0], it) === attacked(attack, it) &&
      meetsTheSame(last[0], attack)
    if (isRepeated) last.push(attack)
    else groups.push([attack])
  }
  return groups
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
export function attacked(attack: Attack, it: string): string {
  const { relation, party, isRuling, isOnRuling, isElsewhere } = attack
  const rebuts = relation === 'rebuts'
  if (isElsewhere) return `${isRuling ? 'ruled' : 'answered'} on another point`
  if (isRuling && isOnRuling && !rebuts) return `set aside or suspended ${it}`
  if (isRuling) return rebuts ? 'found otherwise' : 'ruled against its grounds'
  if (party !== null) return rebuts ? denied(attack, it) : contested(attack, it)
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

/** Only who meets the claim contested it, and not its grounds alone. */
function contested(attack: Attack, it: string): string {
  const fit = fitOf(attack)
  if (fit === 'partly') return `contested ${pointsMet(attack)}`
  if (fit !== 'other_point') return `contested ${it}`
  return attack.otherPoint === null ? 'contested its grounds' : denied(attack, it)
}

/** What the explained claim answers, and how: "this contradicts what Halden asserted (“…”)". */
export function answering(
  attacks: readonly Attack[],
  { touching, aspect }: Answering,
  author: Speaker,
  quotes = asides(attacks),
): string {
  const what = whatSaid(attacks, author) + quotes
  if (touching === 'meets') return `this contradicts ${what}`
  if (touching === 'partly') return `this contradicts a part of ${what}`
  return `this answers on ${aspect === null ? 'another point' : aspectWords.en[aspect]} ${what}`
}

function asides(attacks: readonly Attack[]): string {
  const said = attacks.map((attack) => aside(attack).slice(2, -1)).filter((each) => each !== '')
  return said.length > 0 ? ` (${said.join('; ')})` : ''
}

function whatSaid(attacks: readonly Attack[], author: Speaker): string {
  const [first] = attacks
  if (first?.speaker.id === author.id) return others(attacks)
  const who = first ? whoSpeaks(first.speaker, first.party) : ''
  return `what ${who} ${first?.isRuling ? 'ruled' : 'asserted'}`
}

/** What the author itself says to the contrary. */
export function others(attacks: readonly Attack[]): string {
  const noun = attacks.every(({ isRuling }) => isRuling) ? 'ruling' : 'statement'
  const names = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `${attacks.length > 1 ? `other ${noun}s` : `another ${noun}`} by ${names.join('')}`
}

/** The points that an answer meets: quoted, or else how many they are. */
export function pointsMet({ met = [], metIds = [] }: Pick<Attack, 'met' | 'metIds'>): string {
  if (met.length > 0) return pointWords(met, 'en')
  return `${inWords(metIds.length)} ${metIds.length === 1 ? 'point' : 'points'} of it`
}
