import type { ClaimId } from '../../domain/ids.ts'
import type { WorldTime } from '../../domain/world-time.ts'
import type { RecordItems } from '../record/memory.ts'
import type { Change, RecordClaim, RecordLink } from '../record/record.ts'
import type { SingleEvent } from './single-event.ts'

/** The ids of what an event enters, which no object of the record has. */
const entered = { claim: 'supposed-claim', link: 'supposed-link' } as const

/** What an event changes in a record. */
export function changesBy(event: SingleEvent): readonly Change[] {
  if (event.kind === 'withdrawal') return [{ claim: event.claim, what: 'withdrawn' }]
  return [{ claim: entered.claim, what: 'added' }, { link: entered.link }]
}

/**
 * The items of a record after an event.
 *
 * @param at when a confirmation would be
 */
export function itemsAfter(
  items: RecordItems,
  event: SingleEvent,
  id: ClaimId,
  at: WorldTime,
): RecordItems {
  switch (event.kind) {
    case 'withdrawal':
      return {
        ...items,
        claims: items.claims.map((claim) =>
          claim.id === event.claim ? { ...claim, withdrawn: true } : claim,
        ),
      }
    case 'set_aside':
      return withAnswer(items, { kind: 'ruling', speaker: null, about: [] }, at, {
        relation: 'undercuts',
        to: event.claim,
      })
    case 'confirmation':
      return withAnswer(items, { kind: 'fact', speaker: event.by, about: [event.by] }, at, {
        relation: 'concedes',
        to: id,
      })
  }
  return event satisfies never
}

function withAnswer(
  { claims, links, affiliations }: RecordItems,
  said: Pick<RecordClaim, 'kind' | 'speaker' | 'about'>,
  assertedAt: WorldTime,
  { relation, to }: { readonly relation: RecordLink['relation']; readonly to: ClaimId },
): RecordItems {
  const answer: RecordClaim = {
    id: entered.claim,
    ...said,
    assertedAt,
    withdrawn: false,
    voided: false,
    points: [],
  }
  const link: RecordLink = {
    id: entered.link,
    relation,
    from: entered.claim,
    to: { claim: to },
    change: 'substance',
    response: null,
    meets: [],
    aspect: null,
    ended: false,
    voided: false,
  }
  return { claims: [...claims, answer], links: [...links, link], affiliations }
}
