import type { DomainErrorCode } from '../../domain/errors.ts'

/** Refusals, and the one answer to a fault of ours. */
export type ProblemCode = DomainErrorCode | 'internal'

export interface ProblemWords {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

export interface Problem extends ProblemWords {
  readonly status: number
}

/** Every problem the service answers with, and what to do about it. */
export const problemCatalogue = {
  merged: {
    status: 301,
    title: 'Merged into another',
    meaning:
      'What was asked for is an entry of the same thing as another one, and was merged into it.',
    remedy: 'Follow Location: `mergedInto` is the id of what remains. A merge may be voided again.',
  },
  malformed: {
    status: 400,
    title: 'The request cannot be read',
    meaning:
      'The body is no strict JSON: it is empty or malformed, is no valid UTF-8, begins with a byte order mark, repeats a key, uses the key __proto__, nests deeper than 32 levels, or holds a number that no double holds. Or the request itself is no well-formed HTTP: letters in the address that are not percent-encoded, say, or two Host headers.',
    remedy: 'Mend the place that `errors` names and send the request again.',
  },
  'bad-query': {
    status: 400,
    title: 'A query parameter is wrong',
    meaning:
      'A parameter is unknown, missing or of a wrong form, or repeated where it takes one value; or it names what is not on record, or several things; or the cursor is not one of this list with these filters.',
    remedy:
      'Mend the parameters that `errors` names; `candidates` has what on record may be meant. Several values of one parameter are separated by commas, or sent by repeating it. After a refused cursor begin again at the first page.',
  },
  'bad-header': {
    status: 400,
    title: 'A header is wrong',
    meaning: 'A header that this request needs is missing or of a wrong form.',
    remedy:
      'Send Idempotency-Key (1 to 255 visible ASCII characters) with every POST that writes, and in If-Match the ETag of the version you saw.',
  },
  unauthorized: {
    status: 401,
    title: 'No valid key',
    meaning:
      'This needs a key and none was sent, or the key that was sent is malformed, unknown, expired or revoked.',
    remedy:
      'Send `Authorization: Bearer <key>` with a valid key. Reads of the public record need none.',
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
    meaning: 'There is nothing at this address, or nothing that you may know of.',
    remedy: 'Check the path and the id; an id is a UUID.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The address exists but does not know this method.',
    remedy: 'Use one of the methods in the Allow header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Not available in an acceptable form',
    meaning: 'The Accept header rules out every media type that this address answers with.',
    remedy: 'Leave the Accept header out, or accept the media type that the reference names.',
  },
  'timed-out': {
    status: 408,
    title: 'The request took too long',
    meaning: 'The whole request did not arrive in time.',
    remedy: 'Send it again without pauses.',
  },
  conflict: {
    status: 409,
    title: 'Conflicts with the record',
    meaning: 'It is already so, or the record is in a state that does not allow it.',
    remedy: 'Read the object again; its state tells what is possible now.',
  },
  'likely-duplicate': {
    status: 409,
    title: 'Likely on record already',
    meaning:
      'What was sent is likely the same as something on record: a party by its name, an alias, what a name looks like, its Wikidata item or its home domain; a report by its page; a claim by its speaker, day and words. Nothing was stored.',
    remedy:
      'Look at `candidates`, and refer to the one that is the same. If none is, send the same again with `"confirm": ["new"]`; in a bundle, begin with `{"type":"bundle","duplicates":"new"}`, or with `"join"` to have what is on record stand in. Where an amendment makes two alike that are one, merge them.',
  },
  gone: {
    status: 410,
    title: 'Erased',
    meaning: 'Something stood here and its words were erased for privacy.',
    remedy:
      'Nothing: the words do not come back. `redaction` tells when they went, and what may be told of it; `tombstone` what it was and where it stands.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Changed in the meantime',
    meaning:
      'If-Match does not name the version at which the object is now: it has changed since, or the ETag is of something else.',
    remedy: 'Read the object again, look at what changed, and send its present ETag.',
  },
  'payload-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than this operation takes.',
    remedy: 'Send less, or cut an import into several bundles.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    meaning:
      'The Content-Type is missing or is none that this operation takes, or the body has a Content-Encoding.',
    remedy: 'Send the media type that `detail` names, in UTF-8 and not compressed.',
  },
  invalid: {
    status: 422,
    title: 'The content does not fit',
    meaning:
      'The body can be read, but something in it is missing, unknown, out of range, unfit for the record or refused by its rules. Nothing was stored.',
    remedy: 'Mend every place that `errors` names and send the request again.',
  },
  'key-reused': {
    status: 422,
    title: 'Idempotency-Key used for another request',
    meaning: 'This Idempotency-Key came before with another request.',
    remedy: 'Send a new key for a new request; repeat a request exactly when you retry it.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is missing',
    meaning: 'Nothing is changed unseen: a change must name the version it is a change of.',
    remedy: 'Read the object and send its ETag in If-Match.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning: 'More requests came from you than the service takes.',
    remedy: 'Wait as many seconds as Retry-After says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The request line and headers are together larger than the service takes.',
    remedy: 'Send shorter headers or a shorter address.',
  },
  'legally-withheld': {
    status: 451,
    title: 'Withheld for legal reasons',
    meaning: 'A legal demand keeps this from being shown.',
    remedy:
      'Nothing: the words are not kept anywhere. `redaction` has the public statement on it; `tombstone` tells what it was and where it stands.',
  },
  internal: {
    status: 500,
    title: 'Our fault',
    meaning: 'The service failed in a way it should not. The failure is logged.',
    remedy:
      'Try again; a write with the same Idempotency-Key happens once. If it stays, tell us the id in `instance`.',
  },
  unavailable: {
    status: 503,
    title: 'Not available right now',
    meaning: 'The service is overloaded, is starting, or has lost its database.',
    remedy:
      'Wait as many seconds as Retry-After says and send the same again; a write with the same Idempotency-Key happens once.',
  },
} as const satisfies Record<ProblemCode, Problem>
