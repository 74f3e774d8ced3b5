import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { StatusGroup } from '../../../domain/status.ts'
import type { ClaimCard } from '../../../views/claim-card.ts'
import { readerSpeaker, readerWords } from '../../../html/reader-words.ts'
import { groupShown, isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'

/** What a claim's picture shows, in one language. */
export interface ClaimPicture {
  readonly group: StatusGroup
  readonly status: string
  readonly words: string
  readonly speaker: string
  readonly kind: string
  readonly date: string
  readonly asOf: string
  readonly isOpinion: boolean
  readonly isStruck: boolean
}

export function pictureOf({ claim, asOf }: ClaimCard, language: DisplayLanguage): ClaimPicture {
  const said = cardWords(language)
  return {
    group: groupShown(claim),
    status: claim.statusLabel ?? said.entryError.label,
    words: readerWords(claim, language).text,
    speaker: readerSpeaker(claim, language),
    kind: said.kinds[claim.kind],
    date: claim.assertedAt === null ? said.dateUnknown : said.date(claim.assertedAt),
    asOf: said.asOf(said.date(asOf.toISOString())),
    isOpinion: claim.kind === 'opinion',
    isStruck: isClosed(claim),
  }
}
