import type { Actor } from '../../domain/actor.ts'
import type { Idempotent } from './idempotent.ts'

/** A write that one person may not make alone. */
interface HeavyWrite {
  readonly actor: Actor
  readonly idempotent: Idempotent | undefined
  /** Why it takes a second person, each in the words of the refusal. */
  readonly reasons: readonly string[]
  /** What was asked for, as JSON, so that it can be done once somebody else has agreed. */
  readonly request: unknown
}

/** A write that waits for somebody else to decide on it. */
interface Submission {
  readonly id: string
}

/** Where writes go that take a second person. Without one they are refused. */
export interface SecondPerson {
  submit(write: HeavyWrite): Promise<Submission>
}

/** What is answered instead of a write that was submitted. */
export interface Submitted {
  readonly submission: Submission
}

export function isSubmitted(answer: object): answer is Submitted {
  return 'submission' in answer
}
