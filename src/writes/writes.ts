import { readError, sendError, type SentError } from './sent-error.ts'
import { verbs } from './verbs.ts'
import type { VerbDeps } from './writing-deps.ts'
import type { Asking } from '../actions/record/queue/write-queue-limits.ts'

type Verbs = typeof verbs

type Verb = keyof Verbs

/**
 * What a service can write. A write may be carried out by another thread. The signal is aborted when
 * nobody waits for the answer any more.
 */
export type Writes = {
  readonly [V in Verb]: (
    write: Parameters<Verbs[V]>[1],
    signal?: AbortSignal,
  ) => ReturnType<Verbs[V]>
}

/** Where the writes of a service are carried out. */
export interface Writer {
  readonly writes: Writes
  /** Whether another write may wait. */
  readonly hasRoom: (asking: Asking) => boolean
}

/** A write on its way to where it is carried out. */
export interface Call {
  readonly verb: Verb
  readonly write: unknown
}

/** How a write ended, on its way back. */
export type Outcome = { readonly value: unknown } | { readonly error: SentError }

/** The writes, by way of a function that has them carried out. */
export function writesBy(
  carry: (call: Call, signal: AbortSignal | undefined) => Promise<Outcome>,
): Writes {
  const calling = async (verb: Verb, write: unknown, signal: AbortSignal | undefined) => {
    const outcome = await carry({ verb, write }, signal)
    if ('error' in outcome) throw readError(outcome.error)
    return outcome.value
  }
  const entries = Object.keys(verbs).map((verb) => [
    verb,
    // The keys of the verbs are verbs.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    (write: unknown, signal?: AbortSignal) => calling(verb as Verb, write, signal),
  ])
  // Each entry passes on what its verb takes, and back what that returns.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Writes
}

/** Carries out a write. */
export async function carryOut(deps: VerbDeps, { verb, write }: Call): Promise<Outcome> {
  // The callers of `Writes` pass what each verb takes.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const work = verbs[verb] as (deps: VerbDeps, write: unknown) => Promise<unknown>
  try {
    return { value: await work(deps, write) }
  } catch (error) {
    return { error: sendError(error) }
  }
}
