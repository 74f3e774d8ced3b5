import type { Actor } from '../../domain/actor.ts'
import type { Idempotent } from './idempotent.ts'

/** A write that one person may not make alone. */
interface HeavyWrite {
  readonly actor: Actor
  readonly idempotent: Idempotent | undefined
  /** The reasons why it takes a second person, worded as in the refusal. */
  readonly reasons: readonly string[]
  /** The request as JSON, so that it can be carried out once somebody else agrees. */
  readonly request: unknown
}

/** A write that waits for somebody else to decide on it. */
interface Submission {
  readonly id: string
}

/** Accepts writes that take a second person. If there is none, such writes are refused. */
export interface SecondPerson {
  submit(write: HeavyWrite): Promise<Submission>
}

/** The answer to a write that became a submission. */
export interface Submitted {
  readonly submission: Submission
}

export function isSubmitted(answer: object): answer is Submitted {
  return 'submission' in answer
}
