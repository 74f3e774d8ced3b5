import { recompute } from './recompute.ts'
import type { PlainClaim, PlainLink, PlainRecord } from './record.ts'

/** Who did something to an object, the one who entered it first. */
export type Hands = ReadonlyMap<string, readonly string[]>

/** A change that one key makes of a record. */
export type Edit =
  | { do: 'add claim'; claim: PlainClaim }
  | { do: 'add link'; link: PlainLink }
  | { do: 'cite' | 'translate'; object: string }
  | { do: 'withdraw' | 'void withdrawal' | 'void claim'; object: string }
  | { do: 'end' | 'void end' | 'void link' | 'aspect'; object: string }
  | { do: 'words' | 'speaker' | 'kind' | 'about'; object: string; claim: PlainClaim }
  | { do: 'body' | 'domain'; object: string }

/**
 * Whether an edit takes a second person, from the words of the rule alone (docs/consequence-rule.md),
 * slowly: the record before and after it is recomputed as a whole.
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
  const weighty = moved.filter((id) => isWeighty(was(id), is(id), adds))
  const act = actOf(before, edit)
  if (weighty.length === 0 && act === undefined) return false
  if (act === 'never own') return true

  const edited = 'object' in edit ? [edit.object] : []
  const touched = [...moved, ...edited]
  return !touched.every((id) => isOwn(after, hands, key, id))
}

function statuses(record: PlainRecord): (claim: string) => string {
  const { claims } = recompute(record)
  return (claim) => claims.get(claim)?.status ?? 'gone'
}

const fallen = new Set(['countered', 'basis_lost', 'ruled_against'])

/** design.md §2.6, and the ways back: what takes two persons to enter takes two to take away. */
function isWeighty(was: string, is: string, adds: boolean): boolean {
  if (fallen.has(was) !== fallen.has(is)) return true
  if (['withdrawn', 'corrected', 'admitted', 'gone', 'ruled_for'].includes(is)) return true
  if (['withdrawn', 'corrected', 'gone', 'ruled_for'].includes(was)) return true
  return was === 'admitted' && !adds
}

function actOf(record: PlainRecord, edit: Edit): 'an act' | 'never own' | undefined {
  const ruling = (id: string) =>
    record.claims.some((claim) => claim.id === id && claim.kind === 'ruling')
  switch (edit.do) {
    case 'add claim':
      return edit.claim.kind === 'ruling' ? 'never own' : undefined
    case 'body':
      return 'never own'
    case 'domain':
    case 'aspect':
      return 'an act'
    case 'kind':
    case 'about':
      return ruling(edit.object) ? 'never own' : undefined
    case 'words':
    case 'speaker':
      if (ruling(edit.object)) return 'never own'
      return isAnswered(record, edit.object) ? 'an act' : undefined
    case 'add link':
    case 'cite':
    case 'translate':
    case 'withdraw':
    case 'void withdrawal':
    case 'void claim':
    case 'end':
    case 'void end':
    case 'void link':
      return undefined
  }
  return edit satisfies never
}

/** Somebody answers it, or a restatement of it, whatever became of the answer but a void. */
function isAnswered(record: PlainRecord, claim: string): boolean {
  const gone = new Set(record.claims.filter(({ voided }) => voided).map(({ id }) => id))
  const links = record.links.filter(
    ({ voided, from, to }) => !voided && !gone.has(from) && !('claim' in to && gone.has(to.claim)),
  )
  const group = new Set([claim])
  for (const member of group)
    for (const { relation, ended, from, to } of links) {
      if (relation !== 'restates' || ended || !('claim' in to)) continue
      if (from === member) group.add(to.claim)
      if (to.claim === member) group.add(from)
    }
  return links.some(({ relation, from, to }) => {
    if (!('claim' in to)) return false
    if (relation === 'rebuts') return group.has(to.claim) && from !== claim
    const answers = ['undercuts', 'qualifies', 'concedes', 'restates']
    return to.claim === claim && answers.includes(relation)
  })
}

/** Entered by the key, and nobody else has linked to it, cited it, named it or amended it. */
function isOwn(record: PlainRecord, hands: Hands, key: string, id: string): boolean {
  const others = (object: string) => (hands.get(object) ?? []).some((hand) => hand !== key)
  // What the edit itself enters is in no hands yet.
  const enteredByOther = (object: string) => (hands.get(object)?.[0] ?? key) !== key
  if (others(id)) return false
  const hanging = new Set<string>()
  const grow = (link: PlainLink) => {
    if (hanging.has(link.id)) return
    hanging.add(link.id)
    for (const onto of record.links) if ('link' in onto.to && onto.to.link === link.id) grow(onto)
  }
  for (const link of record.links) {
    const { from, to } = link
    if (from === id || ('claim' in to ? to.claim : to.link) === id) grow(link)
  }
  const naming = record.claims.filter(({ speaker, about }) => speaker === id || about.includes(id))
  const cited = [...hands.keys()].filter((object) => object.startsWith(`cites ${id} `))
  return [...hanging, ...naming.map((claim) => claim.id), ...cited].every(
    (object) => !enteredByOther(object),
  )
}
