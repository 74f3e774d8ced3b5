import { expect, test } from 'vitest'
import { worldTimeOf } from '../../src/domain/world-time.ts'
import { componentOf } from '../../src/engine/outlook/component.ts'
import { outlookOf } from '../../src/engine/outlook/outlook.ts'
import { evaluate } from '../oracle/rules/evaluate.ts'
import { itemsOf } from '../oracle/rules/items-of.ts'
import { randomRecord } from '../oracle/rules/random-record.ts'
import { anyShape } from '../oracle/rules/random-shapes.ts'
import { PlainRecord, type Claim } from '../oracle/rules/record.ts'
import { brokenRules } from '../oracle/rules/write-rules.ts'
import { timeOf } from '../oracle/rules/dates.ts'
import { regionOf } from '../support/region-of.ts'

const confirmedAt = '2025-12-06T00:00:00Z'

/** Events of the three kinds are listed and carried out here from the rules alone. */
test('what is said of single events is what the rules say after each, and nothing else moves a claim', () => {
  const count = { said: 0, unsaid: 0 }
  for (let seed = 0; seed < 200; seed += 1) {
    const record = randomRecord(seed, anyShape)
    const now = evaluate(record).claims
    for (const claim of record.claims.filter(({ id }) => id in now)) {
      const said = saidOf(record, claim.id)
      for (const [event, after] of eventsOf(record, claim, now[claim.id]?.cites ?? [])) {
        const then = evaluate(after).claims[claim.id]?.status
        const moved = then === now[claim.id]?.status ? undefined : then
        expect([seed, claim.id, event, said.get(event)]).toEqual([seed, claim.id, event, moved])
        count[moved === undefined ? 'unsaid' : 'said'] += 1
        said.delete(event)
      }
      // Answers reached through restatements: more than the list above, never something else.
      for (const [event, status] of said) {
        const after = evaluate(afterLoss(record, event.split(' ')[1] ?? '')).claims[claim.id]
        expect([seed, claim.id, event, after?.status]).toEqual([seed, claim.id, event, status])
      }
    }
  }
  expect(count.said).toBeGreaterThan(500)
  expect(count.unsaid).toBeGreaterThan(500)
})

function saidOf(record: PlainRecord, id: string): Map<string, string> {
  const component = componentOf(regionOf(itemsOf(record)), id)
  const outlook = component && outlookOf(component, id, worldTimeOf(confirmedAt))
  if (!outlook) throw new Error('Small records are not too large.')
  return new Map(
    outlook.events.flatMap((event) => {
      const after = outlook.after(event)
      const name = event.kind === 'confirmation' ? `by ${event.by}` : `loss ${event.claim}`
      return after ? [[name, after.status] as const] : []
    }),
  )
}

/** Losses of the claim itself, of its first five cites and of whatever answers it directly; confirmations. */
function eventsOf(
  record: PlainRecord,
  claim: Claim,
  cites: readonly string[],
): readonly (readonly [string, PlainRecord])[] {
  const answering = record.links
    .filter(({ rel, voided }) => ['rebuts', 'undercuts', 'qualifies'].includes(rel) && !voided)
    .filter(({ to }) => to === claim.id)
    .map(({ from }) => from)
  const lost = [...new Set([claim.id, ...cites.slice(0, 5), ...answering])]
  const losses = lost.flatMap((id) => {
    const other = record.claims.find((each) => each.id === id)
    const isGone = other === undefined || other.voided || other.withdrawn !== null
    // A later wording has taken its place.
    const isReworded = record.links.some(
      (link) =>
        link.to === id && link.rel === 'supersedes' && link.change === 'wording' && isLive(link),
    )
    const isNobodys = other?.speaker === null && other.kind !== 'ruling'
    return isGone || isReworded || isNobodys ? [] : [[`loss ${id}`, afterLoss(record, id)] as const]
  })
  const confirmations = claim.about
    .map((by) => [`by ${by}`, afterConfirmation(record, claim.id, by)] as const)
    .filter(([, after]) => brokenRules(after).length === 0)
  return [...losses, ...confirmations]
}

function isLive({ ended, voided }: PlainRecord['links'][number]): boolean {
  return ended === null && !voided
}

/** A ruling is set aside by another body's; anything else is taken back by its speaker. */
function afterLoss(record: PlainRecord, id: string): PlainRecord {
  const isRuling = record.claims.some((claim) => claim.id === id && claim.kind === 'ruling')
  if (isRuling)
    return withAnswer(record, { kind: 'ruling', speaker: 'Supreme', about: [] }, 'undercuts', id)
  return {
    ...record,
    claims: record.claims.map((claim) =>
      claim.id === id ? { ...claim, withdrawn: timeOf(confirmedAt) } : claim,
    ),
  }
}

function afterConfirmation(record: PlainRecord, id: string, by: string): PlainRecord {
  return withAnswer(record, { kind: 'fact', speaker: by, about: [by] }, 'concedes', id)
}

function withAnswer(
  record: PlainRecord,
  said: Pick<Claim, 'kind' | 'speaker' | 'about'>,
  rel: 'undercuts' | 'concedes',
  to: string,
): PlainRecord {
  const { claims, links } = PlainRecord.parse({
    claims: [{ id: 'new', ...said, at: confirmedAt }],
    links: [{ id: 'new-link', rel, from: 'new', to, ended: false }],
  })
  return { ...record, claims: [...record.claims, ...claims], links: [...record.links, ...links] }
}
