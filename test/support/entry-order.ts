import * as fc from './fast-check.ts'
import type { Affiliation } from '../../src/engine/record/affiliations.ts'
import type { RecordItems } from '../../src/engine/record/memory.ts'
import type { Change, RecordClaim, RecordLink } from '../../src/engine/record/record.ts'
import type { EngineStore } from './engine-store.ts'

export type Item =
  | { readonly claim: RecordClaim }
  | { readonly link: RecordLink }
  | { readonly affiliation: Affiliation }

/** The items of a record in a random order of entry: what a link names comes before it. */
export function entryOrder(items: RecordItems): fc.Arbitrary<readonly Item[]> {
  const all: Item[] = [
    ...items.claims.map((claim) => ({ claim })),
    ...items.links.map((link) => ({ link })),
    ...items.affiliations.map((affiliation) => ({ affiliation })),
  ]
  const whole = { minLength: all.length, maxLength: all.length }
  return fc.shuffledSubarray(all, whole).map((shuffled) => {
    const waiting = [...shuffled]
    const entered = new Set<string>()
    return shuffled.map(() => {
      const at = waiting.findIndex((item) => namesOf(item).every((name) => entered.has(name)))
      const [next] = waiting.splice(at, 1)
      if (at < 0 || next === undefined) throw new Error('A link names what is not there.')
      if ('claim' in next) entered.add(next.claim.id)
      if ('link' in next) entered.add(next.link.id)
      return next
    })
  })
}

export function enterItem(store: EngineStore, item: Item): readonly Change[] {
  if ('claim' in item) {
    store.claims.set(item.claim.id, item.claim)
    return [{ claim: item.claim.id, what: 'added' }]
  }
  if ('link' in item) {
    store.links.set(item.link.id, item.link)
    return [{ link: item.link.id }]
  }
  store.affiliations.push(item.affiliation)
  return [{ source: item.affiliation.source }]
}

/** What must be on record before the item. */
function namesOf(item: Item): readonly string[] {
  if (!('link' in item)) return []
  const { from, to } = item.link
  return [from, 'claim' in to ? to.claim : to.link]
}
