import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { quotation } from '../../../sentences/quotation.ts'
import type { Mark } from '../../../sentences/table/marks.ts'
import type { ClaimCard } from '../../../views/claim-card.ts'
import type { ClaimView } from '../../../views/claim.ts'
import { readerSpeaker, readerWords } from '../../../html/reader-words.ts'
import { isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'

/** Who says what. */
interface Said {
  readonly speaker: string
  readonly words: string
}

/** What a claim's picture shows, in one language. */
export interface ClaimPicture extends Said {
  readonly mark: Mark
  readonly label: string
  readonly kind: string
  readonly date: string
  readonly asOf: string
  /** The strongest answer. */
  readonly answer: Said | undefined
  readonly isOpinion: boolean
  readonly isStruck: boolean
}

export function pictureOf(card: ClaimCard, language: DisplayLanguage): ClaimPicture {
  const { claim, asOf } = card
  const said = cardWords(language)
  const { shape, colour } = claim.standing
  const answer = strongestAnswer(card)
  return {
    ...saidIn(claim, language),
    mark: { shape, colour },
    label: claim.statusLabel,
    kind: said.kinds[claim.kind],
    date: claim.assertedAt === null ? said.dateUnknown : said.date(claim.assertedAt),
    asOf: said.asOf(said.date(asOf.toISOString())),
    answer: answer && quotedIn(answer, language),
    isOpinion: claim.kind === 'opinion',
    isStruck: isClosed(claim),
  }
}

/** How many counterpoints a picture needs: those that this claim answers may come first. */
export const counterpointsForPicture = 5

/** Who has been heard on a claim first: an answer to it that has force and words. */
function strongestAnswer({ claim, counterpoints }: ClaimCard): ClaimView | undefined {
  if (isClosed(claim)) return undefined
  return counterpoints.find(
    (each) => each.direction === 'onto' && each.effective && each.claim.text !== null,
  )?.claim
}

/** The first words of an answer, in quotation marks. */
function quotedIn(claim: ClaimView, language: DisplayLanguage): Said {
  const { speaker, words } = saidIn(claim, language)
  return { speaker, words: quotation(words, language) }
}

function saidIn(claim: ClaimView, language: DisplayLanguage): Said {
  return {
    speaker: readerSpeaker(claim, language),
    words: readerWords(claim, language).text,
  }
}
