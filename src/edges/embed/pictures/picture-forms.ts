import { notFound } from '../../../domain/errors.ts'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { isId } from '../../../domain/references.ts'
import type { Db } from '../../../store/database/db.ts'
import { languageFor } from '../../../http/request/language.ts'
import type { AnswerWith, Forms } from '../../../http/forms.ts'
import { cacheKey } from '../../../http/cache/cache-key.ts'
import { cacheable, headersFor } from '../../../http/cache/cacheable.ts'
import { Copy } from '../../../http/bytes/copy.ts'
import { answerCopy } from '../../../http/coding/answer.ts'
import { problemCatalogue } from '../../../http/problems/catalogue.ts'
import { loadClaimCard } from '../../../views/claim-card.ts'
import { loadStoryCard } from '../../../views/story-card.ts'
import { answerOnly, badgeOf, pictureOf, type ClaimPicture } from './claim-picture.ts'
import type { AnswerCache } from '../../../http/cache/answer-cache.ts'
import { answerCached, rendering } from '../../../http/cache/answer-cached.ts'
import { drawPreview } from './preview-image.ts'
import {
  drawRemovedPreview,
  isRemoval,
  removedPicture,
  type RemovedPicture,
} from './removed-picture.ts'
import { drawBadge } from './status-badge.ts'
import { drawStoryPreview, storyPictureOf } from './story-picture.ts'
import { keysOfClaimCard, keysOfStory } from '../../../views/surrogate-keys.ts'
import { lazyTypesetter, type Typesetter } from './typesetter.ts'

type Draw<Picture> = (typesetter: Typesetter, picture: Picture) => Promise<Copy['plain']>

/** Something drawn, and the keys by which caches can drop it. */
interface Drawn {
  readonly picture: Copy['plain']
  readonly keys: readonly string[]
}

type LoadDrawn = (
  db: Db,
  typesetter: Typesetter,
  asked: { readonly name: string; readonly language: DisplayLanguage; readonly publicUrl: URL },
) => Promise<Drawn>

interface PictureForms {
  readonly claims: Forms
  readonly stories: Forms
}

/** Pictures for link previews and for places that accept only images. */
export function pictureForms({ db }: { db: Db }, answerCache: AnswerCache): PictureForms {
  const typesetter = lazyTypesetter()
  return {
    claims: new Map([
      ['.png', answerDrawn('image/png', drawnClaim(drawPreview, pictureOf), drawRemovedPreview)],
      ['.svg', answerDrawn('image/svg+xml', drawnClaim(drawBadge, badgeOf), drawBadge)],
    ]),
    stories: new Map([['.png', answerDrawn('image/png', drawnStory)]]),
  }

  /** @param drawRemoved draws what is left of an object whose words were removed */
  function answerDrawn(
    type: string,
    load: LoadDrawn,
    drawRemoved?: Draw<RemovedPicture>,
  ): AnswerWith {
    return async (c, name) => {
      const { publicUrl } = c.get('deps')
      const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
      const answered = answerCached(c, answerCache, cacheKey(c.req.path, language), () =>
        rendering(db, async (db) => {
          const { picture, keys } = await load(db, await typesetter(), {
            name,
            language,
            publicUrl,
          })
          return cacheable(picture, { language, type, keys })
        }),
      )
      if (!drawRemoved) return answered
      return answered.catch(async (error: unknown) => {
        if (!isRemoval(error)) throw error
        const picture = await drawRemoved(await typesetter(), removedPicture(language))
        const headers = {
          'cache-control': 'no-store',
          'content-language': language,
          'content-type': type,
          vary: 'Accept-Language',
        }
        // Browsers show a picture that comes with such a status.
        const { status } = problemCatalogue[error.code]
        return answerCopy(
          c,
          new Copy(picture),
          { status, headers: headersFor(c, headers) },
          { isRead: false },
        )
      })
    }
  }
}

function drawnClaim(draw: Draw<ClaimPicture>, pictured: typeof pictureOf): LoadDrawn {
  return async (db, typesetter, { name, language, publicUrl }) => {
    if (!isId(name)) throw notFound()
    const card = await loadClaimCard(db, name, language, answerOnly)
    const picture = await draw(typesetter, pictured(card, language, publicUrl))
    return { picture, keys: keysOfClaimCard(card) }
  }
}

const drawnStory: LoadDrawn = async (db, typesetter, { name, language, publicUrl }) => {
  const card = await loadStoryCard(db, name, language)
  const picture = await drawStoryPreview(typesetter, storyPictureOf(card, language, publicUrl))
  return { picture, keys: keysOfStory(card.story) }
}
