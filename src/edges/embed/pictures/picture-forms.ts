import { notFound } from '../../../domain/errors.ts'
import { isId } from '../../../domain/references.ts'
import type { Db } from '../../../store/database/db.ts'
import { languageFor } from '../../../http/request/language.ts'
import type { AnswerWith, Forms } from '../../../http/forms.ts'
import { cacheable } from '../../../http/cache/cacheable.ts'
import type { Copy } from '../../../http/bytes/copy.ts'
import { loadClaimCard } from '../../../views/claim-card.ts'
import { pictureOf, type ClaimPicture } from './claim-picture.ts'
import type { AnswerCache } from '../../../http/cache/answer-cache.ts'
import { answerCached, rendering } from '../../../http/cache/answer-cached.ts'
import { drawPreview } from './preview-image.ts'
import { drawBadge } from './status-badge.ts'
import { keysOfClaimCard } from '../../../views/surrogate-keys.ts'
import { lazyTypesetter, type Typesetter } from './typesetter.ts'

type Draw = (typesetter: Typesetter, picture: ClaimPicture) => Promise<Copy['plain']>

/** Pictures of claims, for link previews and for places that accept only images. */
export function pictureForms({ db }: { db: Db }, answerCache: AnswerCache): Forms {
  const typesetter = lazyTypesetter()
  return new Map([
    ['.png', answerDrawn('image/png', drawPreview)],
    ['.svg', answerDrawn('image/svg+xml', drawBadge)],
  ])

  function answerDrawn(type: string, draw: Draw): AnswerWith {
    return async (c, id) => {
      if (!isId(id)) throw notFound()
      const language = languageFor(c.req.query('lang'), c.req.header('accept-language'))
      return answerCached(c, answerCache, `${c.req.path} ${language}`, () =>
        rendering(db, async (db) => {
          const card = await loadClaimCard(db, id, language, { counterpoints: 0, since: undefined })
          const picture = await draw(await typesetter(), pictureOf(card, language))
          return cacheable(picture, { language, type, keys: keysOfClaimCard(card) })
        }),
      )
    }
  }
}
