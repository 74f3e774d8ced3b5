import type { Noun } from '../../domain/nouns.ts'
import { randomUUIDv7 } from 'node:crypto'
import { lifeEnded } from '../../formats/event-drafts.ts'
import { findCitationsEnd, findEndingCitations } from '../../store/citations.ts'
import { spreadVoid } from '../../store/links.ts'
import { findClaimsCiting, setClosed, showAnew, voidObject } from '../../store/lives.ts'
import type { Writing } from '../record/writing.ts'
import type { Ending } from './endings.ts'
import { enterCitations } from './enter.ts'
import type { Names } from './names.ts'
import { redact } from './redact.ts'

/** Enters one ending: its event, its citations, and its consequences. */
export async function carryOut(writing: Writing, names: Names, ending: Ending): Promise<void> {
  const { type, object, kind, at } = ending
  const { tx } = writing
  const seq = writing.record(lifeEnded(kind, ending))
  switch (kind) {
    case 'claim.withdrawn':
      await setClosed(tx, 'claim', { id: object, at: at ?? null, seq })
      await cite(writing, names, { withdrawal: object }, seq, ending)
      return writing.changed([{ claim: object, what: 'withdrawn' }])
    case 'withdrawal.voided':
      await setClosed(tx, 'claim', { id: object, at: null, seq })
      await voidCitations(writing, 'claim', ending)
      return writing.changed([{ claim: object, what: 'withdrawn' }])
    case 'link.ended':
      await setClosed(tx, 'link', { id: object, at: at ?? null, seq })
      await cite(writing, names, { end: object }, seq, ending)
      return writing.changed([{ link: object }])
    case 'end.voided':
      await setClosed(tx, 'link', { id: object, at: null, seq })
      await voidCitations(writing, 'link', ending)
      return writing.changed([{ link: object }])
    case 'claim.voided':
    case 'link.voided':
    case 'source.voided':
    case 'report.voided':
    case 'citation.voided':
    case 'story.voided':
      await voidObject(tx, type, object, writing.at)
      return followVoid(writing, type, object, seq)
  }
  return kind satisfies never
}

async function cite(
  writing: Writing,
  names: Names,
  of: { withdrawal: string } | { end: string },
  endingSeq: number,
  { citations = [] }: Ending,
): Promise<void> {
  if (citations.length === 0) return
  const [type, object] =
    'withdrawal' in of ? (['claim', of.withdrawal] as const) : (['link', of.end] as const)
  const { claim } = await findCitationsEnd(writing.tx, type, object)
  await enterCitations(
    writing,
    citations.map(({ citation: { id = randomUUIDv7(), redacted: _, ...entry } }, position) => {
      const report = names.resolve('report', entry.report) ?? ''
      return { ...entry, id, report, of, endingSeq, position, claim }
    }),
  )
  for (const { citation } of citations)
    if (citation.redacted) await redact(writing, 'citation', citation.id, citation.redaction)
}

/** The citations of a voided withdrawal or end are voided with it. */
async function voidCitations(
  { tx, at, record }: Writing,
  type: 'claim' | 'link',
  { object, reason }: Ending,
): Promise<void> {
  for (const citation of await findEndingCitations(tx, type, object)) {
    record(lifeEnded('citation.voided', { object: citation, reason }))
    await voidObject(tx, 'citation', citation, at)
  }
}

/** Reports what else an entry error changes: links, the cited claims, the side of a source. */
async function followVoid(
  { tx, changed }: Writing,
  type: Noun,
  object: string,
  seq: number,
): Promise<void> {
  if (type === 'claim' || type === 'link') {
    const dependents = await spreadVoid(tx, [object], seq)
    if (type === 'claim') {
      await showAnew(tx, [object], seq)
      changed([{ claim: object, what: 'voided' }])
    }
    changed(dependents.map((link) => ({ link })))
  }
  if (type === 'citation' || type === 'report') {
    const claims = await findClaimsCiting(tx, type, object)
    await showAnew(tx, claims, seq)
    changed(claims.map((claim) => ({ claim, what: 'added' as const })))
  }
  if (type === 'source') changed([{ source: object }])
}
