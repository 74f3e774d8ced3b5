import type { StandingCase } from '../../src/sentences/table/standings.ts'
import type { Db } from '../../src/store/database/db.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'

interface Record {
  readonly claims: string
  readonly links: string
  /** The claim that stands so, if it is not R. */
  readonly of?: string
  /** Further fields of lines, by their refs. */
  readonly more?: Readonly<{ [ref: string]: object }>
}

/** What no record brings about yet: requests for comment will feed it. */
type Unfed = 'asked'

const points = [
  { id: 'a', text: 'the first point' },
  { id: 'b', text: 'the second point' },
]

/** For each way in which a claim can stand, a record with one that does. */
const records: Readonly<{ [C in Exclude<StandingCase, Unfed>]: Record }> = {
  unanswered: { claims: 'R(Info→MS)', links: '' },
  ruling_unanswered: { claims: 'R(ruling, Court→MS)', links: '' },
  context_added: { claims: 'R(Info→MS) Q(Lab→MS)', links: '1: Q qualifies R' },
  said_so: {
    claims: 'R(Info→MS) Q(Lab→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'confirms' } },
  },
  answered_besides: {
    claims: 'R(Info→MS) Q(MS→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'elsewhere' } },
  },
  confirmed_nor_denied: {
    claims: 'R(Info→MS) Q(Lab→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'neither' } },
  },
  no_comment: {
    claims: 'R(Info→MS) Q(Lab→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'declines' } },
  },
  context_contested: {
    claims: 'R(Info→MS) Q(Lab→MS) X(Bloom→Lab)',
    links: '1: Q qualifies R; 2: X rebuts Q',
  },
  answer_taken_back: {
    claims: 'R(Info→MS) Q(MS→MS, withdrawn)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'confirms' } },
  },
  confirms_unsaid: {
    claims: 'R(Info→MS) Q(MS→MS)',
    links: '1: Q qualifies R',
    more: { R: { points }, 'link-1': { response: 'confirms' } },
  },
  neither: {
    claims: 'R(Info→MS) Q(MS→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'declines' } },
  },
  confirms: {
    claims: 'R(Info→MS) Q(MS→MS)',
    links: '1: Q qualifies R',
    more: { 'link-1': { response: 'confirms' } },
  },
  partly_admitted: { claims: 'R(Info→MS+Lab) A(MS→MS)', links: '1: A concedes R' },
  confirmation_retracted: {
    claims: 'R(Info→MS) A(MS→MS, withdrawn)',
    links: '1: A concedes R',
  },
  ruling_contested: { claims: 'R(ruling, Court→MS) X(Info→MS)', links: '1: X rebuts R' },
  ruling_lapsed: {
    claims: 'R(Info→MS) J(ruling, Court→MS) K(ruling, Appeal→MS)',
    links: '1: J restates R; 2: K undercuts J',
  },
  rated: {
    claims: 'R(Info→MS) C(Lab→MS)',
    links: '1: C supports R',
    more: { Lab: { kind: 'fact_checker' }, C: { rating: 'Plausible' } },
  },
  denied: { claims: 'R(Info→MS) D(MS→MS)', links: '1: D rebuts R' },
  answered_elsewhere: {
    claims: 'R(Info→MS) D(MS→MS)',
    links: '1: D rebuts R',
    more: { 'link-1': { aspect: 'scope' } },
  },
  answered_partly: {
    claims: 'R(Info→MS) D(MS→MS)',
    links: '1: D rebuts R',
    more: { R: { points }, 'link-1': { meets: ['a'] } },
  },
  answered_among_others: {
    claims: 'R(Info→MS) D(MS→MS) X(Bloom→MS)',
    links: '1: D rebuts R; 2: X rebuts R',
    more: { 'link-1': { aspect: 'scope' } },
  },
  answered_partly_among_others: {
    claims: 'R(Info→MS) D(MS→MS) Q(MS→MS)',
    links: '1: D rebuts R; 2: Q qualifies R',
    more: {
      R: { points },
      'link-1': { meets: ['a'] },
      'link-2': { response: 'confirms', meets: ['b'] },
    },
  },
  contested: { claims: 'R(Info→MS) D(MS→MS)', links: '1: D undercuts R' },
  disputed: { claims: 'R(Info→MS) D(Bloom→MS)', links: '1: D rebuts R' },
  answered: { claims: 'R(Info→MS) D(MS→MS)', links: '1: D rebuts R (ended)' },
  admitted: { claims: 'R(Info→MS) D(MS→MS)', links: '1: D concedes R' },
  ruled_for: { claims: 'R(Info→MS) J(ruling, Court→MS)', links: '1: J restates R' },
  countered: { claims: 'R(Info→MS) D(Bloom→MS)', links: '1: D undercuts R' },
  countered_elsewhere: {
    claims: 'R(Info→MS) D(Bloom→MS)',
    links: '1: D undercuts R',
    more: { 'link-1': { response: 'elsewhere' } },
  },
  basis_lost: {
    claims: 'R(Info→MS) B(Lab→MS) D(Bloom→MS)',
    links: '1: R relies_on B; 2: D undercuts B',
  },
  ruled_against: { claims: 'R(Info→MS) J(ruling, Court→MS)', links: '1: J rebuts R' },
  ruled_elsewhere: {
    claims: 'R(Info→MS) J(ruling, Court→MS)',
    links: '1: J rebuts R',
    more: { 'link-1': { response: 'elsewhere' } },
  },
  set_aside: {
    claims: 'R(ruling, Court→MS) K(ruling, Appeal→MS)',
    links: '1: K undercuts R',
  },
  withdrawn: { claims: 'R(Info→MS, withdrawn)', links: '' },
  corrected: { claims: 'R(Info→MS) S(Info→MS)', links: '1: S supersedes R' },
  voided: { claims: 'R(Info→MS)', links: '' },
}

/** Enters them; returns the claim of each, and the slug of a story with that claim alone. */
export async function enterEveryCase(
  db: Db,
): Promise<ReadonlyMap<StandingCase, { readonly id: string; readonly slug: string }>> {
  const entered = new Map<StandingCase, { id: string; slug: string }>()
  for (const found of caseNames()) {
    const { claims, links, more = {} } = records[found]
    const lines = notedLines(claims, links, `case-${found}`).map((line) =>
      Object.assign({}, line, more[String(line['ref'])]),
    )
    const slug = `case-${found.replaceAll('_', '-')}`
    const story = { type: 'story', slug, title: `Case ${found}`, claims: ['R'] }
    const { refs } = await importLines(db, [...lines, story])
    const id = refs['R'] ?? ''
    if (found === 'voided') await importLines(db, [{ type: 'void', claim: id, reason: 'Error.' }])
    entered.set(found, { id, slug })
  }
  return entered
}

function caseNames(): readonly Exclude<StandingCase, Unfed>[] {
  // The keys are those that the type demands.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.keys(records) as Exclude<StandingCase, Unfed>[]
}
