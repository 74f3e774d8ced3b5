import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { DomainError } from '../../../domain/errors.ts'
import { cardWords } from '../../../html/words.ts'
import { removedMark, removedPrefix } from '../../../sentences/table/standings.ts'
import { removed } from '../../../views/require-words.ts'
import type { ClaimPicture } from './claim-picture.ts'
import { drawPage, standingLine } from './preview-page.ts'
import type { Typesetter } from './typesetter.ts'

export type RemovedPicture = Pick<ClaimPicture, 'mark' | 'label' | 'labelWithoutNames' | 'asOf'>

/**
 * Pages that have embedded a picture of a claim go on showing the old words beside a broken one, so
 * there is a picture of a claim whose words were removed, too.
 */
export function removedPicture(language: DisplayLanguage): RemovedPicture {
  const said = cardWords(language)
  return {
    mark: removedMark,
    label: removedPrefix[language],
    labelWithoutNames: removedPrefix[language],
    asOf: said.asOf(said.date(new Date().toISOString())),
  }
}

export function isRemoval(error: unknown): error is DomainError {
  return error instanceof DomainError && removed.some((code) => code === error.code)
}

export function drawRemovedPreview(
  typesetter: Typesetter,
  picture: RemovedPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  return drawPage(typesetter, {
    asOf: picture.asOf,
    parts: [],
    standing: [standingLine(picture)],
  })
}
