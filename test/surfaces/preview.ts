import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { answerOnly, pictureOf } from '../../src/edges/embed/pictures/claim-picture.ts'
import type { Db } from '../../src/store/database/db.ts'
import { loadClaimCard } from '../../src/views/claim-card.ts'
import type { Told } from './read-html.ts'

/**
 * What the preview picture of a claim says; its letters are drawn, so it is read before that.
 * Undefined if nothing is left to show.
 */
export async function readPreview(
  db: Db,
  id: string,
  lang: DisplayLanguage,
): Promise<Told | undefined> {
  const card = await loadClaimCard(db, id, lang, answerOnly).catch(isGone)
  if (!card) return undefined
  const { prefix, words, label, mark } = pictureOf(
    card,
    lang,
    new URL('http://counterpoint.example'),
  )
  return {
    standings: [{ label, mark: `${mark.shape} ${mark.colour}` }],
    alone: [[...(prefix === null ? [] : [prefix]), words].join(' ')],
    text: label,
  }
}

function isGone(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error
}
