import type { Noun } from '../../src/domain/nouns.ts'
import { redactObject } from '../../src/actions/redact-object.ts'
import { system } from '../../src/domain/actor.ts'
import type { NewRedaction } from '../../src/domain/redaction.ts'
import type { Db } from '../../src/store/database/db.ts'
import { quiet } from './import.ts'

const erased: NewRedaction = { ground: 'erased', statement: null }

/** Redacts an object as the service itself. */
export async function redact(
  db: Db,
  type: Noun,
  id: string,
  { version = 1, redaction = erased }: { version?: number; redaction?: NewRedaction } = {},
): Promise<void> {
  await redactObject(quiet(db), {
    actor: system,
    type,
    id,
    versions: [version],
    redaction,
    show: async () => null,
  })
}
