import type { Context } from 'hono'
import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'
import type { HttpEnv } from '../../http/contract/env.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import type { Rendered } from '../../http/contract/cached-answers.ts'
import type { CardLook } from '../../html/look.ts'
import type { Db } from '../../store/database/db.ts'
import { findCardCopy, type CardCopy } from './card-copy.ts'
import type { OwnAddress } from './own-address.ts'

/** What a frame may show: the card in the language of each reader, if the embedder chose none. */
export interface ReaderCards {
  /** The card in the language of the caller. */
  readonly card: CardCopy
  /** The height that is enough in every language that a reader may get, in pixels. */
  readonly heightAt: CardCopy['heightAt']
  readonly ids: Rendered['ids']
}

export async function findReaderCards(
  c: Context<HttpEnv>,
  cache: AnswerCache,
  db: Db,
  own: OwnAddress,
  look: CardLook,
): Promise<ReaderCards> {
  const { card, ids } = await findCardCopy(c, cache, db, own, look)
  const others = await Promise.all(
    otherLanguages(own, look).map((language) =>
      findCardCopy(c, cache, db, own, { ...look, language }),
    ),
  )
  const all = [card, ...others.map((other) => other.card)]
  return {
    card,
    heightAt: (width) => Math.max(...all.map(({ heightAt }) => heightAt(width))),
    ids: new Set([ids, ...others.map((other) => other.ids)].flatMap((each) => [...each])),
  }
}

function otherLanguages({ asked }: OwnAddress, look: CardLook): readonly DisplayLanguage[] {
  const lang = asked('lang')
  if (displayLanguages.some((language) => language === lang)) return []
  return displayLanguages.filter((language) => language !== look.language)
}
