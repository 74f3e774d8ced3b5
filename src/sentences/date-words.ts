import type { DisplayLanguage } from '../domain/display-language.ts'
import type { WorldDate } from '../domain/world-date.ts'

const months =
  'January February March April May June July August September October November December'.split(' ')

const shape =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<time>\d{2}:\d{2})[^Z+-]*(?<zone>(?:[Z+-].*)?))?)?)?$/

/**
 * "2025", "December 2025", "3 December 2025", "3 December 2025, 18:05 UTC+09:00", "2014 to 2015",
 * "July to September 2025".
 */
export function englishDate(date: WorldDate): string {
  const { from, to } = endsOf(date)
  if (to === undefined) return englishEnd(from)
  return to === open
    ? `${englishEnd(from)} or later`
    : `${englishStart(from, to)} to ${englishEnd(to)}`
}

/** "in 2025", "in December 2025", "on 3 December 2025", "between 2014 and 2015". */
export function englishWhen(date: WorldDate): string {
  const { from, to } = endsOf(date)
  if (to !== undefined && to !== open)
    return `between ${englishStart(from, to)} and ${englishEnd(to)}`
  return `${partsOf(from).day === undefined ? 'in' : 'on'} ${englishDate(date)}`
}

/**
 * "2025년", "2025년 12월", "2025년 12월 3일", "2025년 12월 3일 18:05 UTC+09:00", "2014년~2015년",
 * "2025년 7월~9월".
 */
export function koreanDate(date: WorldDate): string {
  const { from, to } = endsOf(date)
  if (to === undefined) return koreanEnd(from)
  return to === open ? `${koreanEnd(from)} 이후` : `${koreanEnd(from)}~${koreanStop(from, to)}`
}

/**
 * "2025년에", "2025년 12월에", "2025년 12월 3일", "2014년~2015년 사이에": a day needs no particle in
 * running text, a longer time does.
 */
export function koreanWhen(date: WorldDate): string {
  const { from, to } = endsOf(date)
  if (to === undefined) return koreanDate(date) + (partsOf(from).day === undefined ? '에' : '')
  return to === open ? koreanDate(date) : `${koreanDate(date)} 사이에`
}

export function longDate(date: WorldDate, lang: DisplayLanguage): string {
  return { en: englishDate, ko: koreanDate }[lang](date)
}

/** For titles, by days: "10 Dec 2025", "2014 to 2015"; "2025-12-10", "2014~2015". */
export function shortDate(date: WorldDate, lang: DisplayLanguage): string {
  const { from, to } = endsOf(date)
  const [start, stop] = [from, to ?? open].map((end) => (end === open ? '' : shortDay[lang](end)))
  if (to === undefined) return `${start}`
  if (lang === 'ko') return `${start}~${stop}`
  return to === open ? `${start} or later` : `${start} to ${stop}`
}

const shortDay: Readonly<Record<DisplayLanguage, (date: string) => string>> = {
  en: (date) => {
    const { year, month, day } = partsOf(date)
    const words = [day, month && months[month - 1]?.slice(0, 3), year]
    return words.filter((word) => word !== undefined).join(' ')
  },
  ko: (date) => date.slice(0, '2025-12-10'.length),
}

const open = '..'

/** The two ends of an interval; for other dates `to` is undefined. */
function endsOf(date: WorldDate): { readonly from: string; readonly to: string | undefined } {
  const [from = '', to] = date.split('/')
  return { from, to }
}

/** Omits the year or month shared with the end. */
function englishStart(from: string, to: string): string {
  const shared = sharedParts(from, to)
  const { month, day } = partsOf(from)
  if (shared === 'month') return `${day}`
  const words = month === undefined ? '' : `${months[month - 1]}`
  if (shared === 'year') return day === undefined ? words : `${day} ${words}`
  return englishEnd(from)
}

function koreanStop(from: string, to: string): string {
  const shared = sharedParts(from, to)
  const words = koreanEnd(to).split(' ')
  return words.slice(shared === 'month' ? 2 : shared === 'year' ? 1 : 0).join(' ')
}

/** What two dates of the same precision share and need not repeat; undefined if one has a time. */
function sharedParts(from: string, to: string): 'month' | 'year' | undefined {
  const [one, other] = [partsOf(from), partsOf(to)]
  const isAlike = from.length === to.length && one.clock === undefined && other.clock === undefined
  if (!isAlike || one.month === undefined || one.year !== other.year) return undefined
  return one.day !== undefined && one.month === other.month ? 'month' : 'year'
}

function englishEnd(date: string): string {
  const { year, month, day, clock } = partsOf(date)
  if (month === undefined) return year
  const words = `${months[month - 1]} ${year}`
  if (day === undefined) return words
  return `${day} ${words}${clock === undefined ? '' : `, ${clock}`}`
}

function koreanEnd(date: string): string {
  const { year, month, day, clock } = partsOf(date)
  const words = [`${year}년`]
  if (month !== undefined) words.push(`${month}월`)
  if (day !== undefined) words.push(`${day}일`)
  if (clock !== undefined) words.push(clock)
  return words.join(' ')
}

interface DateParts {
  /** Four digits: "1" would not read as a year. */
  readonly year: string
  readonly month: number | undefined
  readonly day: number | undefined
  /** Time and zone, since an instant may fall on another day elsewhere. */
  readonly clock: string | undefined
}

function partsOf(date: string): DateParts {
  const groups = shape.exec(date)?.groups
  if (!groups) throw new RangeError(`"${date}" is no world date`)
  const { year = '', month, day, time, zone = '' } = groups
  const clock = time && `${time} UTC${/^Z$|^[+-]00:00$/.test(zone) ? '' : zone}`
  return {
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    clock,
  }
}
