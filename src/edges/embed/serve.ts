import { notFound } from '../../domain/errors.ts'
import type { Context } from 'hono'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { languageFor } from '../../http/request/language.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import type { Cacheable } from '../../http/contract/cached-answers.ts'
import { choiceOf, sizeOf, themeOf } from '../../html/choice.ts'
import { renderClaimCard } from './claim-card.tsx'
import { loadClaimCard, type CardChoice } from '../../views/claim-card.ts'
import { cardPolicy } from './document.tsx'
import type { CardLook } from '../../html/look.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached, rendering } from '../../http/cache/answer-cached.ts'
import { renderStoryCard } from './story-card.tsx'
import { loadStoryCard } from '../../views/story-card.ts'
import { keysOfClaimCard, keysOfStory } from '../../views/surrogate-keys.ts'

/** Cards of claims and stories, for other sites' pages. */
export function cardRoutes(http: Http, { db }: { db: Db }, answerCache: AnswerCache): void {
  http.use(
    '/embed/*',
    withFacts({ readers: 'frame' }, (_, next) => next()),
  )

  http.get('/embed/claims/:id', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw notFound()
    const look = lookOf(c)
    return serve(c, async (db) => {
      const card = await loadClaimCard(db, id, look.language, choiceIn(c))
      return cacheable(await renderClaimCard(card, look), {
        language: look.language,
        policy: cardPolicy,
        keys: keysOfClaimCard(card),
      })
    })
  })

  http.get('/embed/stories/:slug', async (c) => {
    const look = lookOf(c)
    return serve(c, async (db) => {
      const card = await loadStoryCard(db, c.req.param('slug'), look.language)
      return cacheable(await renderStoryCard(card, look, choiceIn(c)), {
        language: look.language,
        policy: cardPolicy,
        keys: keysOfStory(card.story),
      })
    })
  })

  function serve(c: Context<HttpEnv>, render: (db: Db) => Promise<Cacheable>): Promise<Response> {
    return answerCached(c, answerCache, keyOf(c), () => rendering(db, render))
  }
}

/** The cache key: identical cards share it, whatever other parameters their addresses have. */
function keyOf(c: Context<HttpEnv>): string {
  const { language, theme, size } = lookOf(c)
  const { counterpoints, opinions, since = '' } = choiceIn(c)
  return [c.req.path, language, theme, size, counterpoints, opinions, since].join(' ')
}

function choiceIn(c: Context<HttpEnv>): CardChoice {
  return choiceOf((name) => c.req.query(name))
}

function lookOf(c: Context<HttpEnv>): CardLook {
  return {
    language: languageFor(c.req.query('lang'), c.req.header('accept-language')),
    theme: themeOf((name) => c.req.query(name)),
    size: sizeOf((name) => c.req.query(name)),
    publicUrl: c.get('deps').publicUrl,
    isFramed: true,
  }
}
