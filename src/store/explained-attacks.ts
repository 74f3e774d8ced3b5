import type { AttackAccount, FindingAccount } from '../domain/account.ts'
import { fits } from '../domain/kinds.ts'
import { isOtherPoint } from '../sentences/aspect-words.ts'
import type { AnsweredAttack, Attack, Finding } from '../sentences/explanation.ts'
import { touchingOf, touchings } from '../sentences/table/touching.ts'
import type { CitedClaim } from './cited-claims.ts'
import { quote } from './explained-cites.ts'
import { pointsMet } from './explained-points.ts'
import type { NamedItems } from './named-items.ts'
import { challengeOutcome } from './outcomes.ts'
import type { ReadableRow } from './readable-account.ts'
import { partyOf } from './subjects.ts'

export function attack(
  cite: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): Attack {
  const { relation, subjects, links } = cite
  const party = partyOf(row, subjects, claim.speaker)
  const aspects = links.map((id) => items.links.get(id)?.aspect ?? null)
  const [aspect = null] = aspects
  const isElsewhere = party !== null && isOtherPoint(aspect) && aspects.every(isOtherPoint)
  const otherPoint = isElsewhere ? aspect : null
  const isOnRuling = row.kind === 'ruling'
  const touched = party === null ? {} : touchedBy(links, row, items)
  const told = { relation, party, otherPoint, isOnRuling, ...touched, ...answering(cite, items) }
  return { ...quote(claim), as: 'attack', ...told }
}

export function finding(cite: FindingAccount, claim: CitedClaim, items: NamedItems): Finding {
  const { answered, ...told } = answering(cite, items)
  const isItself = cite.reverse?.some((id) => items.links.get(id)?.to === cite.claim) ?? false
  return {
    ...quote(claim),
    reference: claim.reference?.title ?? null,
    ...told,
    ...(answered && { answered: { ...answered, isItself } }),
  }
}

/** Whether something is answered at all: elsewhere, or by the claim itself. */
function answering(
  { links = [], reverse = [] }: Partial<Pick<AttackAccount, 'links' | 'reverse'>>,
  items: NamedItems,
): Pick<Attack, 'isElsewhere' | 'answered'> {
  const own = links.flatMap((id) => items.links.get(id) ?? [])
  const others = reverse.flatMap((id) => items.links.get(id) ?? [])
  const found = new Set(others.map(touchingOf))
  const touching = touchings.find((each) => found.has(each))
  const [aspect = null] = others.map((each) => each.aspect)
  return {
    isElsewhere: own.length > 0 && own.every(({ response }) => response === 'elsewhere'),
    ...(touching && {
      answered: { touching, aspect: isOtherPoint(aspect) && others.length === 1 ? aspect : null },
    }),
  }
}

/**
 * What some links touch together. Without any, the claim answers what is said, not the reverse; but
 * accounts of version 1 of the rules name no links, and no subjects.
 */
function touchedBy(
  ids: AttackAccount['links'],
  row: ReadableRow,
  items: NamedItems,
): Pick<Attack, 'fit' | 'met' | 'metIds'> {
  if (ids.length === 0) return row.account?.subjects.length ? { fit: null } : {}
  const links = ids.flatMap((id) => items.links.get(id) ?? [])
  const met = new Set<string>(links.flatMap(({ meets }) => meets))
  const fit = fits.find((each) => links.some((link) => link.fit === each))
  if (fit === undefined) return {}
  return { fit, ...pointsMet(row, met, items.lang) }
}

export function answeredAttack(
  cite: AttackAccount,
  claim: CitedClaim,
  row: ReadableRow,
  items: NamedItems,
): AnsweredAttack | undefined {
  const { answer } = cite
  if (answer === null) return undefined
  const outcome = challengeOutcome({ ...cite, answer }, claim, row, items)
  const told = { ...attack(cite, claim, row, items), outcome }
  if (outcome.kind !== 'set_aside' || outcome.by.named.length + outcome.by.more > 1) return told
  const later = row.account?.setAside.named.find(({ ruling }) => ruling === cite.claim)
  const at = (later && items.claims.get(later.by)?.assertedAt) ?? null
  return { ...told, outcome: { ...outcome, at } }
}
