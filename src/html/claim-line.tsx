import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { isInterval } from '../domain/world-date.ts'
import type { ClaimView } from '../views/claim.ts'
import { readerSpeaker } from './reader-words.ts'
import { cardWords } from './words.ts'

/**
 * A date of the world or a time of the record, in words. HTML's `time` element has no intervals.
 */
export function When({ date, language }: { date: string; language: DisplayLanguage }) {
  const words = cardWords(language).date(date)
  return isInterval(date) ? <span>{words}</span> : <time datetime={date}>{words}</time>
}

interface ClaimLineProps {
  readonly claim: ClaimView
  readonly language: DisplayLanguage
  /** The page of its speaker, if the name leads there. */
  readonly speakerHref?: string | undefined
  /** Shown after the speaker. */
  readonly children?: Child
}

/** Who said it, in what role, and when. */
export function ClaimLine({ claim, language, speakerHref, children }: ClaimLineProps) {
  const { kind, assertedAt } = claim
  return (
    <p class="by">
      <b dir="auto">
        {speakerHref === undefined ? (
          readerSpeaker(claim, language)
        ) : (
          <a href={speakerHref}>{readerSpeaker(claim, language)}</a>
        )}
      </b>
      <HowReported claim={claim} language={language} />
      {children} · <span class={`kind ${kind}`}>{cardWords(language).kinds[kind]}</span> ·{' '}
      {assertedAt === null ? (
        cardWords(language).dateUnknown
      ) : (
        <When date={assertedAt} language={language} />
      )}
    </p>
  )
}

/** How an unnamed speaker's words reached us, according to the first report. */
export function HowReported({ claim, language }: Pick<ClaimLineProps, 'claim' | 'language'>) {
  const [citation] = claim.citations
  if (claim.speaker || !citation) return null
  return <> ({cardWords(language).attributions[citation.attribution]})</>
}
