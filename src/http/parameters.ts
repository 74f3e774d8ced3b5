import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import { id, isIdOrSlug, reference } from '../domain/references.ts'
import { worldDate } from '../domain/world-date.ts'
import type { Db } from '../store/db.ts'
import { findReferences, type Referable } from '../store/references.ts'
import { listed } from './query-values.ts'

/** `/v1/claims/{id}` */
export const idParam = z.object({ id })

/** `/v1/sources/{id}`, by a slug as well */
export const idOrSlugParam = z.object({
  id: z
    .string()
    .refine(isIdOrSlug)
    .meta({ description: 'An id or a slug.', example: 'the-information' }),
})

/** Ids or slugs, separated by commas. */
export const references = listed(reference).optional()
export const ids = listed(id).optional()
export const dateParameter = worldDate.optional()

/** Where a list by time of recording goes on. */
export const newestPosition = z.object({ at: z.string(), id })

/** Where a list of claims goes on: a time, or a number. */
export const claimPosition = z.object({ key: z.union([z.iso.datetime(), z.number()]), id })

export function newestPositionOf(row: { readonly recordedAt: Date; readonly id: string }) {
  return { at: row.recordedAt.toISOString(), id: row.id }
}

/** The ids that references stand for; those that stand for nothing match nothing. */
export async function idsOf(
  db: Db,
  type: Referable,
  asked: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (!asked) return undefined
  return [...new Set((await findReferences(db, type, asked)).values())]
}

/** @throws {DomainError} `not-found` */
export async function idOf(db: Db, type: Referable, asked: string): Promise<string> {
  return found(await findId(db, type, asked))
}

export async function findId(db: Db, type: Referable, asked: string): Promise<string | undefined> {
  const [id] = (await findReferences(db, type, [asked])).values()
  return id
}

/** Whether an object of that kind is there. */
export function isThere(db: Db, type: Referable) {
  return async (asked: string): Promise<boolean> => (await findId(db, type, asked)) !== undefined
}

/** The one answer to whatever is not there. */
export function notFound(): DomainError {
  return new DomainError('not-found', 'There is nothing here.')
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound()
  return value
}
