import type { Noun } from '../../domain/nouns.ts'
import type { NewRedaction } from '../../domain/redaction.ts'
import { redacted } from '../../formats/event-drafts.ts'
import { listCitationsToRedact, listMergedToRedact, removeWords } from '../../store/redactions.ts'
import type { Writing } from '../record/writing.ts'
import type { Touched } from './held-claims.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'

/**
 * Removes every word of an object and records an event. What was merged into it is redacted too,
 * and so are the quotes of a claim or a link, since they say the same.
 *
 * @returns the citations that were redacted with it
 */
export async function redact(
  writing: Writing,
  type: Noun,
  id: string,
  redaction: NewRedaction,
): Promise<readonly string[]> {
  const entries = [id, ...(await listMergedToRedact(writing.tx, type, id))]
  for (const entry of entries) await redactOne(writing, type, entry, redaction)
  if (type !== 'claim' && type !== 'link') return []
  const quoted = entries.map((entry) => listCitationsToRedact(writing.tx, type, entry))
  const citations = (await Promise.all(quoted)).flat()
  for (const citation of citations) await redactOne(writing, 'citation', citation, redaction)
  return citations
}

/** The objects among some lines that come without their words. */
export function tombstonesAmong(lines: readonly NumberedLine[], names: Names): readonly Touched[] {
  return lines
    .filter(isObjectLine)
    .filter(({ line, value }) => 'redaction' in value && !names.known.has(line))
    .map(({ line, value }) => ({ type: value.type, object: names.ids.get(line) ?? '' }))
}

/** Records redactions for the tombstones among some lines. */
export async function redactTombstones(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<void> {
  for (const { line, value } of lines.filter(isObjectLine)) {
    if (names.known.has(line)) continue
    if ('redaction' in value)
      await redactOne(writing, value.type, names.ids.get(line) ?? '', value.redaction)
    for (const citation of 'citations' in value ? value.citations : [])
      if (citation.redacted) await redactOne(writing, 'citation', citation.id, citation.redaction)
  }
}

/** Nothing that the rules read changes, so no label does. */
async function redactOne(
  { tx, deferred, record }: Writing,
  type: Noun,
  id: string,
  redaction: NewRedaction,
): Promise<void> {
  const seq = record(redacted(type, id, redaction))
  // The search index entries must exist before they can be removed.
  await deferred.settled()
  await removeWords(tx, type, { id, seq, ground: redaction.ground })
}
