import { quotedMax } from '../domain/enumerate.ts'
import { isCertainlyEarlier, isCertainlyLater, worldTimeOf } from '../domain/world-time.ts'
import type { Context, Explained, QuotedClaim, Some } from './explanation.ts'
import type { Clauses } from './language-clauses.ts'
import { naming } from './named-cites.ts'
import type { Party } from './told/speakers.ts'

/** Which of its subjects admit a claim that others do not admit, or that somebody contradicts. */
export function partlyAdmitted(told: Explained, said: Clauses): readonly string[] {
  return naming(
    cites(told.partly),
    (cite) => inOrder(cite, told, said, said.admitted(cite)),
    (more) => said.andMore(more, 'answers'),
  )
}

/** Rulings for an open claim, beside those against it. */
export function upheld({ upheld: rulings }: Explained, said: Clauses): readonly string[] {
  return naming(cites(rulings), said.foundSo, (more) => said.andMore(more, 'rulings'))
}

/** Who of its subjects admitted a claim, and no longer stands by that. */
export function retracted({ retracted: admissions }: Explained, said: Clauses): readonly string[] {
  return naming(cites(admissions), said.retracted, (more) => said.andMore(more, 'answers'))
}

/** What its side conceded of that which an open claim opposed. */
export function gaveUp({ gaveUp: conceded }: Explained, said: Clauses): readonly string[] {
  return naming(cites(conceded), said.replaced, (more) => said.andMore(more, 'statements'))
}

export function contextOf(context: Some<Context>, said: Clauses): readonly string[] {
  return naming(cites(context), said.addedContext, (more) => said.andMore(more, 'statements'))
}

/** What parties say of a contested claim without contradicting it. */
export function remarksOf(told: Explained, said: Clauses): readonly string[] {
  return naming(
    cites(told.remarks),
    (cite) => inOrder(cite, told, said, said.addedContext(cite)),
    (more) => said.andMore(more, 'statements'),
  )
}

/** A clause told after those of what the same party says against the claim, if the order is known. */
function inOrder(
  cite: QuotedClaim & { readonly party?: Party | null },
  told: Explained,
  said: Clauses,
  clause: string,
): string {
  const at = worldTimeOf(cite.assertedAt)
  const times = told.status === 'denied' || told.status === 'disputed' ? told.cites : []
  const own = times
    .slice(0, quotedMax)
    .filter((each) => each.as === 'attack' && areOfOneParty(each, cite))
    .map(({ assertedAt }) => worldTimeOf(assertedAt))
  if (own.length === 0) return clause
  if (own.every((time) => isCertainlyEarlier(at, time))) return said.earlier(clause)
  return own.every((time) => isCertainlyLater(at, time)) ? said.later(clause) : clause
}

function areOfOneParty(
  one: QuotedClaim & { readonly party?: Party | null },
  other: QuotedClaim & { readonly party?: Party | null },
): boolean {
  const ids = new Set((one.party?.subjects.named ?? []).map(({ id }) => id))
  const isShared = other.party?.subjects.named.some(({ id }) => ids.has(id)) ?? false
  return isShared || one.speaker.id === other.speaker.id
}

/** Rulings on the claim that no longer stand. */
export function setAside({ setAside: rulings }: Explained, said: Clauses): readonly string[] {
  return naming(cites(rulings), said.setAside, (more) => said.andMore(more, 'rulings'))
}

function cites<Named>(some: Some<Named> = { named: [], more: 0 }) {
  return { cites: some.named, more: some.more }
}
