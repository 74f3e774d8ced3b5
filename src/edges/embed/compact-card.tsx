import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { languageName } from '../../domain/language-name.ts'
import { answerToName, overcomeToName, type NamedAnswer } from '../../html/answers.tsx'
import { CardLink } from '../../html/card-link.tsx'
import { SinceLine } from '../../html/changes.tsx'
import { HowReported } from '../../html/claim-line.tsx'
import { cardTextMax, ClaimWords } from '../../html/claim-words.tsx'
import { claimAddress } from '../../html/addresses.ts'
import type { CardLook } from '../../html/look.ts'
import { readerSpeaker, readerWords } from '../../html/reader-words.ts'
import { marksOf, Status } from '../../html/status.tsx'
import { cardWords } from '../../html/words.ts'
import { quotation } from '../../sentences/quotation.ts'
import { standings } from '../../sentences/table/standings.ts'
import type { ClaimCard } from '../../views/claim-card.ts'

interface CompactProps {
  readonly card: ClaimCard
  readonly look: CardLook
}

/** Open points that a third line has room for. */
const openRoom = { points: 2, length: 32 }

/**
 * A claim in three lines: who said it and where it stands; the words; the strongest answer, and what
 * the standing must not be read without.
 */
export function CompactClaim({ card, look }: CompactProps) {
  const { claim } = card
  const { language, publicUrl } = look
  const said = cardWords(language)
  const words = readerWords(claim, language)
  const from = languageName(words.original.lang, language)
  const address = claimAddress(publicUrl, claim.id)
  const asOf = card.asOf.toISOString()
  const answer = answerToName(card, language)
  const overcome = answer ? undefined : overcomeToName(card, language)
  const beside = [
    ...(answer ? [] : [standings[claim.standing.case].sentence[language]]),
    ...[answer, overcome]
      .filter((each) => each !== undefined)
      .map((each) => <Answer answer={each} language={language} />),
    ...marksOf({ claim, look, open: openRoom }),
    ...countsIn(card, answer ?? overcome, look),
    ...(words.by ? [said.translation(from, words.by)] : []),
    <time datetime={asOf}>{said.asOf(said.date(asOf))}</time>,
  ]
  return (
    <main class="card compact">
      <SinceLine card={card} language={language} />
      <p class="by">
        <b dir="auto">{readerSpeaker(claim, language)}</b>
        <HowReported claim={claim} language={language} /> ·{' '}
        <span class={`kind ${claim.kind}`}>{said.kinds[claim.kind]}</span> ·{' '}
        <Status claim={claim} />
      </p>
      <h1 class={claim.kind}>
        <CardLink href={address}>
          <ClaimWords claim={claim} language={language} max={cardTextMax.compact} />
        </CardLink>
      </h1>
      <p class="note">
        {beside.map((part, index) => (
          <>
            {index > 0 && '\u00A0· '}
            {part}
          </>
        ))}
      </p>
    </main>
  )
}

interface AnswerProps {
  readonly answer: NamedAnswer
  readonly language: DisplayLanguage
}

/** Who answered, and the first words of the answer. */
function Answer({ answer: { speaker, text, lang, prefix, bearing }, language }: AnswerProps) {
  return (
    <>
      <b dir="auto">{speaker}</b> ({bearing}): {prefix !== null && <b>{prefix} </b>}
      <span lang={lang}>{quotation(text, language, cardTextMax.answer)}</span>
    </>
  )
}

/** How many answers there are besides the one that is named, and how many were left out as asked. */
function countsIn(
  { claim, counterpoints, moreCounterpoints, opinionsLeftOut, opinionsKept }: ClaimCard,
  answer: NamedAnswer | undefined,
  { language, publicUrl }: CardLook,
): readonly Child[] {
  const said = cardWords(language)
  const named = answer?.isCounterpoint ? 1 : 0
  const more = counterpoints.length + moreCounterpoints - named
  const words = named > 0 ? said.more(more) : said.counted(more)
  const leftOut = said.opinionsLeftOut(opinionsLeftOut, opinionsKept)
  return [
    ...(more > 0 ? [<CardLink href={claimAddress(publicUrl, claim.id)}>{words}</CardLink>] : []),
    ...(leftOut === undefined ? [] : [leftOut]),
  ]
}
