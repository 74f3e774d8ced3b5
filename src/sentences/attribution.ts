import type { DisplayLanguage } from '../domain/display-language.ts'
import type { WorldDate } from '../domain/world-date.ts'
import type { OriginalKind } from '../engine/origins/origins.ts'
import { longDate } from './date-words.ts'
import { nameOf as englishName } from './english-phrases.ts'
import type { Speaker } from './told/speakers.ts'
import { nameOf as koreanName } from './korean-phrases.ts'

/** Where something was said and who relays it, as one line tells it. */
export interface ToldOrigins {
  /** Those before whom nobody certainly said it; none if that was not worked out. */
  readonly earliest: readonly { readonly speaker: Speaker; readonly date: WorldDate | null }[]
  readonly originals: Readonly<Record<OriginalKind, number>>
  /** The publishers of reports that relay it. */
  readonly relayedBy: { readonly first: Speaker | undefined; readonly count: number }
  /** How many claims and reports were read, if there are more. */
  readonly readOnly: { readonly claims: number | null; readonly reports: number | null }
  /** Whether figures that go back to the same claims exclude each other. */
  readonly haveFiguresDrifted: boolean
}

/**
 * "Earliest on record: The Information, 3 December 2025; relayed by 4 publishers; 1 independent
 * original on record". The earliest on record is not called the first.
 */
export function attributionLine(told: ToldOrigins, lang: DisplayLanguage): string {
  const say = said[lang]
  const parts = [
    told.readOnly.claims === null ? say.earliest(told.earliest) : say.tooMany(told.readOnly.claims),
    ...(told.relayedBy.count > 0
      ? [say.relayed(told.relayedBy, told.readOnly.reports !== null)]
      : []),
    ...(told.readOnly.claims === null ? say.originals(told.originals) : []),
    ...(told.haveFiguresDrifted ? [say.drift] : []),
  ]
  return parts.join('; ')
}

interface Said {
  readonly earliest: (earliest: ToldOrigins['earliest']) => string
  readonly tooMany: (read: number) => string
  readonly relayed: (by: ToldOrigins['relayedBy'], isAtLeast: boolean) => string
  readonly originals: (counts: ToldOrigins['originals']) => readonly string[]
  readonly drift: string
}

const english: Said = {
  earliest: (earliest) => {
    const [one, other, ...more] = earliest.map(
      ({ speaker, date }) =>
        [englishName(speaker), date === null ? 'date not known' : longDate(date, 'en')] as const,
    )
    if (!one) return 'No original on record'
    if (!other) return `Earliest on record: ${one.join(', ')}`
    const unclear = 'the dates do not tell which'
    return more.length === 0
      ? `Earliest on record: ${one[0]} (${one[1]}) or ${other[0]} (${other[1]}), ${unclear}`
      : `Earliest on record: one of ${earliest.length}, ${unclear}`
  },
  tooMany: (read) =>
    `More than ${read} claims on record say the same; which is the earliest was not worked out`,
  relayed: ({ first, count }, isAtLeast) => {
    if (isAtLeast) return `relayed by at least ${count} ${count === 1 ? 'publisher' : 'publishers'}`
    return count === 1 && first
      ? `relayed by ${englishName(first)}`
      : `relayed by ${count} publishers`
  },
  originals: ({ on_record, relayed_only, taken_back, unnamed }) => [
    ...(on_record > 0
      ? [`${on_record} independent ${on_record === 1 ? 'original' : 'originals'} on record`]
      : []),
    ...(relayed_only > 0 && on_record > 0 ? [`${relayed_only} known only through relays`] : []),
    ...(relayed_only > 0 && on_record === 0
      ? [
          relayed_only === 1
            ? 'the original itself is not on record'
            : `the ${relayed_only} originals themselves are not on record`,
        ]
      : []),
    ...(taken_back > 0 ? [`${taken_back} taken back by the speaker`] : []),
    ...(unnamed > 0 ? [`${unnamed} by ${unnamed === 1 ? 'a speaker' : 'speakers'} not named`] : []),
  ],
  drift: 'figures that go back to the same claims conflict',
}

const korean: Said = {
  earliest: (earliest) => {
    const [one, other, ...more] = earliest.map(
      ({ speaker, date }) =>
        [koreanName(speaker), date === null ? '날짜 미상' : longDate(date, 'ko')] as const,
    )
    if (!one) return '원출처는 기록에 없음'
    if (!other) return `기록상 가장 이른 발언: ${one.join(', ')}`
    const unclear = '날짜만으로는 선후를 알 수 없음'
    return more.length === 0
      ? `기록상 가장 이른 발언: ${one[0]}(${one[1]}) 또는 ${other[0]}(${other[1]}), ${unclear}`
      : `기록상 가장 이른 발언: ${earliest.length}건 중 하나, ${unclear}`
  },
  tooMany: (read) => `같은 내용의 주장이 기록에 ${read}건이 넘어, 가장 이른 발언은 가려내지 않음`,
  relayed: ({ first, count }, isAtLeast) => {
    if (isAtLeast) return `전언 ${count}곳 이상`
    return count === 1 && first ? `전언: ${koreanName(first)}` : `전언 ${count}곳`
  },
  originals: ({ on_record, relayed_only, taken_back, unnamed }) => [
    ...(on_record > 0 ? [`기록에 있는 독립된 출처 ${on_record}곳`] : []),
    ...(relayed_only > 0 && on_record > 0 ? [`전언으로만 알려진 출처 ${relayed_only}곳`] : []),
    ...(relayed_only > 0 && on_record === 0 ? ['원문은 기록에 없음'] : []),
    ...(taken_back > 0 ? [`발언자가 거두어들인 출처 ${taken_back}곳`] : []),
    ...(unnamed > 0 ? [`발언자를 알 수 없는 주장 ${unnamed}건`] : []),
  ],
  drift: '같은 주장에서 나온 수치가 상충함',
}

const said: Readonly<Record<DisplayLanguage, Said>> = { en: english, ko: korean }
