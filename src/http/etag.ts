import { createHash } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import { defaultLanguage } from './language.ts'

/** Where an object stands: its own edits, and the last event that changed anything it shows. */
export interface Revision {
  readonly version: number
  readonly seq: number
}

/**
 * `"<version>.<seq>"`. What is shown in another language than the default has other bytes, and a
 * strong validator must tell the two apart.
 */
export function etag({ version, seq }: Revision, language = defaultLanguage): string {
  return `"${version}.${seq}${language === defaultLanguage ? '' : `.${language}`}"`
}

/** For what has no revision, such as a list. */
export function etagOfBytes(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Whether `If-None-Match` names that representation; the comparison is weak (RFC 9110, 13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, current: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return [...ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)].some(([, tag]) => tag === current)
}

/**
 * The versions that `If-Match` accepts. Of a tag only the version counts, so one that a compressing
 * proxy made weak is as good; `*` names no version, and the record is not amended unseen.
 */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return ifMatch.split(',').map((tag) => {
    const [, version] =
      /^(?:W\/)?"([1-9]\d{0,8})(?:\.\d{1,15}(?:\.[a-z]+)?)?"$/.exec(tag.trim()) ?? []
    if (version === undefined) throw badIfMatch()
    return Number(version)
  })
}

function badIfMatch(): DomainError {
  const message = 'If-Match must hold the ETag of the version you saw, as "3.118" or "3".'
  return new DomainError('bad-header', message, [
    { pointer: '/if-match', code: 'invalid', message },
  ])
}
