import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** A write that is sent repeatedly with the same key until it is settled. */
export interface Offer {
  readonly key: string
  readonly path: string
  readonly mediaType: string
  readonly body: string
  /** Each of these occurs in exactly one text of the record if the write has happened once. */
  readonly marks: readonly string[]
}

/** How an offer ended. `last` is the last event of an acknowledged one. */
export type Outcome =
  | { readonly is: 'acknowledged'; readonly last: number; readonly text: string }
  | { readonly is: 'refused'; readonly status: number }

/** What was sent and how it ended, recorded outside the service. */
export interface Ledger {
  readonly offer: (offer: Offer) => void
  readonly settle: (offer: Offer, outcome: Outcome) => void
  readonly offers: () => readonly Offer[]
  readonly outcomeOf: (offer: Offer) => Outcome | undefined
  readonly acknowledged: () => number
}

/** @param file where each entry is written before the next step; what it has is read back */
export function openLedger(file?: string): Ledger {
  const offers = new Map<string, Offer>()
  const outcomes = new Map<string, Outcome>()
  let acknowledged = 0

  const enter = (entry: Entry) => {
    if ('body' in entry) offers.set(entry.key, entry)
    else outcomes.set(entry.key, entry.outcome)
    if ('outcome' in entry && entry.outcome.is === 'acknowledged') acknowledged += 1
  }
  const write = (entry: Entry) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`)
    enter(entry)
  }
  if (file !== undefined && existsSync(file))
    for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) enter(JSON.parse(line))

  return {
    offer: write,
    settle: ({ key }, outcome) => write({ key, outcome }),
    offers: () => [...offers.values()],
    outcomeOf: ({ key }) => outcomes.get(key),
    acknowledged: () => acknowledged,
  }
}

type Entry = Offer | { readonly key: string; readonly outcome: Outcome }
