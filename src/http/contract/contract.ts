import type { z } from 'zod'
import type { Actor, Scope } from '../../domain/actor.ts'
import type { Db } from '../../store/database/db.ts'
import type { BodyFormat } from './body-format.ts'
import type { JsonText } from '../../formats/json-text.ts'
import type { Revision } from '../../views/revision.ts'
import type { Idempotency } from './idempotency.ts'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { Page } from './list-page.ts'
import type { ProblemCode } from '../problems/catalogue.ts'
import type { Tag } from './tags.ts'

/** An answer of a route: JSON that fits a schema, or a stream of another media type. */
export type Answer =
  | { readonly description: string; readonly schema: z.ZodType; readonly text?: ToText }
  | { readonly description: string; readonly mediaType: string }

/** Puts an answer, as sent, into plain text for those who prefer that. */
export type ToText = (
  sent: unknown,
  reader: { readonly language: DisplayLanguage; readonly publicUrl: URL },
) => string

/** What a route promises and demands. It is the source of the checks, the types and the OpenAPI. */
export interface Contract {
  readonly method: 'get' | 'post' | 'patch'
  /** Ids in braces, each with its schema in `params`: `/v1/claims/{id}`. */
  readonly path: `/${string}`
  readonly operationId: string
  readonly tag: Tag
  readonly summary: string
  readonly description: string
  /** What a key must be allowed to do; left out, anyone may ask. A POST with a scope is retried by `Idempotency-Key`. */
  readonly scope?: Scope
  readonly params?: z.ZodObject
  /**
   * Whether the caller may know that what `{id}` names exists. Asked only when a later check refuses,
   * since the handler itself finds out otherwise.
   */
  readonly isVisible?: (id: string, actor: Actor | undefined) => Promise<boolean>
  /** Every parameter the route knows, but for `limit`, `cursor` and `lang`, which the flags below add. */
  readonly query?: z.ZodObject
  /** Parameters that add to an answer, and select nothing: a cursor is not bound to them. */
  readonly adding?: readonly string[]
  /** Makes it a list: what a cursor remembers of the last item of a page. */
  readonly page?: z.ZodType
  /** The answer holds names or sentences in a display language. */
  readonly localized?: true
  readonly body?: BodyFormat
  /** A change of an existing object: the caller names the version it saw. */
  readonly ifMatch?: true
  /** A read of the record: its handler is given the database, which may be a replica. */
  readonly readsRecord?: true
  /**
   * Answers to the public are cached until something moves that was read for them. Its handler must
   * see the ids of everything that the answer depends on.
   */
  readonly isCached?: true
  /** A write of the record: its answer names its last event. */
  readonly writesRecord?: true
  /** A write of many objects. All such writes share one place in the write queue. */
  readonly isImport?: true
  /** About the process alone: keys are not looked up, and the database is not used. */
  readonly forAnyone?: true
  /** A read that nobody may store. */
  readonly uncached?: true
  readonly answers: { readonly [status: number]: Answer }
  /** Further problems it may answer; those that follow from the rest of the contract are added. */
  readonly problems?: readonly ProblemCode[]
}

/** Whether it stores something. A POST without a scope only asks a question. */
export function isWrite({ method, scope }: Partial<Pick<Contract, 'method' | 'scope'>>): boolean {
  return method !== undefined && method !== 'get' && scope !== undefined
}

/** A request that passed every check of its contract. */
export interface Asked<C extends Contract> {
  readonly params: C['params'] extends z.ZodType ? z.output<C['params']> : unknown
  readonly query: C['query'] extends z.ZodType ? z.output<C['query']> : unknown
  readonly body: C['body'] extends BodyFormat<infer T> ? T : undefined
  /** Who asks; undefined is the public. */
  readonly actor: C['scope'] extends Scope ? Actor : Actor | undefined
  /** Whom the request counts against. */
  readonly caller: string
  readonly page: C['page'] extends z.ZodType<infer P> ? Page<P> : undefined
  readonly language: DisplayLanguage
  /** undefined in a preview: a retry could do nothing twice. */
  readonly idempotency: IsRetried<C> extends true ? Idempotency | undefined : undefined
  /** Whether the write is only a preview. */
  readonly isPreview: boolean
  /** The request as JSON, so that it can be carried out later. */
  readonly request: object
  /** Where to read from: all of one request, here and nowhere else. */
  readonly db: C['readsRecord'] extends true ? Db : undefined
  /** Aborted when the client leaves. */
  readonly signal: C['isImport'] extends true ? AbortSignal : undefined
  /** The versions that the caller accepts; any other is `precondition-failed`. */
  readonly versions: C['ifMatch'] extends true ? readonly number[] : undefined
}

type IsRetried<C extends Contract> = C['method'] extends 'post'
  ? C['scope'] extends Scope
    ? true
    : false
  : false

/** What a handler returns: a declared status with a body that fits its schema. */
export type Reply<C extends Contract> = {
  [S in keyof C['answers'] & number]: ReplyAs<S, C['answers'][S]>
}[keyof C['answers'] & number]

type ReplyAs<S extends number, A> = A extends { readonly schema: infer T extends z.ZodType }
  ? JsonReply<S, Sent<z.input<T>>>
  : StreamReply<S>

export type JsonReply<S extends number = number, B = unknown> = ReplyHead<S> &
  ({ readonly body: B } | { readonly json: JsonText<B> })

interface ReplyHead<S extends number> {
  readonly status: S
  /** Of the object shown, for its ETag; left out, the ETag of a read is made from its bytes. */
  readonly revision?: Revision
  /** It never changes again, except by a redaction. */
  readonly isSettled?: boolean
  /** The last event of a write. */
  readonly seq?: number
  /** Path of what was created. */
  readonly location?: string
}

export interface StreamReply<S extends number = number> {
  readonly status: S
  readonly stream: ReadableStream<Uint8Array>
  readonly headers?: Readonly<Record<string, string>>
}

/** The same data; read-only values are accepted, because an answer is only read. */
type Sent<T> = T extends (infer I)[]
  ? readonly Sent<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Sent<T[K]> }
    : T
