import type { Fit } from '../../../src/domain/kinds.ts'
import { admits, givenUpIn } from './concessions.ts'
import { lifeOf } from './lifecycle.ts'
import { readingOf, type Reading } from './reading.ts'
import type { Claim, Link, PlainRecord } from './record.ts'
import { isOtherVoiceOfSubject } from './subjects.ts'

/** What an editor recorded of an answer, as docs/answers.md reads it, by who gives it and to what. */
interface Answer {
  readonly link: Link
  /** The claim that the link points at, whose points it may meet. */
  readonly to: string
  /** A claim that gives it, and a claim that it answers: they, or what says the same. */
  readonly by: string
  readonly onto: string
}

export interface LeftOpen {
  readonly whole: boolean
  readonly points: readonly string[]
}

/** docs/answers.md, of the whole record: computed naively from the page alone. */
export function answersIn(record: PlainRecord) {
  const reading = readingOf(record)
  const answers = reading.links.flatMap((link) => answersBy(reading, link))
  const ofParties = answers.filter(({ by, onto }) =>
    isOtherVoiceOfSubject(reading, by, onto, reading.at(by)),
  )
  const live = ofParties.filter((answer) => isInForce(reading, answer))
  const direct = ofParties.filter(({ to, onto }) => to === onto)
  return {
    fits: new Map(direct.map(({ link, to }) => [link.id, fitOf(link, inForce(reading.claim(to)))])),
    leftOpen: new Map(
      reading.claims.map((claim) => {
        const own = live.filter(({ onto }) => onto === claim.id)
        return [
          claim.id,
          isAdmitted(reading, claim)
            ? { whole: false, points: [] }
            : leftOpenOf(reading, claim, own),
        ]
      }),
    ),
  }
}

/** "A party that admits a claim, by a claim that holds, meets all of it." */
function isAdmitted(reading: Reading, { id }: Claim): boolean {
  const givenUp = givenUpIn(reading)
  return reading.claims
    .filter((each) => lifeOf(reading, givenUp, each) === 'active')
    .some((each) => admits(reading, each.id, id))
}

/** "An answer is a claim that rebuts, undercuts or qualifies"; rebuttals hold for all restatements. */
function answersBy(reading: Reading, link: Link): Answer[] {
  const { rel, from, to } = link
  if (reading.findLink(to) || from === to) return []
  if (rel === 'undercuts' || rel === 'qualifies') return [{ link, to, by: from, onto: to }]
  if (rel !== 'rebuts' || reading.group(from).includes(to)) return []
  return reading
    .group(from)
    .flatMap((by) => reading.group(to).map((onto) => ({ link, to, by, onto })))
}

/** "Live: neither ended, nor given up, nor by a claim that was withdrawn or replaced." */
function isInForce(reading: Reading, { link, by }: Answer): boolean {
  const givenUp = givenUpIn(reading)
  return (
    !link.ended &&
    lifeOf(reading, givenUp, reading.claim(by)) === 'active' &&
    !givenUp.some((each) => each.link === link.id && each.by === by)
  )
}

function inForce({ points }: Claim): string[] {
  return points.filter(({ ended }) => !ended).map(({ id }) => id)
}

function responseOf({ rel, response }: Link) {
  return response ?? (rel === 'qualifies' ? null : 'denies')
}

/** Without points: "the aspect is scope, timing, attribution or significance". */
function isNarrow({ aspect }: Link): boolean {
  return ['scope', 'timing', 'attribution', 'significance'].includes(aspect ?? '')
}

/** The table of the page. */
function fitOf(link: Link, points: readonly string[]): Fit {
  const response = responseOf(link)
  if (response === 'neither' || response === 'declines') return 'neither'
  if (response === 'confirms') return 'confirms'
  const met = points.filter((point) => meets(link, point))
  if (met.length > 0) return met.length === points.length ? 'meets' : 'partly'
  return points.length === 0 && meetsClaim(link) ? 'meets' : 'other_point'
}

/** Whether it meets a point of the claim that it points at. */
function meets(link: Link, point: string): boolean {
  const says = responseOf(link)
  return (says === 'denies' || says === 'confirms') && link.meets.includes(point)
}

/** "If it meets that restatement as a whole": denials and confirmations both close what they meet. */
function meetsWhole(link: Link, points: readonly string[]): boolean {
  return points.length === 0 ? meetsClaim(link) : points.every((point) => meets(link, point))
}

/** Whether it meets a claim without points. "A qualification without a response adds context." */
function meetsClaim(link: Link): boolean {
  const says = responseOf(link)
  return (says === 'denies' || says === 'confirms') && !isNarrow(link)
}

function leftOpenOf(reading: Reading, claim: Claim, answers: readonly Answer[]): LeftOpen {
  const points = inForce(claim)
  const isMetByOther = answers
    .filter(({ to }) => to !== claim.id)
    .some(({ link, to }) => meetsWhole(link, inForce(reading.claim(to))))
  const own = answers.filter(({ to }) => to === claim.id).map(({ link }) => link)
  const open = points.filter((point) => !isMetByOther && !own.some((link) => meets(link, point)))
  const isMet = isMetByOther || own.some((link) => meetsClaim(link))
  return { whole: points.length > 0 ? open.length === points.length : !isMet, points: open }
}
