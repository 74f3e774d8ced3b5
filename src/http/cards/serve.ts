import type { Context } from 'hono'
import { displayLanguages } from '../../domain/display-language.ts'
import { isId } from '../../domain/references.ts'
import { startOf, type WorldDate } from '../../domain/world-date.ts'
import type { Db } from '../../store/db.ts'
import type { Http, HttpEnv } from '../env.ts'
import { preferredLanguage } from '../language.ts'
import { notFound } from '../parameters.ts'
import { answerDocument } from './answer.ts'
import { loadClaimCard } from './claim-data.ts'
import { renderClaimCard } from './claim-card.tsx'
import { cardPolicy, themes, type CardLook } from './document.tsx'
import { renderStoryCard } from './story-card.tsx'
import { loadStoryCard } from './story-data.ts'
import { keysOfClaimCard, keysOfStory } from './surrogate-keys.ts'

const counterpointsMax = 5
const counterpointsByDefault = 3

/** Cards of claims and stories, for other people's pages. */
export function cardRoutes(http: Http, { db }: { db: Db }): void {
  http.get('/embed/claims/:id', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw notFound()
    const look = lookOf(c)
    const card = await loadClaimCard(db, id, look.language, {
      counterpoints: countOf(c.req.query('counterpoints')),
      since: dateOf(c.req.query('since')),
    })
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

/**
 * A card stands in an article that nobody will correct for it: what a parameter does not say in a
 * way we know is as if it were not there.
 */
function lookOf(c: Context<HttpEnv>): CardLook {
  const asked = c.req.query('theme')
  return {
    language: languageOf(c),
    theme: themes.find((theme) => theme === asked) ?? 'auto',
    publicUrl: c.get('deps').publicUrl,
  }
}

export function languageOf(c: Context<HttpEnv>) {
  const asked = c.req.query('lang')
  return (
    displayLanguages.find((language) => language === asked) ??
    preferredLanguage(c.req.header('accept-language'))
  )
}

function countOf(asked: string | undefined): number {
  return asked !== undefined && /^\d$/.test(asked)
    ? Math.min(Number(asked), counterpointsMax)
    : counterpointsByDefault
}

function dateOf(asked: string | undefined): WorldDate | undefined {
  return asked !== undefined && startOf(asked) !== undefined ? asked : undefined
}
