import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { randomFrom } from '../oracle/random.ts'
import type { Ledger, Offer, Outcome } from './ledger.ts'
import {
  groundOf,
  lastEventOf,
  marksFrom,
  noteAnswer,
  openingOffer,
  randomOffer,
  singleOffer,
  type Ground,
} from './offers.ts'

/** Acceptable final answers to a write: a conflict with the record. Anything else is a fault. */
const refusals = new Set(['conflict', 'invalid', 'not-found', 'precondition-failed'])
const problem = z.object({ type: z.string(), detail: z.string().default('') })

const writersMany = 8
const answerWithinMs = 30_000
const faultsMax = 20
/** Longer than a restart of the service and the database together. */
const settledWithinMs = 90_000

export interface WritersOptions {
  /** Each request goes to any of them. */
  readonly origins: readonly string[]
  readonly key: string
  readonly ledger: Ledger
  readonly seed: number
  /** Called with every answer that no write may get. */
  readonly onFault: (fault: string) => void
  /** How many there are. Default: eight. */
  readonly writers?: number | undefined
  /** Whether they write single objects only, and import nothing but the ground. */
  readonly isSingle?: boolean | undefined
}

export interface Writers {
  /** How many requests got no answer, or a request to come back later. */
  readonly retries: () => number
  /**
   * Enters new sources and claims, for a record of many small disputes instead of a single large
   * one.
   */
  readonly changeGround: () => Promise<void>
  /** Fails when they give up. */
  readonly ended: Promise<never>
  /** Lets each finish what it has offered, until that is settled. */
  readonly stop: () => Promise<void>
}

/** Writers that retry with the same key until they know that a write was done or refused. */
export async function startWriters(options: WritersOptions): Promise<Writers> {
  const { ledger, seed, onFault, writers = writersMany, isSingle = false } = options
  const mark = marksFrom(ledger.offers().length * 10 + 1)
  let retries = 0
  const stopping = new AbortController()
  let ground: Ground

  const settle = async (offer: Offer): Promise<Outcome> => {
    const deadline = Date.now() + settledWithinMs
    for (let faults = 0; ; retries++) {
      const answer = await send(options, offer)
      const outcome = outcomeOf(answer)
      if (outcome) {
        ledger.settle(offer, outcome)
        return outcome
      }
      if (isFault(answer)) {
        faults += 1
        const fault = `POST ${offer.path} with ${offer.key} was answered ${describe(answer)}`
        onFault(fault)
        if (faults === faultsMax) throw new Error(`That is all that comes: ${fault}`)
      }
      if (Date.now() > deadline) throw new Error(unsettled(offer, answer))
      await sleep(50 + Math.random() * 200)
    }
  }
  const changeGround = async () => {
    const opening = openingOffer(mark)
    ledger.offer(opening)
    const outcome = await settle(opening)
    if (outcome.is === 'refused') throw new Error(`The opening was refused: ${outcome.status}.`)
    ground = groundOf(outcome.text)
  }
  const write = async (writer: number) => {
    const random = randomFrom(seed * writers + writer)
    while (!stopping.signal.aborted) {
      const here = ground
      const offer = (isSingle ? singleOffer : randomOffer)(random, here, mark)
      ledger.offer(offer)
      const outcome = await settle(offer)
      if (outcome.is === 'acknowledged') noteAnswer(here, offer, outcome.text)
    }
  }

  for (const offer of ledger.offers()) if (!ledger.outcomeOf(offer)) await settle(offer)
  await changeGround()
  const writing = Promise.all(Array.from({ length: writers }, (_, index) => write(index)))
  const ended = writing.then(() => new Promise<never>(() => {}))
  // Callers that await them see the error.
  ended.catch(() => {})
  return {
    ended,
    retries: () => retries,
    changeGround,
    stop: async () => {
      stopping.abort()
      await writing
    },
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

/** Undefined if there was none. */
export async function send(
  { origins, key }: Pick<WritersOptions, 'origins' | 'key'>,
  offer: Offer,
): Promise<Answer | undefined> {
  const origin = origins[Math.floor(Math.random() * origins.length)] ?? ''
  try {
    const response = await fetch(origin + offer.path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'idempotency-key': offer.key,
        // For endings; nobody amends anything here, so everything live is at its first version.
        'if-match': '"1"',
        'content-type': offer.mediaType,
      },
      body: offer.body,
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}

function outcomeOf(answer: Answer | undefined): Outcome | undefined {
  if (!answer) return undefined
  const { status, text } = answer
  if (status < 300) return { is: 'acknowledged', last: lastEventOf(text), text }
  return refusals.has(codeOf(answer)) ? { is: 'refused', status } : undefined
}

function isFault(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && answer.status !== 503
}

function unsettled(offer: Offer, answer: Answer | undefined): string {
  const last = answer ? describe(answer) : 'nothing'
  return `For ${settledWithinMs / 1_000} s no answer settled POST ${offer.path}; the last was ${last}`
}

function codeOf({ text }: Answer): string {
  return problem.safeParse(JSON.parse(text)).data?.type.split('/').at(-1) ?? ''
}

function describe(answer: Answer): string {
  return `${answer.status} ${answer.text.slice(0, 200)}`
}
