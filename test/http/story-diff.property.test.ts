import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import type { storyStepView } from '../../src/views/story-diff.ts'
import type { StoryView } from '../../src/views/story.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { randomFrom } from '../oracle/random.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'

type Step = z.output<typeof storyStepView>

describe('GET /v1/stories/{id}/diff', () => {
  it.for([1, 2])(
    'leads from the story at one moment to the story at another, history %i',
    { timeout: 240_000 },
    async (seed, { api, db }) => {
      const random = randomFrom(seed)
      const record = randomRecord(seed, { sources: 4, claims: 8, links: 16 })
      const moments: number[] = []
      const refs = new Set<string>()
      const story = await api<{ object: StoryView; event: { seq: number } }>('/v1/stories', {
        body: { title: `Story ${seed}`, claims: [] },
      })
      moments.push(story.json.event.seq)
      const { id } = story.json.object
      let version = 1
      for (const lines of toBundleSteps(record, seed, `story-${seed}`)) {
        const done = await importLines(db, lines)
        for (const ref of Object.values(done.refs)) refs.add(ref)
        const there = await claimsAmong(api, refs)
        const claims = there.filter(() => random.below(3) > 0)
        const sent = await api<{ event?: { seq: number } }>(
          `/v1/stories/${id}`,
          amendment({ claims, title: `Story ${seed}, ${random.below(2)}` }, version),
        )
        if (sent.json.event) {
          version += 1
          moments.push(sent.json.event.seq)
        } else if (done.events) moments.push(done.events.last)
      }
      const seen = new Set<string>()

      const states = new Map<number, StoryView>()
      for (const seq of moments) states.set(seq, await read(api, `/v1/stories/${id}?asOf=${seq}`))
      for (const [at, from] of moments.entries())
        for (const to of moments.slice(at).filter((_, place) => place % 2 === 0)) {
          const [before, after] = [states.get(from), states.get(to)]
          if (!before || !after) throw new Error('Every moment was read.')
          const steps = await stepsBetween(api, id, from, to)
          for (const { change } of steps) seen.add(change)
          expectToLead(before, after, steps)
          await expectAnswersTold(api, { before, after, steps, from, to })
        }
      expect([...seen]).toEqual(
        expect.arrayContaining(['claimAdded', 'claimRemoved', 'titleChanged', 'statusChanged']),
      )
    },
  )
})

async function claimsAmong(api: Api, ids: Iterable<string>): Promise<string[]> {
  const found: string[] = []
  for (const id of ids) if ((await api(`/v1/claims/${id}`)).status === 200) found.push(id)
  return found
}

/** All pages, a few at a time. */
async function stepsBetween(api: Api, id: string, from: number, to: number): Promise<Step[]> {
  const steps: Step[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const rest = cursor === '' ? '' : `&cursor=${cursor}`
    const path = `/v1/stories/${id}/diff?from=${from}&to=${to}&limit=4&lang=en${rest}`
    const page: { items: Step[]; next: string | null } = await read(api, path)
    steps.push(...page.items)
    cursor = page.next
  }
  return steps
}

/** The claims and the statuses that the story has after each of the changes, one after the other. */
function expectToLead(before: StoryView, after: StoryView, steps: readonly Step[]): void {
  const seqs = steps.map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  const claims = new Set(before.claims.map(({ id }) => id))
  const statuses = new Map<string, string | null>(
    before.claims.map(({ id, status }) => [id, status]),
  )
  for (const { change, claim, before: was, after: is } of steps) {
    if (change === 'claimAdded') claims.add(claim ?? '')
    if (change === 'claimRemoved') claims.delete(claim ?? '')
    if (change !== 'statusChanged' || claim === null) continue
    expect([claim, was]).toEqual([claim, statuses.get(claim) ?? was])
    statuses.set(claim, is)
  }
  expect([...claims].toSorted()).toEqual(after.claims.map(({ id }) => id).toSorted())
  const known = after.claims.filter(({ id }) => statuses.has(id))
  expect(known.map(({ id }) => [id, statuses.get(id)])).toEqual(
    known.map(({ id, status }) => [id, status]),
  )
  const isRetitled = steps.some(({ change }) => change === 'titleChanged')
  expect(isRetitled).toBe(before.title !== after.title)
}

interface Compared {
  readonly before: StoryView
  readonly after: StoryView
  readonly steps: readonly Step[]
  readonly from: number
  readonly to: number
}

/** Every answer that a claim has at the later moment alone is told. */
async function expectAnswersTold(api: Api, { before, after, steps, from, to }: Compared) {
  const kept = after.claims.filter(({ id }) => before.claims.some((claim) => claim.id === id))
  for (const { id } of kept) {
    const [had, has] = [await answersOf(api, id, from), await answersOf(api, id, to)]
    const told = steps.flatMap(({ change, claim, answer }) =>
      change === 'answerAdded' && claim === id ? [answer] : [],
    )
    const added = has.filter((answer) => !had.includes(answer))
    expect(added.filter((answer) => !told.includes(answer))).toEqual([])
    expect(told.filter((answer) => answer !== null && !has.includes(answer))).toEqual([])
  }
}

async function answersOf(api: Api, id: string, asOf: number): Promise<string[]> {
  const { items } = await read<{ items: CounterpointView[] }>(
    api,
    `/v1/claims/${id}/counterpoints?asOf=${asOf}&limit=200&direction=onto`,
  )
  return items.flatMap(
    ({ claim, link }: { claim: Pick<ClaimView, 'id'>; link: CounterpointView['link'] }) =>
      'claim' in link.to && link.to.claim === id && link.from === claim.id ? [claim.id] : [],
  )
}
