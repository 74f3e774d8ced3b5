import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'
import { defaultLanguage } from './language.ts'
import type { Revision } from '../../views/revision.ts'

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

/** What proxies, and servers that compress, put behind the validator of what they compressed. */
const codedSuffix = /(?:(?:--?|;|:)(?:gzip|x-gzip|br|zstd|deflate))+(?="$)/

/**
 * Whether `If-None-Match` names that representation. The comparison is weak (RFC 9110, 13.1.2), and
 * of a copy that was compressed on its way the validator is known too.
 */
export function isKnown(ifNoneMatch: string | undefined, current: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch === current || ifNoneMatch.trim() === '*') return true
  return [...ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)].some(
    ([, tag = '']) => tag === current || tag.replace(codedSuffix, '') === current,
  )
}

/** An entity tag of RFC 9110, 8.8.3, and what separates it from the next. */
const nextTag = /\s*((?:W\/)?"[\x21\x23-\x7e\x80-\uffff]*")?\s*(?:,|$)/y

/**
 * The versions that `If-Match` accepts; a tag that is not ours names none of them, nor does a weak
 * one, since the comparison is strong (RFC 9110, 13.1.1). Of a tag only the version counts, so one
 * that a proxy lengthened while compressing is as good; `*` names no version, and the record is not
 * amended unseen.
 */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return tagsIn(ifMatch).flatMap((tag) => {
    const [, version] =
      /^"([1-9]\d{0,8})(?:\.\d{1,15}(?:\.[a-z]+)?)?"$/.exec(tag.replace(codedSuffix, '')) ?? []
    return version === undefined ? [] : [Number(version)]
  })
}

/**
 * Tells whoever sends back a weak tag that it is not compared, rather than that it is stale.
 *
 * @throws {DomainError} `precondition-failed` where `If-Match` has none but weak tags
 */
export function requireStrong(ifMatch: string): void {
  if (!tagsIn(ifMatch).every((tag) => tag.startsWith('W/'))) return
  const message =
    'If-Match takes no weak tag (W/"3.118"): what it stands for may differ in anything. Send the version alone, as "3".'
  throw new DomainError('precondition-failed', message)
}

/** @throws {DomainError} `bad-header` for what is no list of entity tags */
function tagsIn(header: string): string[] {
  const tags: string[] = []
  for (nextTag.lastIndex = 0; nextTag.lastIndex < header.length;) {
    const found = nextTag.exec(header)
    if (!found) throw badIfMatch()
    const [, tag] = found
    if (tag !== undefined) tags.push(tag)
  }
  if (tags.length === 0) throw badIfMatch()
  return tags
}

function badIfMatch(): DomainError {
  const message = 'If-Match must hold the ETag of the version you saw, as "3.118" or "3".'
  return new DomainError('bad-header', message, [
    { pointer: '/if-match', code: 'invalid', message },
  ])
}
