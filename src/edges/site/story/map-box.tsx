import { claimAddress, linkTo } from '../../../html/addresses.ts'
import type { RecordLook } from '../../../html/look.ts'
import { boxWidth, type MapLayout } from '../../../html/map/layout.ts'
import { wrapped } from '../../../html/map/wrap.ts'
import { readerSpeaker, readerWords } from '../../../html/reader-words.ts'
import { isAnswered, isClosed } from '../../../html/status.tsx'
import { cardWords } from '../../../html/words.ts'
import { prefixShown } from '../../../sentences/standing/title.ts'
import { markShapes } from '../../../sentences/table/marks.ts'
import type { ClaimView } from '../../../views/claim.ts'

/** Sizes in pixels; widths of lines in ems of their type. */
const inside = { left: 12, first: 18, prefixStep: 15, step: 17, bottom: 9 }
const width = { prefix: 11.8, words: 13, who: 11.5 }

/** What a box says, in lines. */
interface BoxLines {
  readonly prefix: readonly string[]
  readonly words: readonly string[]
  readonly lang: string | undefined
}

const linesMax = { prefix: 4, words: 5 }

export function linesOf(claim: ClaimView, { language }: RecordLook): BoxLines {
  const prefix = prefixShown(claim.standing.prefix, claim.text, language)
  const { text, lang } = readerWords(claim, language)
  return {
    prefix: prefix === null ? [] : bracketed(prefix),
    words: claim.text === null ? [] : wrapped(text, { width: width.words, max: linesMax.words }),
    lang,
  }
}

/** A prefix that is cut keeps its bracket. */
function bracketed(prefix: string): readonly string[] {
  const lines = wrapped(prefix, { width: width.prefix, max: linesMax.prefix })
  return lines.map((line) => (line.endsWith('…') ? `${line}]` : line))
}

export function heightOfBox(lines: BoxLines | undefined): number {
  const { prefix = [], words = [] } = lines ?? {}
  return (
    inside.first + prefix.length * inside.prefixStep + words.length * inside.step + inside.bottom
  )
}

interface MapBoxProps {
  readonly claim: ClaimView
  readonly lines: BoxLines
  readonly box: MapLayout['boxes'][number]
  readonly side: 'said' | 'answered' | 'other'
  readonly look: RecordLook
}

/**
 * A claim as a box that leads to its page. What must be said first comes first, also where a box is
 * read out.
 */
export function MapBox({ claim, lines, box, side, look }: MapBoxProps) {
  const { language, publicUrl } = look
  const { prefix, words, lang } = lines
  const who = `${cardWords(language).kinds[claim.kind]} · ${readerSpeaker(claim, language)}`
  const top = inside.first + prefix.length * inside.prefixStep
  const struck = isClosed(claim) ? ' struck' : ''
  return (
    <a
      href={linkTo(claimAddress(publicUrl, claim.id), look)}
      class={`box ${side}${claim.kind === 'opinion' ? ' op' : ''}`}
    >
      <g transform={`translate(${box.x} ${box.y})`}>
        <rect width={boxWidth} height={box.height} />
        <path class="bar" d={`M1.5 0v${box.height}`} />
        {isAnswered(claim) && (
          <path
            class={`mark-${claim.standing.colour}`}
            fill="currentColor"
            fill-rule="evenodd"
            transform={`translate(${boxWidth - 20} 7)`}
            d={markShapes[claim.standing.shape]}
          />
        )}
        {prefix.map((line, index) => (
          <text class="pre" x={inside.left} y={inside.first + (index + 1) * inside.prefixStep - 2}>
            {line}{' '}
          </text>
        ))}
        <text class={`t${struck}`} lang={lang}>
          {words.map((line, index) => (
            <tspan x={inside.left} y={top + (index + 1) * inside.step - 2}>
              {line}{' '}
            </tspan>
          ))}
        </text>
        <text class="who" x={inside.left} y={inside.first - 2}>
          {wrapped(who, { width: width.who, max: 1 })[0]}
        </text>
      </g>
    </a>
  )
}
