import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Fit } from '../../domain/kinds.ts'
import { answersTouched } from '../change/touched-answers.ts'
import type { NodeMeaning } from '../graph/graph.ts'
import { readingOf } from '../reading/reading.ts'
import type { Change, RecordView } from '../record/record.ts'
import { fitOf } from './fit.ts'
import { leftOpenOf } from './left-open.ts'

/** What is stored about answers because an editor has recorded what they say. */
export interface AnswersRead {
  /** As `leftOpenOf`, and null for a claim that is voided. */
  readonly leftOpen: ReadonlyMap<ClaimId, readonly string[] | null>
  readonly fits: ReadonlyMap<LinkId, Fit | null>
}

/** Reads again what some changes may have changed about answers. */
export function readAnswers(
  record: RecordView,
  changes: readonly Change[],
  recompiled: readonly NodeMeaning[],
): AnswersRead {
  const { claims, links } = answersTouched(record, changes, recompiled)
  const reading = readingOf(record)
  return {
    leftOpen: new Map(
      claims.map((id) => [
        id,
        reading.claim(id)?.voided === false ? leftOpenOf(reading, id) : null,
      ]),
    ),
    fits: new Map(
      links.map((id) => {
        const link = reading.link(id)
        return [id, link === undefined ? null : fitOf(reading, link)]
      }),
    ),
  }
}
