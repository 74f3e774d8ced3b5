import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { compare, runSide, type Compared, type Row } from './compare.ts'
import type { Dataset } from './data.ts'
import { median, quantile } from './load.ts'
import type { Served } from './servers.ts'
import type { Paced } from './paced.ts'
import { post, readCards, rebut, sampleOf } from './workloads.ts'

/** A record and one of its processes. */
interface Place {
  readonly record: Dataset
  readonly process: Served
}

/** Who reads the cards, and who writes meanwhile. */
export interface Writers {
  readonly reader: Place
  /** Another process of the record that is read. */
  readonly same: Place
  readonly other: Place
}

const writesPerSecond = 50
const cards = 200
const rebutted = 200
const load = { count: 20_000, connections: 16 }

/**
 * Hot cards beside unrelated writes by another process: their rate compared with that beside the same
 * writes into another record, and the share of them that were answered from their copies.
 */
export async function besideWrites(
  { reader, same, other }: Writers,
  rounds: number,
): Promise<Compared[]> {
  const claims = (await sampleOf(reader.record)).answered.slice(0, cards)
  const requests = readCards(claims)
  const { origin } = reader.process
  const row: Row = {
    what: `Warm cards beside ${writesPerSecond} writes a second, compared with writes elsewhere`,
    target: { atLeast: 0.9 },
    unit: 'requests a second',
    ...load,
    ours: { origin, requests, beside: await writing(same) },
    other: { origin, requests, beside: await writing(other) },
  }
  const compared = await compare(row, rounds)
  const shares: number[] = []
  const paces: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const before = await copiesAnswered(origin)
    const { besidePerSecond, answered } = await runSide(row.ours, load)
    shares.push(((await copiesAnswered(origin)) - before) / answered)
    paces.push(besidePerSecond)
  }
  return [
    compared,
    {
      ...compared,
      what: `The share of these cards that were answered from their copies, beside ${Math.round(median(paces))} writes a second`,
      target: { atLeast: 0.99 },
      ratio: median(shares),
      spread: [quantile(shares, 0.1), quantile(shares, 0.9)],
    },
  ]
}

/** Rebuttals of claims that are entered for this, so that nothing else is connected with them. */
async function writing({ record, process: { origin } }: Place): Promise<Paced> {
  const { speaker } = await sampleOf(record)
  const claims: string[] = []
  for (let count = 0; count < rebutted; count++) claims.push(await addClaim(origin, speaker))
  return { origin, requests: rebut(claims, speaker), perSecond: writesPerSecond }
}

const added = z.object({ object: z.object({ id: z.string() }) })

async function addClaim(origin: string, speaker: string): Promise<string> {
  const { path, ...request } = post('/v1/claims', {
    kind: 'fact',
    speaker,
    about: [],
    text: `What is said in the documents ${randomUUID()}.`,
    lang: 'en',
    assertedAt: '2026-06-01',
  })
  const response = await fetch(origin + path, request)
  return added.parse(await response.json()).object.id
}

const copies = /^counterpoint_copies_answered_total\{route="\/embed\/claims\/\{id\}",.*\} (\d+)$/gm

async function copiesAnswered(origin: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return [...text.matchAll(copies)].reduce((sum, [, count]) => sum + Number(count), 0)
}
