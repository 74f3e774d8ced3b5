import type { Context, Explained, Some } from './explanation.ts'
import type { Clauses } from './language-clauses.ts'
import { naming } from './named-cites.ts'

/** Who of its subjects admits a claim that others do not admit. */
export function partlyAdmitted({ partly }: Explained, said: Clauses): readonly string[] {
  return naming(cites(partly), said.admitted, (more) => said.andMore(more, 'answers'))
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
export function remarksOf({ remarks }: Explained, said: Clauses): readonly string[] {
  return naming(cites(remarks), said.addedContext, (more) => said.andMore(more, 'statements'))
}

/** Rulings on the claim that no longer stand. */
export function setAside({ setAside: rulings }: Explained, said: Clauses): readonly string[] {
  return naming(cites(rulings), said.setAside, (more) => said.andMore(more, 'rulings'))
}

function cites<Named>(some: Some<Named> = { named: [], more: 0 }) {
  return { cites: some.named, more: some.more }
}
