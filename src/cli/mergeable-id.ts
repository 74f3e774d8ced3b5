import { DomainError } from '../domain/errors.ts'
import type { Mergeable } from '../domain/merge.ts'
import type { Db } from '../store/database/db.ts'
import { findReferences } from '../store/references.ts'

/** @throws {DomainError} `not-found` */
export async function mergeableId(db: Db, noun: Mergeable, asked: string): Promise<string> {
  const id = (await findReferences(db, noun, [asked])).get(asked)
  if (id === undefined) throw new DomainError('not-found', `There is no ${noun} "${asked}".`)
  return id
}
