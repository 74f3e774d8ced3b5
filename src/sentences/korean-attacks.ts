import { fitOf, meetsTheSame, pointWords } from './answered-points.ts'
import { aspectWords } from './aspect-words.ts'
import type { Answering, Attack } from './explanation.ts'
import type { Speaker } from './told/speakers.ts'
import { partySubject } from './korean-parties.ts'
import { withParticle } from './sounds/korean-particles.ts'
import { aside, claimNoun, dated, joined, nameOf, quoted } from './korean-phrases.ts'

/** What one speaker says against the claim; a date or an act is repeated only if it differs. */
export function attackedBy(attacks: readonly Attack[], author: Speaker): string {
  const [first] = attacks
  if (!first) return ''
  if (first.answered) return answering(attacks, first.answered, author)
  if (first.speaker.id === author.id) return conflict(attacks)
  let date: Attack['assertedAt'] | undefined
  const newDate = ({ assertedAt }: Attack) => {
    const words = date === assertedAt ? '' : dated(assertedAt)
    date = assertedAt
    return words
  }
  const acts = alike(attacks).map(([one, ...more]) => {
    const { on, how, verb } = actOf(one)
    if (more.length === 0) return newDate(one) + attacking(one)
    if (one.words === null) {
      const dates = [one, ...more].map(newDate).filter((words) => words !== '')
      return `${dates.map((words) => words.trim()).join(', ')} `.trimStart() + attacking(one)
    }
    const quotes = [one, ...more].map((each, index) => {
      const before = newDate(each) + (index === 0 ? on : '')
      return before + quoted(each, each.words ?? '')
    })
    return `${withParticle(quotes.join(', '), how)} ${verb}`
  })
  return `${partySubject(first.speaker, first.party)} ${joined(acts, '고')}`
}

/** Consecutive attacks that do the same, in other words. */
function alike(attacks: readonly Attack[]): readonly (readonly [Attack, ...Attack[]])[] {
  const groups: [Attack, ...Attack[]][] = []
  for (const attack of attacks) {
    const last = groups.at(-1)
    if (last && isContinued(last[0], attack)) last.push(attack)
    else groups.push([attack])
  }
  return groups
}

function isContinued(before: Attack, attack: Attack): boolean {
  const [one, other] = [actOf(before), actOf(attack)]
  return (
    (before.words === null) === (attack.words === null) &&
    one.on === other.on &&
    one.how === other.how &&
    one.verb === other.verb &&
    meetsTheSame(before, attack)
  )
}

/** What an attack does, quoting it if its words are known. */
export function attacking(attack: Attack): string {
  const { on, how, without = '', verb } = actOf(attack)
  if (attack.words === null) return on + without + verb
  return `${on}${withParticle(quoted(attack, attack.words), how)} ${verb}`
}

/** What is done, on what and with which words: `without` takes the place of words that are not known. */
interface Act {
  readonly on: string
  readonly how: '(이)라고' | '(이)라며'
  readonly without?: string
  readonly verb: string
}

function actOf(attack: Attack): Act {
  const { relation, party, isRuling, isOnRuling, isElsewhere } = attack
  if (isElsewhere)
    return { on: elsewhere, how: '(이)라고', verb: isRuling ? '판단했습니다' : '답했습니다' }
  const bySaying = { on: '', how: '(이)라며' } as const
  if (relation === 'undercuts') {
    if (isRuling && isOnRuling) return { ...bySaying, verb: '이를 취소하거나 정지했습니다' }
    if (isRuling) return { ...bySaying, verb: '그 근거를 인정하지 않았습니다' }
    return party !== null ? contesting(attack) : contestingGrounds
  }
  if (isRuling) return { ...bySaying, verb: '이와 다른 결론을 냈습니다' }
  if (party !== null) return denying(attack)
  return contradicting
}

const contradicting: Act = { on: '', how: '(이)라고', verb: '이와 상반되게 주장했습니다' }

const elsewhere = '다른 대목에 대해 '

const contestingGrounds: Act = { on: '', how: '(이)라며', verb: '그 근거에 이의를 제기했습니다' }

/** Only who meets the claim contested it, and not its grounds alone. */
function contesting(attack: Attack): Act {
  const fit = fitOf(attack)
  const contests = { how: '(이)라며', verb: '이의를 제기했습니다' } as const
  if (fit === 'partly') return { ...contests, on: `${pointsMet(attack)}에 대해 ` }
  if (fit !== 'other_point') return { ...contests, on: '', without: '이에 ' }
  return attack.otherPoint === null ? contestingGrounds : denying(attack)
}

/** Only who meets the claim denied it. */
function denying(attack: Attack): Act {
  switch (fitOf(attack)) {
    case 'meets':
      return { on: '', how: '(이)라고', without: '이를 ', verb: '부인했습니다' }
    case 'partly':
      return { on: `${pointsMet(attack)}에 대해 `, how: '(이)라고', verb: '답했습니다' }
    case null:
      return contradicting
    case 'other_point':
    case 'neither':
    case 'confirms':
    default: {
      const on =
        attack.otherPoint === null ? elsewhere : `${aspectWords.ko[attack.otherPoint]}에 대해 `
      return { on, how: '(이)라고', verb: '답했습니다' }
    }
  }
}

/** What the explained claim answers, and how: "이 주장은 할덴의 주장(“…”)과 맞서 있습니다". */
export function answering(
  attacks: readonly Attack[],
  { touching, aspect }: Answering,
  author: Speaker,
): string {
  const [first] = attacks
  const isOwn = first?.speaker.id === author.id
  if (isOwn && touching === 'meets') return conflict(attacks)
  const claims = attacks.map((attack) => `${claimNoun(attack)}${aside(attack)}`).join(', ')
  const what = (first ? whose(first, isOwn) : '') + claims
  const told = `이 ${first?.isOnRuling ? '판단' : '주장'}은 ${what}`
  if (touching === 'meets') return `${told}과 맞서 있습니다`
  if (touching === 'partly') return `${told}의 일부와 맞서 있습니다`
  const on = aspect === null ? '다른 대목' : aspectWords.ko[aspect]
  return `${told}에 대해 ${withParticle(on, '을/를')} 들어 답하고 있습니다`
}

function whose({ speaker, party }: Attack, isOwn: boolean): string {
  if (isOwn) return `같은 ${nameOf(speaker)}의 다른 `
  return party === null ? `${nameOf(speaker)}의 ` : `${partySubject(speaker, party)} 내놓은 `
}

/** What the author itself says to the contrary. */
function conflict(attacks: readonly Attack[]): string {
  const claims = attacks.map((attack) => `${claimNoun(attack)}${aside(attack)}`).join(', ')
  const name = attacks.slice(0, 1).map(({ speaker }) => nameOf(speaker))
  return `같은 ${name.join('')}의 다른 ${claims}과 맞서 있습니다`
}

/** The points that an answer meets: quoted, or else how many they are. */
export function pointsMet({ met = [], metIds = [] }: Pick<Attack, 'met' | 'metIds'>): string {
  return met.length > 0 ? pointWords(met, 'ko') : `이 주장의 ${parts(metIds.length)}`
}

const numbers = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟']

/** How many points: "두 대목". */
export function parts(count: number): string {
  return `${numbers[count] ?? count} 대목`
}
