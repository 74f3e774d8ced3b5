import { createHash } from 'node:crypto'
import { DomainError } from '../../domain/errors.ts'
import { codings, type Coding } from '../bytes/coding.ts'
import { takesCoding } from './accept-encoding.ts'
import { defaultLanguage } from './language.ts'
import type { Revision } from '../../views/revision.ts'

/**
 * `"<version>.<seq>"`. In a language other than the default the bytes differ, and a strong
 * validator must differ too.
 */
export function etag({ version, seq }: Revision, language = defaultLanguage): string {
  return `"${version}.${seq}${language === defaultLanguage ? '' : `.${language}`}"`
}

/** For answers without a revision, such as lists. */
export function etagOfBytes(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** The suffix of a coded answer: ours (`-br`, `-gzip`), or one that a proxy appends. */
const codedSuffix = /(?:--?|;|:)(?<coding>gzip|x-gzip|br|zstd|deflate)$/
const suffixMax = '--deflate'.length

/** Coded bytes differ from the plain ones, and a strong validator must differ too. */
export function codedEtag(etag: string, coding: Coding): string {
  return etag.replace(/"$/, `-${coding}"`)
}

/** How the answer would be sent in full, and what else its client can read. */
interface Selected {
  readonly coding: Coding | undefined
  readonly acceptEncoding: string | undefined
}

/**
 * The tag of a 304 if `If-None-Match` names this answer, in any coding: a proxy may have added
 * one that we know nothing of. The comparison is weak (RFC 9110, 13.1.2). The tag is that of the copy
 * if the client can read it, because a cache renews the copy with this tag; otherwise it is that of
 * the full answer, so that a cache does not send one client the copy of another.
 */
export function knownTag(
  ifNoneMatch: string | undefined,
  current: string | undefined,
  { coding, acceptEncoding }: Selected,
): string | undefined {
  if (ifNoneMatch === undefined || current === undefined) return undefined
  const selected = coding ? codedEtag(current, coding) : current
  if (ifNoneMatch === selected || ifNoneMatch.trim() === '*') return selected
  const known = [...ifNoneMatch.matchAll(/(?:W\/)?("[^"]*")/g)]
    .map(([, tag = '']) => tag)
    .filter((tag) => bareOf(tag).tag === current)
  if (known.length === 0) return undefined
  const read = new Set(known.filter(isRead))
  const ours = [selected, current, ...codings.map((each) => codedEtag(current, each))]
  return ours.find((tag) => read.has(tag)) ?? selected

  function isRead(tag: string): boolean {
    return bareOf(tag).codings.every((each) => takesCoding(acceptEncoding, each))
  }
}

/** A tag without its suffixes, one after the other from its end, and the codings that they name. */
function bareOf(tag: string): { readonly tag: string; readonly codings: readonly string[] } {
  const found: string[] = []
  let bare = tag.slice(0, -1)
  for (;;) {
    const suffix = codedSuffix.exec(bare.slice(-suffixMax))
    const coding = suffix?.groups?.['coding']
    if (!suffix || coding === undefined) return { tag: `${bare}"`, codings: found }
    bare = bare.slice(0, -suffix[0].length)
    found.push(coding === 'x-gzip' ? 'gzip' : coding)
  }
}

/** An entity tag (RFC 9110, 8.8.3) and the separator after it. */
const nextTag = /\s*(?:((?:W\/)?"[\x21\x23-\x7e\x80-\uffff]*")\s*)?(?:,|$)/y

/**
 * The versions that `If-Match` accepts. Tags that are not ours name none, nor do weak tags, since
 * the comparison is strong (RFC 9110, 13.1.1). Only the version in a tag counts, so a suffix added
 * by a compressing proxy does no harm. `*` names no version: the record is not amended unseen.
 */
export function versionsOf(ifMatch: string | undefined): number[] | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  return tagsIn(ifMatch).flatMap((tag) => {
    const [, version] = /^"([1-9]\d{0,8})(?:\.\d{1,15}(?:\.[a-z]+)?)?"$/.exec(bareOf(tag).tag) ?? []
    return version === undefined ? [] : [Number(version)]
  })
}

/**
 * Refuses an `If-Match` with only weak tags, which are never compared. Otherwise the caller would be
 * told that they are stale.
 *
 * @throws {DomainError} `precondition-failed` if all tags in `If-Match` are weak
 */
export function requireStrong(ifMatch: string): void {
  if (!tagsIn(ifMatch).every((tag) => tag.startsWith('W/'))) return
  const message =
    'If-Match accepts no weak tags (W/"3.118"), because they may stand for different contents. Send only the version, for example "3".'
  throw new DomainError('precondition-failed', message)
}

/** @throws {DomainError} `bad-header` unless the header is a list of entity tags */
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
  const message = 'If-Match must be the ETag of the version you saw, for example "3.118" or "3".'
  return new DomainError('bad-header', message, [
    { pointer: '/if-match', code: 'invalid', message },
  ])
}
