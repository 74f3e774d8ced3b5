import type { CitationEntry, LinkEntry } from '../../domain/entries.ts'
import type { EventDraft } from '../../domain/event.ts'
import {
  citationAdded,
  claimAdded,
  linkAdded,
  reportAdded,
  sourceAdded,
  storyAdded,
} from '../../formats/event-drafts.ts'
import type { Db } from '../../store/db.ts'
import { findOwnReports, insertCitations } from '../../store/citations.ts'
import { insertClaims } from '../../store/claims.ts'
import { insertLinks } from '../../store/links.ts'
import { insertReports } from '../../store/reports.ts'
import { insertSources } from '../../store/sources.ts'
import { insertStories } from '../../store/stories.ts'
import type { Writing } from '../write-record.ts'
import type { Entries, UnattributedCitation } from './entries.ts'

/** Enters new objects, each with its event, in the order in which they depend on each other. */
export async function enterObjects(writing: Writing, entries: Entries): Promise<void> {
  const { tx, at, changed } = writing
  const number = <T>(items: readonly T[], draft: (item: T) => EventDraft) =>
    items.map((item) => ({ ...item, seq: writing.record(draft(item)) }))

  await insertSources(tx, at, number(entries.sources, sourceAdded))
  await insertReports(tx, at, number(entries.reports, reportAdded))
  await insertClaims(tx, at, number(entries.claims, claimAdded))
  await insertLinks(tx, at, number(entries.links, linkAdded))
  const citations = await attribute(tx, entries.citations, entries.links)
  await insertCitations(tx, at, number(citations, citationAdded))
  await insertStories(tx, at, number(entries.stories, storyAdded))
  changed(
    ...entries.claims.map(({ id }) => ({ claim: id, what: 'added' as const })),
    ...entries.links.map(({ id }) => ({ link: id })),
  )
}

/** Left out, the attribution is `firsthand` in the speaker's own report, else `relay`. */
async function attribute(
  tx: Db,
  citations: readonly UnattributedCitation[],
  links: readonly LinkEntry[],
): Promise<CitationEntry[]> {
  const startOf = new Map(links.map(({ id, from }) => [id, from]))
  const claimOf = ({ of }: UnattributedCitation) =>
    'claim' in of ? of.claim : (startOf.get(of.link) ?? '')
  const open = citations
    .filter(({ attribution }) => attribution === undefined)
    .map((citation) => ({ report: citation.report, claim: claimOf(citation) }))
  const own = await findOwnReports(tx, open)
  return citations.map((citation) => ({
    ...citation,
    attribution:
      citation.attribution ??
      (own.has(`${citation.report} ${claimOf(citation)}`) ? 'firsthand' : 'relay'),
  }))
}
