import { quotedRefusal } from '../../domain/quoted-share.ts'
import { citationsOfEnding } from '../../formats/bundle.ts'
import { tooMuchQuoted } from '../record/quoted/quotes-refusal.ts'
import type { Overquoted } from '../record/quoted/settle-quoted.ts'
import type { NumberedLine } from './lines.ts'
import type { LineFault } from './refused-lines.ts'

/** The faults of the quotes among some lines that take too much of a report. */
export function overquotedLines(
  lines: readonly NumberedLine[],
  over: readonly Overquoted[],
): readonly LineFault[] {
  const overOf = Map.groupBy(
    over.flatMap((each) => [...each.quotes].map((quote) => ({ quote, each }))),
    ({ quote }) => quote,
  )
  return lines.flatMap(({ line, value }) =>
    citationsOf(value).flatMap(({ pointer, citation: { quote } }) =>
      (overOf.get(quote) ?? []).map(({ each }) => ({
        line,
        pointer: `${pointer}/quote`,
        code: tooMuchQuoted,
        message: quotedRefusal(each),
      })),
    ),
  )
}

function citationsOf(value: NumberedLine['value']): ReturnType<typeof citationsOfEnding> {
  if (value.type === 'withdrawal' || value.type === 'end') return citationsOfEnding(value)
  const citations = 'citations' in value ? value.citations : []
  return citations.map((citation, index) => ({ pointer: `/citations/${index}`, citation }))
}
