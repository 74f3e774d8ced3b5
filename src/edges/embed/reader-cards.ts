import type { Context } from 'hono'
import { found } from '../../domain/errors.ts'
import { displayLanguages, type DisplayLanguage } from '../../domain/display-language.ts'
import type { HttpEnv } from '../../http/contract/env.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import type { Rendered } from '../../http/contract/cached-answers.ts'
import type { CardLook } from '../../html/look.ts'
import type { Db } from '../../store/database/db.ts'
import { findCardCopies, type CardCopy } from './card-copy.ts'
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
  const looks = [look, ...otherLanguages(own, look).map((language) => ({ ...look, language }))]
  const all = await findCardCopies(c, cache, db, own, looks)
  return {
    card: found(all[0]).card,
    heightAt: (width) => Math.max(...all.map(({ card }) => card.heightAt(width))),
    ids: new Set(all.flatMap(({ ids }) => [...ids])),
  }
}

function otherLanguages({ asked }: OwnAddress, look: CardLook): readonly DisplayLanguage[] {
  const lang = asked('lang')
  if (displayLanguages.some((language) => language === lang)) return []
  return displayLanguages.filter((language) => language !== look.language)
}
