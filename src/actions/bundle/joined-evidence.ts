import { randomUUIDv7 } from 'node:crypto'
import { faultOfEvidence, withCitations, type Evidence } from '../../domain/citation.ts'
import type { BundleLineOf } from '../../formats/bundle.ts'
import { listEvidence } from '../../store/citations.ts'
import { showAnew } from '../../store/lives.ts'
import type { Writing } from '../record/writing.ts'
import type { UnattributedCitation } from './new-entries.ts'
import { enterCitations } from './enter.ts'
import type { Touched } from './held-claims.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import { RefusedLines } from './refused-lines.ts'

type Citations = BundleLineOf<'claim'>['citations']

/** Claims on record that take the place of lines: they may get evidence. */
export function joinedClaims(lines: readonly NumberedLine[], names: Names): Touched[] {
  return ofRecord(lines, names).map(({ object }) => ({ type: 'claim', object }))
}

/**
 * The citations of each new claim, by id: those of its line, and those of later lines that say the
 * same.
 *
 * @throws {RefusedLines} naming lines that would make them too many
 */
export function citationsOfNew(
  lines: readonly NumberedLine[],
  names: Names,
): ReadonlyMap<string, Citations> {
  const citations = new Map<string, Citations>()
  for (const { line, value } of linesOf(lines, 'claim')) {
    const id = names.ids.get(line) ?? ''
    const earlier = citations.get(id)
    if (!names.known.has(line)) citations.set(id, value.citations)
    else if (earlier && names.joined.has(line)) {
      const seen = new Set(earlier.map((each) => keyOf(names, each)))
      const added = withWords(value.citations).filter((each) => !seen.has(keyOf(names, each)))
      citations.set(id, [...earlier, ...added])
      requireRoom(line, withCitations(none, [...earlier, ...added]))
    }
  }
  return citations
}

/**
 * Adds the citations of joined lines to the claims on record that take their place, except those
 * that they already have.
 *
 * @throws {RefusedLines} naming a line that would make them too many
 */
export async function addJoinedEvidence(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
): Promise<void> {
  const joined = ofRecord(lines, names).filter(({ citations }) => citations.length > 0)
  if (joined.length === 0) return
  const claims = [...new Set(joined.map(({ object }) => object))]
  const evidence = await listEvidence(writing.tx, claims)
  const seen = new Set(evidence.map(({ claim, report, quote }) => `${claim} ${report} ${quote}`))
  const ends = new Map<string, Evidence>()
  for (const { claim, position, length } of evidence) {
    const end = ends.get(claim) ?? none
    ends.set(claim, { count: Math.max(end.count, position + 1), length: end.length + length })
  }

  const added: UnattributedCitation[] = []
  for (const { line, object: claim, citations } of joined)
    for (const { id = randomUUIDv7(), ...citation } of citations) {
      const report = names.resolve('report', citation.report) ?? ''
      const key = `${claim} ${report} ${citation.quote}`
      if (seen.has(key)) continue
      seen.add(key)
      const end = ends.get(claim) ?? none
      ends.set(claim, withCitations(end, [citation]))
      requireRoom(line, ends.get(claim) ?? none)
      added.push({ ...citation, id, report, of: { claim }, claim, position: end.count })
    }
  if (added.length === 0) return
  const seq = await enterCitations(writing, added)
  const cited = [...new Set(added.map(({ claim }) => claim))]
  await showAnew(writing.tx, cited, seq)
  writing.changed(cited.map((claim) => ({ claim, what: 'added' as const })))
}

const none: Evidence = { count: 0, length: 0 }

/** @throws {RefusedLines} if that is more than a claim may have */
function requireRoom(line: number, evidence: Evidence): void {
  const fault = faultOfEvidence(evidence)
  if (fault) throw new RefusedLines([{ line, pointer: '/citations', ...fault }])
}

/** The lines replaced by claims that were on record before. */
function ofRecord(lines: readonly NumberedLine[], names: Names) {
  const claims = linesOf(lines, 'claim')
  const entered = new Set(
    claims.filter(({ line }) => !names.known.has(line)).map(({ line }) => names.ids.get(line)),
  )
  return claims
    .filter(({ line }) => names.joined.has(line) && !entered.has(names.ids.get(line)))
    .map(({ line, value }) => ({
      line,
      object: names.ids.get(line) ?? '',
      citations: withWords(value.citations),
    }))
}

function withWords(citations: Citations): Citations {
  return citations.filter(({ redacted }) => redacted !== true)
}

function keyOf(names: Names, { report, quote }: Citations[number]): string {
  return `${names.resolve('report', report) ?? ''} ${quote}`
}
