import { z } from 'zod'
import { withClient, type Dataset } from './data.ts'
import { median, quantile } from './load.ts'
import { serveCounterpoint } from './servers.ts'

/** What it takes to check drafts, one after the other. */
export interface DraftChecks {
  readonly claims: number
  readonly drafts: number
  readonly medianMs: number
  readonly p95Ms: number
  /** Of the claims that were planted in the drafts, the share that was found repeated. */
  readonly found: number
  /** Of the sentences made of words of many claims, the share that was called like one of them. */
  readonly mistaken: number
}

/** In characters. */
const draftLength = 10_000
/** So many sentences of a draft repeat claims; the others are made of words of many claims. */
const plantedEach = 20
const warming = 3

const checked = z.object({
  items: z.array(
    z.object({
      place: z.object({ start: z.int() }),
      claims: z.array(z.object({ claim: z.string(), match: z.string() })),
    }),
  ),
})

/** Checks drafts of Korean sentences against a record. */
export async function checkDrafts(dataset: Dataset, rounds: number): Promise<DraftChecks> {
  const claims = await koreanClaims(dataset, (rounds + warming) * plantedEach)
  const served = await serveCounterpoint(dataset)
  try {
    const times: number[] = []
    const [planted, mixed] = [new Tally(), new Tally()]
    for (let nth = 0; nth < rounds + warming; nth++) {
      const draft = draftOf(claims.slice(nth * plantedEach, (nth + 1) * plantedEach), claims)
      const begun = performance.now()
      const response = await fetch(`${served.origin}/v1/check?lang=ko`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: draft.text }),
      })
      if (response.status !== 200) throw new Error(`A check was answered ${response.status}.`)
      const { items } = checked.parse(await response.json())
      if (nth >= warming) times.push(performance.now() - begun)
      const at = new Map(items.map((item) => [item.place.start, item.claims]))
      for (const { start, claim } of draft.sentences) {
        const like = at.get(start) ?? []
        if (claim === undefined) mixed.add(like.length > 0)
        else planted.add(like.some((each) => each.claim === claim && each.match === 'repeats'))
      }
    }
    return {
      claims: dataset.claims,
      drafts: times.length,
      medianMs: median(times),
      p95Ms: quantile(times, 0.95),
      found: planted.share,
      mistaken: mixed.share,
    }
  } finally {
    await served.stop()
  }
}

class Tally {
  #yes = 0
  #all = 0

  add(isSo: boolean): void {
    this.#all += 1
    if (isSo) this.#yes += 1
  }

  get share(): number {
    return this.#yes / Math.max(1, this.#all)
  }
}

const claimRows = z.array(z.object({ id: z.string(), text: z.string() }))
type KoreanClaim = z.output<typeof claimRows>[number]

async function koreanClaims({ adminUrl }: Dataset, count: number): Promise<readonly KoreanClaim[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      `select claim.id, words.body as text
       from (
         select id, content_seq from claim
         where lang = 'ko' and voided_at is null and merged_into is null
         order by hashint8(shown_seq + $1) limit $2
       ) as claim
       join words on words.seq = claim.content_seq and words.field = '/text'`,
      [Math.floor(Math.random() * 1_000_000), count],
    )
    return claimRows.parse(rows)
  })
}

interface PlantedSentence {
  readonly start: number
  /** Which it repeats, if any. */
  readonly claim?: string
}

interface Draft {
  readonly text: string
  readonly sentences: readonly PlantedSentence[]
}

/** Repeats some claims between sentences of twelve words of any of them. */
function draftOf(planted: readonly KoreanClaim[], all: readonly KoreanClaim[]): Draft {
  const words = all.flatMap(({ text }) => text.replace(/[.?!]/g, '').split(/\s+/))
  const apart = Math.floor(draftLength / (planted.length * 45))
  const sentences: PlantedSentence[] = []
  let text = ''
  const add = (sentence: string, claim?: string) => {
    sentences.push({ start: text.length, ...(claim !== undefined && { claim }) })
    text += `${sentence} `
  }
  for (let nth = 0; text.length < draftLength; nth++) {
    const repeated = nth % apart === 0 ? planted[nth / apart] : undefined
    if (repeated) add(`보도에 따르면 ${repeated.text.replace(/[.?!]+$/, '')}고 한다.`, repeated.id)
    else add(`${Array.from({ length: 12 }, () => pick(words)).join(' ')}.`)
  }
  return { text, sentences }
}

function pick(words: readonly string[]): string {
  return words[Math.floor(Math.random() * words.length)] ?? ''
}
