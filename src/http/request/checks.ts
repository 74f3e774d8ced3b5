import type { Context } from 'hono'
import type { Actor } from '../../domain/actor.ts'
import { OneByOne } from '../../formats/in-slices.ts'
import { DomainError, notFound } from '../../domain/errors.ts'
import { accepts } from './accept.ts'
import { requireKey, requireScope } from './auth.ts'
import { callerOf } from './caller.ts'
import { readBytes, requireMediaType } from './body.ts'
import type { Contract } from '../contract/contract.ts'
import { mediaTypesOf, prefersText } from './text-form.ts'
import type { HttpEnv } from '../contract/env.ts'
import { requireStrong, versionsOf } from './etag.ts'
import { readIdempotencyKey, requestHash } from '../contract/idempotency.ts'
import { defaultLanguage, languageFor } from './language.ts'
import { isPreviewAsked, ownOf, parametersOf, readPage, readQuery } from './query.ts'
import { readSeq, seqHeader } from './seq-header.ts'

/** Longer bodies are parsed one after the other. */
const longMin = 64 * 1024

export interface Identified {
  readonly params: unknown
  readonly actor: Actor | undefined
}

/** The checks that come before it matters whether the thing exists: 404 (path), 406 and 401. */
export function identityCheckOf({ params: schema, answers, scope, forAnyone }: Contract) {
  const offered = Object.values(answers).flatMap(mediaTypesOf)

  return async (c: Context<HttpEnv>): Promise<Identified> => {
    const params = schema?.safeParse(c.req.param())
    if (params && !params.success) throw notFound()
    requireAcceptable(offered, c.req.header('accept'))
    const actor = forAnyone ? undefined : await c.get('identify')()
    requireKey(actor, scope)
    return { params: params?.data, actor }
  }
}

/** The checks 403, 415, 413, 400, 422 and 428, in this order. */
export function checksOf(contract: Contract) {
  const parameters = parametersOf(contract)
  const isRetried = contract.method === 'post' && contract.scope !== undefined
  const long = new OneByOne()

  return async (c: Context<HttpEnv>, { actor, params }: Identified) => {
    const search = searchOf(c.req.url)
    const isPreview = isPreviewAsked(contract, search)
    requireScope(actor, contract.scope, isPreview)
    const { body: format, page: position } = contract
    if (format) requireMediaType(c.req.raw.headers, format)
    const hold = (most: number) => c.get('holdBody')(actor, most)
    const bytes = format ? await readBytes(c.req.raw, format.bytesMax, hold) : new Uint8Array()

    const sent = readQuery(search, parameters)
    const query = ownOf(contract, sent)
    const selecting = ownOf(contract, sent, contract.adding)
    const page = position && readPage(position, sent, [contract.operationId, params, selecting])
    const seq = contract.readsRecord ? readSeq(c.req.header(seqHeader)) : 0
    const key =
      isRetried && !isPreview ? readIdempotencyKey(c.req.header('idempotency-key')) : undefined
    const ifMatch = c.req.header('if-match')
    const versions = contract.ifMatch && versionsOf(ifMatch)

    const body =
      format && bytes.length > longMin
        ? await long.run(() => format.read(bytes))
        : format?.read(bytes)
    if (contract.ifMatch && !versions) throw versionMissing()
    if (versions && ifMatch !== undefined) requireStrong(ifMatch)
    return {
      query,
      page,
      body,
      versions,
      isPreview,
      request: { operation: contract.operationId, params, query, body, versions },
      seq,
      caller: callerOf(c, actor),
      isText: prefersText(contract, c.req.header('accept')),
      language: contract.localized
        ? languageFor(sent.lang, c.req.header('accept-language'))
        : defaultLanguage,
      idempotency: key && { key, requestHash: requestHash(c.req.method, targetOf(c), bytes) },
    }
  }
}

function requireAcceptable(offered: readonly string[], accept: string | undefined): void {
  if (offered.some((mediaType) => accepts(accept, mediaType))) return
  throw new DomainError('not-acceptable', `This address answers with ${offered.join(' or ')}.`)
}

function searchOf(url: string): string {
  return url.includes('?') ? new URL(url).search : ''
}

function targetOf(c: Context<HttpEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

function versionMissing(): DomainError {
  const message = 'Send If-Match with the ETag of the version you saw; "*" names no version.'
  return new DomainError('precondition-required', message)
}
