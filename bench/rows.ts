import type { Row, Side } from './compare.ts'
import type { Dataset } from './data.ts'
import type { Served } from './servers.ts'
import {
  queryClaims,
  readAgain,
  readClaimPages,
  readClaims,
  readCounterpoints,
  readNewest,
  readOEmbed,
  readPages,
  readParts,
  rebut,
  sampleOf,
} from './workloads.ts'

interface Setting {
  readonly small: Dataset
  readonly large: Dataset
  readonly ours: { readonly small: Served; readonly large: Served }
  readonly peers:
    | {
        readonly handWritten: Served
        readonly postGraphile: Served
        readonly handWrittenLarge: Served
      }
    | undefined
}

/**
 * The table of the design: reads compared with other servers, and everything compared with its own
 * small size.
 */
export async function rowsOf({ small, large, ours, peers }: Setting) {
  const [few, many] = [await sampleOf(small), await sampleOf(large)]
  const reads = [1, 16].flatMap((connections): Row[] => {
    if (!peers) return []
    const besideHandWritten = (
      what: string,
      here: Served,
      there: Served,
      { claims }: typeof few,
    ): Row => ({
      what: `${what}, beside a hand-written handler`,
      target: { atLeast: 0.7 },
      unit: 'requests a second',
      connections,
      count: 2000,
      ours: side(here, readClaims(claims)),
      other: side(there, readClaims(claims)),
    })
    return [
      besideHandWritten('GET claim', ours.small, peers.handWritten, few),
      {
        what: 'GET claim, beside PostGraphile 5',
        target: { atLeast: 2 },
        unit: 'requests a second',
        connections,
        count: 1000,
        ours: side(ours.small, readClaims(few.claims)),
        other: side(peers.postGraphile, queryClaims(few.claims)),
      },
      besideHandWritten('GET claim in the large record', ours.large, peers.handWrittenLarge, many),
    ]
  })
  const bySize = (
    what: string,
    count: number,
    of: (sample: typeof few) => Side['requests'],
  ): Row => ({
    what,
    target: { atMost: 1.5 },
    unit: 'time',
    connections: 1,
    count,
    ours: side(ours.large, of(many)),
    other: side(ours.small, of(few)),
  })
  const sizes: Row[] = [
    bySize('GET claim, large beside small', 300, ({ claims }) => readClaims(claims)),
    bySize('GET counterpoints, large beside small', 150, ({ answered }) =>
      readCounterpoints(answered),
    ),
    bySize('GET a page of a list, large beside small', 25, () => readPages()),
    bySize('Adding a rebuttal, large beside small', 20, ({ facts, speaker }) =>
      rebut(facts, speaker),
    ),
  ]
  return { reads, sizes }
}

/** Reads that no copy answers, compared with what they are made of. */
export async function coldRows(small: Dataset, ours: Served, handWritten: Served): Promise<Row[]> {
  const { answered } = await sampleOf(small)
  const row = (
    what: string,
    atMost: number,
    requests: Side['requests'],
    other: Side,
    count = 150,
  ): Row => ({
    what,
    target: { atMost },
    unit: 'time',
    connections: 1,
    count,
    ours: side(ours, requests),
    other,
  })
  return [
    row(
      'GET counterpoints, beside their claim',
      4,
      readCounterpoints(answered),
      side(ours, readClaims(answered)),
    ),
    row(
      'The page of a claim, beside the claim, its counterpoints and its history',
      1.5,
      readClaimPages(answered),
      side(ours, readParts(answered)),
    ),
    row(
      'oEmbed of a claim, beside its page',
      1,
      readOEmbed(answered, ours.origin),
      side(ours, readClaimPages(answered)),
    ),
    row(
      'GET a list of 50, beside one hand-written statement',
      3,
      readNewest(),
      side(handWritten, readNewest()),
      25,
    ),
  ]
}

/** Cached cards compared with a constant of the same size. */
export async function cardRows(
  small: Dataset,
  ours: Served,
  serveConstant: (bytes: number) => Promise<Served>,
): Promise<Row[]> {
  const [card = ''] = (await sampleOf(small)).answered.map((id) => `/embed/claims/${id}?lang=ko`)
  const rowsIn = async (coding: 'identity' | 'br', counts: readonly number[]): Promise<Row[]> => {
    const headers = { 'accept-encoding': coding }
    const answer = await fetch(ours.origin + card, { headers })
    await answer.arrayBuffer()
    const bytes = Number(answer.headers.get('content-length'))
    const other = await serveConstant(bytes)
    const what = coding === 'br' ? 'A warm card in brotli' : 'A warm card'
    return counts.map((connections) => ({
      what: `${what}, ${bytes} bytes, beside bare Hono and a constant`,
      target: { atLeast: 0.8 },
      unit: 'requests a second',
      connections,
      count: 20_000,
      ours: side(ours, readAgain(card, headers)),
      other: side(other, readAgain(card, headers)),
    }))
  }
  return [...(await rowsIn('identity', [1, 16, 64])), ...(await rowsIn('br', [16]))]
}

/** Other answers from copies, compared in the same way. */
export async function copyRows(
  small: Dataset,
  ours: Served,
  serveConstant: (bytes: number) => Promise<Served>,
): Promise<Row[]> {
  const [claim = ''] = (await sampleOf(small)).answered
  const rows: Row[] = []
  for (const [what, path] of [
    ['warm GET claim', `/v1/claims/${claim}?lang=ko`],
    ['warm page of a claim', `/claims/${claim}?lang=ko`],
  ] as const) {
    const bytes = (await (await fetch(ours.origin + path)).arrayBuffer()).byteLength
    const other = await serveConstant(bytes)
    for (const connections of [1, 16])
      rows.push({
        what: `A ${what} of ${bytes} bytes, beside bare Hono and a constant`,
        target: { atLeast: 0.7 },
        unit: 'requests a second',
        connections,
        count: 20_000,
        ours: side(ours, readAgain(path)),
        other: side(other, readAgain(path)),
      })
  }
  return rows
}

function side({ origin }: Served, requests: Side['requests']): Side {
  return { origin, requests }
}
