import type { DataLicense } from '../../domain/data-license.ts'
import type { Db } from '../../store/database/db.ts'
import type { SecondPerson } from './submissions.ts'
import type { Measures } from './measures.ts'
import type { Member } from './member.ts'
import type { Reach } from './meter.ts'
import type { PreviewTurns } from './preview-turns.ts'
import type { WriteQueue } from './queue/write-queue-limits.ts'
import type { PendingWrites } from './pending-writes.ts'

export type Log = Readonly<
  Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>
>

/** What is impure, handed to every action. */
export interface Deps {
  readonly db: Db
  readonly log: Log
  /** The clock of this process, in milliseconds since 1970; left out, the real one. */
  readonly now?: (() => number) | undefined
  /** On which terms an export may be used; left out, they are not stated. */
  readonly dataLicense?: DataLicense | undefined
  /** Left out, nobody counts. */
  readonly measures?: Measures | undefined
  /** How far a write may reach. Left out, that depends on who makes it. */
  readonly reach?: Reach | undefined
  /** Called with the last event of each write of this process that changed the record. */
  readonly onCommit?: ((seq: number) => void) | undefined
  /** Where writes wait for their turn. Left out, each goes to the record lock at once. */
  readonly writeQueue?: WriteQueue<Member> | undefined
  /** Where previews wait for theirs. Left out, each goes at once. */
  readonly previews?: PreviewTurns | undefined
  /** Takes on what one person may not do alone. Left out, such a write is refused. */
  readonly secondPerson?: SecondPerson | undefined
  /** Where a write meets one of the same request. Left out, each goes its own way. */
  readonly pendingWrites?: PendingWrites | undefined
}
