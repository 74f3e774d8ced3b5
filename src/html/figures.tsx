import type { DisplayLanguage } from '../domain/display-language.ts'
import type { Figure } from '../domain/figure.ts'
import { spanOf } from '../domain/world-date.ts'
import { longDate } from '../sentences/date-words.ts'
import { scaleOf, type Span } from '../sentences/figures/figure-scale.ts'
import { intervalWords } from '../sentences/figures/interval-words.ts'
import type { ClaimView } from '../views/claim.ts'
import type { ClaimCard } from '../views/claim-card.ts'
import { readerSpeaker } from './reader-words.ts'
import { cardWords } from './words.ts'

interface FigureProps {
  readonly figure: Figure
  readonly language: DisplayLanguage
}

/** "Change: −50% to −25%". */
export function FigureValue({ figure, language }: FigureProps) {
  const { figureForms } = cardWords(language)
  return (
    <>
      {figureForms[figure.form]}: {intervalWords(figure, language)}
    </>
  )
}

/** The value with what it is measured by, for when, and of what, in the words that were entered. */
export function WholeFigure({ figure, lang, language }: FigureProps & { readonly lang: string }) {
  const { figureParts } = cardWords(language)
  const { baseline, period, scope } = figure
  const isDate = period !== null && spanOf(period) !== undefined
  const part = (name: string, said: string | null) =>
    said !== null && (
      <>
        {' · '}
        {name}: <span lang={lang}>{said}</span>
      </>
    )
  return (
    <>
      <FigureValue figure={figure} language={language} />
      {part(figureParts.baseline, baseline)}
      {isDate
        ? ` · ${figureParts.period}: ${longDate(period, language)}`
        : part(figureParts.period, period)}
      {part(figureParts.scope, scope)}
    </>
  )
}

/** So many ranges can be compared at a glance. */
const drawnMax = 6

/** A figure and those that conflict with it, which an answer may hold. */
export function conflictingIn({
  claim,
  counterpoints,
  conflictingFigures,
}: ClaimCard): readonly (ClaimView & { readonly figure: Figure })[] {
  if (!claim.badges.figuresConflict || !claim.figure) return []
  const answering = counterpoints.flatMap(({ link, effective, claim: other }) =>
    link.relation === 'rebuts' && effective ? [other] : [],
  )
  return [claim, ...answering, ...conflictingFigures].flatMap((each) =>
    each.figure ? [{ ...each, figure: each.figure }] : [],
  )
}

interface ConflictProps {
  readonly card: ClaimCard
  readonly language: DisplayLanguage
}

/** Figures that conflict with the one of a claim, which comes first. */
export function ConflictScale({ card, language }: ConflictProps) {
  return <FigureScale claims={conflictingIn(card)} isFirstThis language={language} />
}

interface ScaleProps {
  readonly claims: readonly ClaimView[]
  /** Whether the page or card is about the first of them. */
  readonly isFirstThis?: boolean
  readonly language: DisplayLanguage
}

/** Figures as ranges on one scale, all drawn alike, so that none looks right. */
export function FigureScale({ claims: all, isFirstThis = false, language }: ScaleProps) {
  const claims = all
    .flatMap((each) => (each.figure ? [{ ...each, figure: each.figure }] : []))
    .slice(0, drawnMax)
  const scale = scaleOf(
    claims.map(({ figure }) => figure),
    language,
  )
  if (!scale) return null
  const { scaleShare, scaleAlt, thisClaim } = cardWords(language)
  const { spans, words, ends } = scale
  return (
    <figure class="scale">
      {scale.isShare && (
        <figcaption class="note">
          {scaleShare}
          {scale.baseline !== null && (
            <>
              : <span lang={claims[0]?.lang}>{scale.baseline}</span>
            </>
          )}
        </figcaption>
      )}
      {claims.map((claim, index) => (
        <>
          <p class="note">
            <b dir="auto">{readerSpeaker(claim, language)}</b>
            {isFirstThis && index === 0 && ` (${thisClaim})`} ·{' '}
            <FigureValue figure={claim.figure} language={language} />
            {words[index] !== intervalWords(claim.figure, language) && ` → ${words[index]}`}
          </p>
          <Range
            span={spans[index] ?? { low: null, high: null }}
            marks={spans}
            alt={scaleAlt(words[index] ?? '', ...ends)}
          />
        </>
      ))}
      <p class="note ends" aria-hidden="true">
        <span>{ends[0]}</span> <span>{ends[1]}</span>
      </p>
    </figure>
  )
}

interface RangeProps {
  readonly span: Span
  /** All spans on the scale: their bounds are marked on each row, so that rows can be compared. */
  readonly marks: readonly Span[]
  /** The same in words. */
  readonly alt: string
}

/** A span from its low to its high bound; an open end runs to the end of the scale, as an arrow. */
function Range({ span: { low, high }, marks, alt }: RangeProps) {
  const [from, to] = [low ?? 0, high ?? 1]
  const bounds = new Set(marks.flatMap((mark) => [mark.low, mark.high]))
  return (
    <svg class="range" width="100%" height="14" role="img" aria-label={alt}>
      <line x1="0" x2="100%" y1="13.5" y2="13.5" />
      {[...bounds].map(
        (bound) =>
          bound !== null && (
            <line x1={percent(bound)} x2={percent(bound)} y1="0" y2="14" stroke-dasharray="2 2" />
          ),
      )}
      {from !== to && <rect x={percent(from)} y="2" width={percent(to - from)} height="9" />}
      <LeastMark span={{ low, high }} />
      {low === null && (
        <text x="0" dx="3" y="10.5">
          ←
        </text>
      )}
      {high === null && (
        <text x="100%" dx="-3" y="10.5" text-anchor="end">
          →
        </text>
      )}
    </svg>
  )
}

/** Shares of the scale under which a point, or an open end with its arrow, could not be seen. */
const least = { closed: 0.02, open: 0.08 }

/** What is drawn of a span that is too short to be seen: a stroke, or room for the arrow. */
function LeastMark({ span: { low, high } }: Pick<RangeProps, 'span'>) {
  const size = (high ?? 1) - (low ?? 0)
  if (low !== null && high !== null)
    return size < least.closed ? (
      <rect x={percent((low + high) / 2)} y="1" width="4" height="11" transform="translate(-2 0)" />
    ) : null
  if (size >= least.open) return null
  return low === null ? (
    <rect x="0" y="2" width="18" height="9" />
  ) : (
    <rect x="100%" y="2" width="18" height="9" transform="translate(-18 0)" />
  )
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`
}
