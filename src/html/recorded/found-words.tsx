import type { Hit } from '../../domain/search/hit-places.ts'
import { hitsIn } from '../../domain/search/hits.ts'
import type { SearchTerm } from '../../domain/search/terms.ts'
import { shortened } from '../../sentences/quotation.ts'

interface FoundWordsProps {
  readonly text: string
  readonly terms: readonly SearchTerm[]
  readonly max: number | undefined
}

/** How many characters before the first hit are shown, where there is no room for all of them. */
const before = 60

/** A text with what was searched for marked; of a long one, the part around the first hit. */
export function FoundWords({ text, terms, max = Number.POSITIVE_INFINITY }: FoundWordsProps) {
  const hits = hitsIn(text, terms)
  const start = startOf(text, hits[0], max)
  const rest = text.slice(start)
  const shown = max < rest.length ? shortened(rest, max) : rest
  const isCut = shown !== rest
  const end = start + (isCut ? shown.length - 1 : shown.length)
  let at = start
  const parts = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => {
      const between = text.slice(at, hit.start)
      at = hit.end
      return [between, <mark>{text.slice(hit.start, hit.end)}</mark>]
    })
  return (
    <>
      {start > 0 && '…'}
      {parts}
      {shown.slice(at - start)}
    </>
  )
}

/** The beginning of the text, or of a word before the first hit if that would be cut off. */
function startOf(text: string, first: Hit | undefined, max: number): number {
  if (first === undefined || text.length <= max || first.end < max * 0.75) return 0
  return Math.max(0, text.lastIndexOf(' ', first.start - before) + 1)
}
