import type { ReportedAs } from '../../store/cited-pages.ts'

/**
 * Whether all that a draft cites for a claim relays one original: one speaker, who said it elsewhere.
 * It is not if nothing is cited, or if nobody knows whom a report relays.
 */
export function isOnlyRelay(cited: readonly ReportedAs[]): boolean {
  const [first] = cited
  return (
    first !== undefined &&
    first.speaker !== null &&
    cited.every(({ attribution, speaker }) => attribution === 'relay' && speaker === first.speaker)
  )
}
