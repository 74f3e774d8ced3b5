import { isDeepStrictEqual } from 'node:util'
import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { claimDiffView } from '../../src/views/claim-diff.ts'
import type { ClaimView } from '../../src/views/claim.ts'
import type { CounterpointView } from '../../src/views/counterpoint.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'

type Diff = z.output<typeof claimDiffView>

/** A claim as it was at a moment; undefined if it was not on record. */
interface Then {
  readonly claim: ClaimView
  /** Those who answer it by a link of their own onto it. */
  readonly answers: readonly string[]
}

describe('GET /v1/claims/{id}/diff', () => {
  it.for([1, 4])(
    'explains every difference between what was answered at two moments, history %i',
    { timeout: 240_000 },
    async (seed, { api, db }) => {
      const record = randomRecord(seed, { sources: 4, claims: 7, links: 14 })
      const moments: number[] = []
      const refs = new Set<string>()
      for (const lines of toBundleSteps(record, seed, `diff-${seed}`)) {
        const done = await importLines(db, lines)
        for (const id of Object.values(done.refs)) refs.add(id)
        if (done.events) moments.push(done.events.last)
      }
      const claims = []
      for (const id of refs) {
        const { status, json } = await api<ClaimView>(`/v1/claims/${id}?lang=en`)
        if (status === 200) claims.push(json)
      }
      for (const claim of claims.slice(0, 3)) moments.push(...(await amend(api, claim)))
      const chosen = moments.filter((_, at) => at % 3 === seed % 3 || at === moments.length - 1)
      const seen = { compared: 0, changed: 0, added: 0, moved: 0 }

      for (const { id } of claims) {
        const states = new Map<number, Then | undefined>()
        for (const seq of chosen) states.set(seq, await stateOf(api, id, seq))
        for (const [at, from] of chosen.entries())
          for (const to of chosen.slice(at)) {
            const [before, after] = [states.get(from), states.get(to)]
            if (!after) continue
            const diff = await read<Diff>(
              api,
              `/v1/claims/${id}/diff?from=${from}&to=${to}&lang=en`,
            )
            expectExplained(diff, before, after)
            seen.compared += 1
            seen.changed += Number(diff.fields.length > 0)
            seen.added += Number(diff.changes.some(({ change }) => change === 'answersAdded'))
            seen.moved += Number(diff.status.before !== diff.status.after)
          }
      }
      expect(seen.compared).toBeGreaterThan(20)
      expect(Math.min(seen.changed, seen.added, seen.moved)).toBeGreaterThan(0)
    },
  )
})

/** Corrects the words of a claim, and then its date; returns the moments after that. */
async function amend(api: Api, { id, version, text }: ClaimView): Promise<number[]> {
  const corrected = [{ text: `${text} Corrected.` }, { assertedAt: '2025-11-11' }]
  const moments: number[] = []
  for (const [at, patch] of corrected.entries()) {
    const { json } = await api<{ event?: { seq: number } }>(
      `/v1/claims/${id}`,
      amendment(patch, version + at),
    )
    if (json.event) moments.push(json.event.seq)
  }
  return moments
}

async function stateOf(api: Api, id: string, asOf: number): Promise<Then | undefined> {
  const { status, json } = await api<ClaimView & { asOf?: object }>(
    `/v1/claims/${id}?asOf=${asOf}&lang=en`,
  )
  if (status === 404) return undefined
  delete json.asOf
  const { items } = await read<{ items: CounterpointView[] }>(
    api,
    `/v1/claims/${id}/counterpoints?asOf=${asOf}&lang=en&limit=200&direction=onto`,
  )
  const answers = items.flatMap(({ claim, link }) =>
    'claim' in link.to && link.to.claim === id && link.from === claim.id ? [claim.id] : [],
  )
  return { claim: json, answers: [...new Set(answers)] }
}

/** Which kinds of changes explain that a field differs. */
const explaining: Partial<Record<keyof ClaimView, readonly string[]>> = {
  text: ['wordsCorrected'],
  texts: ['translationsChanged'],
  points: ['pointsChanged', 'translationsChanged'],
  assertedAt: ['wordsCorrected', 'detailsCorrected'],
  speaker: ['wordsCorrected', 'detailsCorrected'],
  kind: ['wordsCorrected', 'detailsCorrected'],
  figure: ['wordsCorrected', 'detailsCorrected'],
  rating: ['wordsCorrected', 'detailsCorrected'],
  citations: ['quotesAdded', 'quotesCorrected', 'quotesRemoved'],
}

function expectExplained(diff: Diff, before: Then | undefined, after: Then): void {
  const [old, now] = [before, after].map((then) => then?.claim.explanation?.cites ?? [])
  const kept = old?.filter((cite) => !diff.cites.removed.includes(cite)) ?? []
  expect([...kept, ...diff.cites.added].toSorted()).toEqual(now?.toSorted())
  expect(diff.isNew).toBe(before === undefined)
  expect(diff.status).toEqual({
    before: before?.claim.status ?? null,
    after: after.claim.status,
  })
  if (before) expectCompared(diff, before, after)
  else expectNew(diff)
}

function expectNew({ fields, changes, words, text }: Diff): void {
  expect([fields, changes, words]).toEqual([[], [], null])
  expect(text).toMatch(/^Was not yet on record /)
}

function expectCompared(diff: Diff, { claim: old, answers: had }: Then, after: Then): void {
  const { claim, answers } = after
  const then = new Map<string, unknown>(Object.entries(old))
  const differing = Object.entries(claim).flatMap(([field, value]) =>
    isDeepStrictEqual(value, then.get(field)) ? [] : [field],
  )
  expect(diff.fields.toSorted()).toEqual(differing.toSorted())
  const words = { before: old.text, after: claim.text }
  expect(diff.words).toEqual(old.text === claim.text ? null : words)

  const kinds: readonly string[] = diff.changes.map(({ change }) => change)
  const unexplained = Object.entries(explaining).filter(
    ([field, any]) => differing.includes(field) && !kinds.some((kind) => any.includes(kind)),
  )
  expect(unexplained).toEqual([])
  const objects = (...changes: readonly string[]) =>
    diff.changes.flatMap((each) => (changes.includes(each.change) ? each.objects : []))
  const [added, removed] = [without(answers, had), without(had, answers)]
  expect(without(added, objects('answersAdded'))).toEqual([])
  // The newer wording of an answer takes its place.
  expect(without(removed, objects('answersRemoved', 'answersReplaced'))).toEqual([])

  // If nothing differs, there is no change of the claim itself.
  const own = kinds.filter((kind) => !/^(?:answers|confirmations|reasons)/.test(kind))
  expect(differing.length === 0 ? own : []).toEqual([])
  const opening = old.status === claim.status ? 'Status unchanged' : 'Changed'
  expect(diff.text.startsWith(`${opening} between `)).toBe(true)
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((each) => !others.includes(each))
}
