import type { Context } from 'hono'
import type { Db } from '../../store/database/db.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached } from '../../http/cache/answer-cached.ts'
import { keyOfCard, makeCard } from './card-copy.ts'
import { cardLook } from './card-look.ts'
import type { OwnAddress } from './own-address.ts'

/** Cards of claims and stories, for other sites' pages. */
export function cardRoutes(http: Http, { db }: { db: Db }, answerCache: AnswerCache): void {
  http.use(
    '/embed/*',
    withFacts({ readers: 'frame' }, (_, next) => next()),
  )

  http.get('/embed/claims/:id', (c) => serve(c, 'claims', c.req.param('id')))
  http.get('/embed/stories/:slug', (c) => serve(c, 'stories', c.req.param('slug')))

  function serve(c: Context<HttpEnv>, noun: OwnAddress['noun'], name: string): Promise<Response> {
    const own = { noun, name, asked: (parameter: string) => c.req.query(parameter) }
    const look = cardLook(own.asked, c.req.header('accept-language'), c.get('deps').publicUrl)
    return answerCached(c, answerCache, keyOfCard(own, look), () => makeCard(db, own, look))
  }
}
