import type { Context } from 'hono'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { accepts } from './accept.ts'
import { requireDeclared } from './answer-check.ts'
import { authenticate, requireKey, requireScope } from './auth.ts'
import { readBytes, requireMediaType } from './body.ts'
import type { Asked, Contract, Reply } from './contract.ts'
import type { Http, HttpEnv } from './env.ts'
import { versionsOf } from './etag.ts'
import { readIdempotencyKey, requestHash } from './idempotency.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { preferredLanguage } from './language.ts'
import { describeRoute } from './openapi.ts'
import { parametersOf, readPage, readQuery } from './query.ts'
import { respond } from './reply.ts'
import { routingPath } from './routing-path.ts'

type Handler<C extends Contract> = (asked: Asked<C>) => Reply<C> | Promise<Reply<C>>

/** Whether the caller may know that what the path names exists. */
type Visibility<C extends Contract> = (
  asked: Pick<Asked<C>, 'params' | 'actor'>,
) => Promise<boolean>

/**
 * Registers a route: `route(http, contract).handle(handler)`. The contract says what it demands and
 * promises, the handler does it.
 *
 * Checks run in the order 404 (path), 405, 406, 401, 404 (invisible), 403, 415, 413, 400, 422, 428;
 * 412 and 409 are left to the handler. `isVisible` is asked only when a later check refuses, since
 * the handler itself finds out otherwise.
 */
export function route<const C extends Contract>(http: Http, contract: C) {
  const check = checksOf(contract)

  return {
    handle(handler: Handler<C>, isVisible?: Visibility<C>): void {
      describeRoute(http, contract)
      http.on(contract.method.toUpperCase(), routingPath(contract), async (c) => {
        const { deps } = c.var
        const identified = await identify(c, contract)
        // The contract's own schemas made the params, and a scope was given a key.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const known = identified as Pick<Asked<C>, 'params' | 'actor'>
        const checked = await check(c, identified).catch(async (refusal: unknown) => {
          throw isVisible && !(await isVisible(known)) ? notFound() : refusal
        })
        // Each part was made by what the contract names.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        const asked = { ...checked, ...known } as Asked<C>

        const reply = await handler(asked)
        if (deps.checksAnswers) requireDeclared(contract, reply)
        return respond(contract, reply, {
          actor: identified.actor,
          language: checked.language,
          ifNoneMatch: c.req.header('if-none-match'),
        })
      })
    },
  }
}

interface Identified {
  readonly params: unknown
  readonly actor: Actor | undefined
}

/** What is asked for and by whom: the checks before it matters whether that exists. */
async function identify(c: Context<HttpEnv>, contract: Contract): Promise<Identified> {
  const params = readParams(contract, c.req.param())
  requireAcceptable(contract, c.req.header('accept'))
  const actor = await authenticate(c.var.deps, c.req.header('authorization'))
  requireKey(actor, contract.scope)
  return { params, actor }
}

/** The checks from 403 to 428, in their order. */
function checksOf(contract: Contract) {
  const parameters = parametersOf(contract)
  const isRetried = contract.method === 'post' && contract.scope !== undefined

  return async (c: Context<HttpEnv>, { actor, params }: Identified) => {
    requireScope(actor, contract.scope)
    const { body: format, page: position } = contract
    if (format) requireMediaType(c.req.raw.headers, format)
    const bytes = format ? await readBytes(c.req.raw, format.bytesMax) : new Uint8Array()

    const { pathname, search } = new URL(c.req.url)
    const query = readQuery(search, parameters)
    const page = position && readPage(position, query, [contract.operationId, params])
    const key = isRetried ? readIdempotencyKey(c.req.header('idempotency-key')) : undefined
    const versions = contract.ifMatch && versionsOf(c.req.header('if-match'))

    const body = format?.read(bytes)
    if (contract.ifMatch && !versions) throw versionMissing()
    return {
      query,
      page,
      body,
      versions,
      language: languageOf(query, c.req.header('accept-language')),
      idempotency: key && { key, requestHash: requestHash(c.req.method, pathname + search, bytes) },
      signal: c.req.raw.signal,
    }
  }
}

function readParams({ params }: Contract, sent: unknown): unknown {
  const parsed = params?.safeParse(sent)
  if (parsed && !parsed.success) throw notFound()
  return parsed?.data
}

function requireAcceptable({ answers }: Contract, accept: string | undefined): void {
  const offered = Object.values(answers).map((answer) =>
    'mediaType' in answer ? answer.mediaType : 'application/json',
  )
  if (offered.some((mediaType) => accepts(accept, mediaType))) return
  throw new DomainError('not-acceptable', `This address answers with ${offered.join(' or ')}.`)
}

function languageOf(query: Record<string, unknown>, accept: string | undefined): DisplayLanguage {
  const { lang } = query
  return lang === 'ko' || lang === 'en' ? lang : preferredLanguage(accept)
}

function notFound(): DomainError {
  return new DomainError('not-found', 'There is nothing here.')
}

function versionMissing(): DomainError {
  const message = 'Send If-Match with the ETag of the version you saw.'
  return new DomainError('precondition-required', message)
}
