import type { Context } from 'hono'
import { seeing } from '../../store/database/seen-ids.ts'
import type { Db } from '../../store/database/db.ts'
import type { HttpEnv } from '../contract/env.ts'
import { routeOf } from '../request/route-of.ts'
import { seqHeader } from '../request/seq-header.ts'
import { anyChange, askedFor, type AnswerCache, type Served } from './answer-cache.ts'
import { answerCacheable } from './cacheable.ts'
import type { CachedAnswers, Cacheable, Rendered } from '../contract/cached-answers.ts'

/** Renders an answer, and notes what was read for it. */
export async function rendering(db: Db, render: (db: Db) => Promise<Cacheable>): Promise<Rendered> {
  const { value: answer, ids } = await seeing(db, render)
  return { answer, ids }
}

/**
 * Renders an answer with lists that any write may add to, which nothing that is read for it can tell.
 */
export async function renderingList(render: () => Promise<Cacheable>): Promise<Rendered> {
  return { answer: await render(), ids: new Set([anyChange]) }
}

/** The same for answers that are rendered from one reading. */
export async function renderingAll(
  db: Db,
  render: (db: Db) => Promise<readonly Cacheable[]>,
): Promise<readonly Rendered[]> {
  const { value: answers, ids } = await seeing(db, render)
  return answers.map((answer) => ({ answer, ids }))
}

/**
 * Answers from the cache, or with what is rendered now; while the database is away or slow, the last
 * answer may be a stale one.
 *
 * @param key distinguishes the answer from all others
 */
export async function answerCached(
  c: Context<HttpEnv>,
  cache: AnswerCache,
  key: string,
  make: () => Promise<Rendered>,
): Promise<Response> {
  const { answer, ageSeconds } = mayLackWhatIsAsked(c, cache)
    ? await afresh(make)
    : await cache.serve(key, make)
  rememberAsked(c, cache, key)
  return answerCacheable(c, answer, ageSeconds)
}

/** The cached copy of what other answers are made of, or one rendered now. */
export function copyOf(
  c: Context<HttpEnv>,
  cache: AnswerCache,
  key: string,
  make: () => Promise<Rendered>,
): Promise<Rendered> {
  return mayLackWhatIsAsked(c, cache) ? make() : cache.serveRendered(key, make)
}

/** The next request like this one is answered at the socket. */
export function rememberAsked(c: Context<HttpEnv>, cache: CachedAnswers, key: string): void {
  const { pathname, search } = new URL(c.req.url)
  const headers = {
    accept: c.req.header('accept'),
    'accept-language': c.req.header('accept-language'),
  }
  cache.remember(askedFor(pathname + search, headers), { key, route: routeOf(c) })
}

/** Whether the caller must see an event that the copies may not have. */
function mayLackWhatIsAsked(c: Context<HttpEnv>, { seq }: AnswerCache): boolean {
  const asked = c.req.header(seqHeader)
  return asked !== undefined && !(seq !== undefined && Number(asked) <= seq)
}

async function afresh(make: () => Promise<Rendered>): Promise<Served> {
  return { answer: (await make()).answer, ageSeconds: 0 }
}
