import type { Context } from 'hono'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/db.ts'
import type { Http, HttpEnv } from '../env.ts'
import { pageLanguage } from '../language.ts'
import { notFound } from '../parameters.ts'
import { answerDocument } from './answer.ts'
import { choiceOf, themeOf } from './choice.ts'
import { renderClaimCard } from './claim-card.tsx'
import { loadClaimCard } from './claim-data.ts'
import { cardPolicy, type CardLook } from './document.tsx'
import { renderStoryCard } from './story-card.tsx'
import { loadStoryCard } from './story-data.ts'
import { keysOfClaimCard, keysOfStory } from './surrogate-keys.ts'

/** Cards of claims and stories, for other people's pages. */
export function cardRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/embed/claims/:id', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw notFound()
    const look = lookOf(c)
    const choice = choiceOf((name) => c.req.query(name))
    const card = await loadClaimCard(db, id, look.language, choice)
    return answerDocument(c, await renderClaimCard(card, look), {
      language: look.language,
      policy: cardPolicy,
      keys: keysOfClaimCard(card),
    })
  })

  http.get('/embed/stories/:slug', async (c) => {
    const look = lookOf(c)
    const card = await loadStoryCard(db, c.req.param('slug'), look.language)
    return answerDocument(c, await renderStoryCard(card, look), {
      language: look.language,
      policy: cardPolicy,
      keys: keysOfStory(card.story),
    })
  })
}

function lookOf(c: Context<HttpEnv>): CardLook {
  return {
    language: pageLanguage(c.req.query('lang'), c.req.header('accept-language')),
    theme: themeOf((name) => c.req.query(name)),
    publicUrl: c.get('deps').publicUrl,
    isFramed: true,
  }
}
