import { recompute } from './recompute.ts'
import type { PlainAffiliation, PlainClaim, PlainLink, PlainRecord } from './record.ts'

/** Who acted on an object, starting with the one who entered it. */
export type Hands = ReadonlyMap<string, readonly string[]>

/** A change that one key makes of a record. */
export type Edit =
  | { do: 'add claim'; claim: PlainClaim }
  | { do: 'add link'; link: PlainLink }
  | { do: 'cite' | 'translate'; object: string }
  | { do: 'withdraw' | 'end'; object: string; at?: string }
  | { do: 'void withdrawal' | 'void claim'; object: string }
  | { do: 'void end' | 'void link' | 'aspect' | 'note'; object: string }
  | { do: 'change'; object: string; change: NonNullable<PlainLink['change']> }
  | { do: 'words' | 'speaker' | 'kind' | 'about' | 'date'; object: string; claim: PlainClaim }
  | { do: 'body' | 'domain' | 'rename' | 'alias'; object: string }
  | { do: 'affiliations'; object: string; affiliations: readonly PlainAffiliation[] }

/**
 * Whether an edit takes a second person, from the words of the rule alone
 * (docs/consequence-rule.md), slowly: the whole record is recomputed before and after it.
 */
export function takesSecondPerson(
  before: PlainRecord,
  after: PlainRecord,
  { edit, key, hands }: { edit: Edit; key: string; hands: Hands },
): boolean {
  const was = statuses(before)
  const is = statuses(after)
  const known = before.claims.map(({ id }) => id)
  const moved = known.filter((id) => was(id) !== is(id))
  const adds = edit.do === 'add claim' || edit.do === 'add link' || edit.do === 'cite'
  const weighty = adds ? moved.filter((id) => isWeighty(was(id), is(id))) : moved
  const act = actOf(before, edit)
  if (weighty.length === 0 && act === undefined) return false
  if (act === 'never own') return true

  const edited = 'object' in edit ? [edit.object] : act === 'an act' ? targetsOf(edit) : []
  const touched = [...moved, ...edited]
  return !touched.every((id) => isOwn(after, hands, key, id))
}

function targetsOf(edit: Edit): string[] {
  return edit.do === 'add link' && 'claim' in edit.link.to ? [edit.link.to.claim] : []
}

function statuses(record: PlainRecord): (claim: string) => string {
  const { claims } = recompute(record)
  return (claim) => claims.get(claim)?.status ?? 'gone'
}

const fallen = new Set(['countered', 'basis_lost', 'ruled_against'])

/** The moves that what is added may not bring about alone. */
function isWeighty(was: string, is: string): boolean {
  if (fallen.has(was) !== fallen.has(is)) return true
  if (['withdrawn', 'corrected', 'admitted', 'gone', 'ruled_for'].includes(is)) return true
  return ['withdrawn', 'corrected', 'gone', 'ruled_for'].includes(was)
}

function actOf(record: PlainRecord, edit: Edit): 'an act' | 'never own' | undefined {
  const ruling = (id: string) =>
    record.claims.some((claim) => claim.id === id && claim.kind === 'ruling')
  switch (edit.do) {
    case 'add claim':
      return edit.claim.kind === 'ruling' ? 'never own' : undefined
    case 'add link':
      return edit.link.relation === 'concedes' ? 'an act' : undefined
    case 'body':
      return 'never own'
    case 'speaker':
    case 'kind':
    case 'about':
    case 'date':
      return ruling(edit.object) ? 'never own' : 'an act'
    case 'words':
      if (ruling(edit.object)) return 'never own'
      return isJoined(record, edit.object) ? 'an act' : undefined
    case 'withdraw':
    case 'void withdrawal':
    case 'void claim':
    case 'end':
    case 'void end':
    case 'void link':
    case 'aspect':
    case 'note':
    case 'change':
    case 'domain':
    case 'rename':
    case 'alias':
    case 'affiliations':
      return 'an act'
    case 'cite':
    case 'translate':
      return undefined
  }
  return edit satisfies never
}

/** A link with effect starts or ends at it. */
function isJoined({ claims, links }: PlainRecord, claim: string): boolean {
  const gone = new Set(claims.filter(({ voided }) => voided).map(({ id }) => id))
  const counts = ({ voided, from, to }: PlainLink): boolean => {
    if (voided || gone.has(from)) return false
    if ('claim' in to) return !gone.has(to.claim)
    return links.some((link) => link.id === to.link && counts(link))
  }
  return links.some(
    (link) =>
      counts(link) && (link.from === claim || ('claim' in link.to && link.to.claim === claim)),
  )
}

/**
 * Entered by the key, and neither it nor anything that depends on it was touched by anybody else.
 */
function isOwn(record: PlainRecord, hands: Hands, key: string, id: string): boolean {
  const dependents = new Set([id])
  for (const object of dependents)
    for (const next of dependentsOf(record, hands, object)) dependents.add(next)
  return [...dependents].every((object) => (hands.get(object) ?? []).every((hand) => hand === key))
}

/** What names an object, links to it, goes out from it or cites something for it. */
function dependentsOf({ claims, links }: PlainRecord, hands: Hands, id: string): string[] {
  return [
    ...links.filter(({ from, to }) => [from, 'claim' in to ? to.claim : to.link].includes(id)),
    ...claims.filter(({ speaker, about }) => speaker === id || about.includes(id)),
  ]
    .map((each) => each.id)
    .concat([...hands.keys()].filter((object) => object.startsWith(`cites ${id} `)))
}
