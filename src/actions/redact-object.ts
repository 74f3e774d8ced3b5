import type { Noun } from '../domain/nouns.ts'
import { DomainError } from '../domain/errors.ts'
import type { NewRedaction } from '../domain/redaction.ts'
import { insertAudit } from '../store/audit.ts'
import { findRedacted, hasWords } from '../store/redactions.ts'
import { redact } from './bundle/redact.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import type { Writing } from './record/writing.ts'
import { requireObject, requireScope, requireVersionOfAny, writeObject } from './write-object.ts'
import type { ObjectWrite, WrittenObject } from './write-object.ts'

/**
 * Removes the words of an object, by law or for privacy. What it was, what it links and where it
 * stands remain.
 *
 * @throws {DomainError} `forbidden`, `not-found`, `precondition-failed`; `conflict` if it has no
 * words left
 */
export async function redactObject<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly type: Noun
    readonly id: string
    readonly versions: readonly number[]
    readonly redaction: NewRedaction
  },
): Promise<WrittenObject<V> | Submitted> {
  const { actor, preview, type, id, versions, redaction } = write
  requireScope(actor, 'admin', preview)
  const work = async (writing: Writing) => {
    const { tx } = writing
    await requireObject(tx, type, id)
    await requireVersionOfAny(tx, id, versions)
    // A withdrawal or void that came later has a reason, whose words can be removed too.
    if ((await findRedacted(tx, [id])).size > 0 && !(await hasWords(tx, id)))
      throw new DomainError('conflict', `The words of ${id} are already removed.`)
    const citations = await redact(writing, type, id, redaction)
    const body = { type, object: id, ground: redaction.ground, citations }
    // A sequence number would be used up even if the preview is rolled back.
    if (!preview) await insertAudit(tx, { actor, kind: 'object.redacted', body })
    return id
  }
  return writeObject(deps, write, work, { mayTakeLong: true })
}
