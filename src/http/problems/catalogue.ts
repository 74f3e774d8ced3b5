import type { DomainErrorCode } from '../../domain/errors.ts'

/** The codes of refusals, and one for our own failures. */
export type ProblemCode = DomainErrorCode | 'internal'

export interface ProblemWords {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

export interface Problem extends ProblemWords {
  readonly status: number
}

/** Every problem that the service answers with, and how to resolve it. */
export const problemCatalogue = {
  merged: {
    status: 301,
    title: 'Merged into another',
    meaning: 'This entry describes the same thing as another one and was merged into it.',
    remedy:
      'Follow Location; `mergedInto` has the id of the remaining entry. The merge may be undone later.',
  },
  malformed: {
    status: 400,
    title: 'The request cannot be read',
    meaning:
      'The body is not strict JSON: it is empty or malformed, is not valid UTF-8, begins with a byte order mark, repeats a key, uses the key __proto__, nests deeper than 32 levels, or has a number that does not fit a double. Or the request itself is not well-formed HTTP, for example because the address has letters that are not percent-encoded, or because there are two Host headers.',
    remedy: 'Correct the place that `errors` names and send the request again.',
  },
  'bad-query': {
    status: 400,
    title: 'A query parameter is wrong',
    meaning:
      'A parameter is unknown, missing, malformed, or repeated although it takes one value. Or it names something that is not on record, or several things. Or the cursor does not belong to this list with these filters.',
    remedy:
      'Correct the parameters that `errors` names; `candidates` lists what you may have meant. Separate several values of one parameter with commas, or repeat the parameter. If a cursor was refused, start again at the first page.',
  },
  'bad-header': {
    status: 400,
    title: 'A header is wrong',
    meaning: 'A header that this request needs is missing or malformed.',
    remedy:
      'Send Idempotency-Key (1 to 255 visible ASCII characters) with every POST that writes. Send the ETag of the version you saw in If-Match.',
  },
  unauthorized: {
    status: 401,
    title: 'No valid key',
    meaning:
      'This request needs a key. None was sent, or the one that was sent is malformed, unknown, expired or revoked.',
    remedy:
      'Send `Authorization: Bearer <key>` with a valid key. Reading the public record needs no key.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    meaning: 'The key is valid but may not do this.',
    remedy: 'Use a key with the scope that the operation asks for.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'There is nothing at this address, or you may not see it.',
    remedy: 'Check the path and the id; an id is a UUID.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'This address exists but does not support the method.',
    remedy: 'Use one of the methods in the Allow header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not available in an acceptable form',
    meaning: 'The Accept header rules out every media type that this address answers with.',
    remedy: 'Omit the Accept header, or accept a media type that the API reference lists.',
  },
  'timed-out': {
    status: 408,
    title: 'The request took too long',
    meaning: 'The request did not arrive completely in time.',
    remedy: 'Send it again without pausing.',
  },
  conflict: {
    status: 409,
    title: 'Conflicts with the record',
    meaning: 'The change has already been made, or the state of the record does not allow it.',
    remedy: 'Read the object again; its state shows what is possible now.',
  },
  'likely-duplicate': {
    status: 409,
    title: 'Probably on record already',
    meaning:
      'Something on record is probably the same: a source with the same name, alias, look-alike name, Wikidata item or home domain; a report of the same page; or a claim with the same speaker, day and words. Nothing was stored.',
    remedy:
      'If one of `candidates` is the same thing, refer to it. If none is, send the request again with `"confirm": ["new"]`. A bundle can begin with `{"type":"bundle","duplicates":"new"}`, or with `"join"` to use the existing entries. If an amendment reveals that two entries are the same thing, merge them.',
  },
  gone: {
    status: 410,
    title: 'Removed',
    meaning: 'The words of this object were erased for privacy.',
    remedy:
      'You cannot get the words back. `redaction` says when they were removed and what may be said about it; `tombstone` says what the object was and where it stands.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Changed in the meantime',
    meaning:
      'If-Match does not name the current version: the object has changed since, or the ETag belongs to something else.',
    remedy: 'Read the object again, check what changed, and send its current ETag.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than this operation accepts.',
    remedy: 'Send less, or split an import into several bundles.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning:
      'The Content-Type is missing or not accepted by this operation, or the body has a Content-Encoding.',
    remedy: 'Send the media type that `detail` names, in UTF-8 and uncompressed.',
  },
  invalid: {
    status: 422,
    title: 'The content does not fit',
    meaning:
      'The body can be read, but something in it is missing, unknown, out of range, incompatible with the record or against its rules. Nothing was stored.',
    remedy: 'Correct every place that `errors` names and send the request again.',
  },
  'key-reused': {
    status: 422,
    title: 'Idempotency-Key used for another request',
    meaning: 'This Idempotency-Key was already used with another request.',
    remedy: 'Use a new key for a new request. When you retry, repeat the request exactly.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is missing',
    meaning:
      'A change must name the version that it changes, so that nobody overwrites what they have not seen.',
    remedy: 'Read the object and send its ETag in If-Match.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning: 'You have sent more requests than the service accepts.',
    remedy: 'Wait for as many seconds as Retry-After says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The request line and the headers together are larger than the service accepts.',
    remedy: 'Send shorter headers or a shorter address.',
  },
  'legally-withheld': {
    status: 451,
    title: 'Removed',
    meaning: 'The words of this object are withheld for legal reasons.',
    remedy:
      'You cannot get the words back: they are not stored anywhere. `redaction` has the public statement; `tombstone` says what the object was and where it stands.',
  },
  internal: {
    status: 500,
    title: 'Our fault',
    meaning: 'The service has a bug. The failure is logged.',
    remedy:
      'Try again; a write with the same Idempotency-Key takes effect once. If the problem persists, send us the id in `instance`.',
  },
  unavailable: {
    status: 503,
    title: 'Not available right now',
    meaning: 'The service is overloaded, is starting, or has lost its database.',
    remedy:
      'Wait for as many seconds as Retry-After says and send the same request again; a write with the same Idempotency-Key takes effect once.',
  },
} as const satisfies Record<ProblemCode, Problem>
