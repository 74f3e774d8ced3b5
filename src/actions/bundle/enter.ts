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
  await insertSources(tx, at, number(writing, entries.sources, sourceAdded))
  await insertReports(tx, at, number(writing, entries.reports, reportAdded))
  await insertClaims(tx, at, number(writing, entries.claims, claimAdded))
  await insertLinks(tx, at, number(writing, targetsFirst(entries.links), linkAdded))
  await enterCitations(writing, entries.citations)
  await insertStories(tx, at, number(writing, entries.stories, storyAdded))
  changed(
    ...entries.claims.map(({ id }) => ({ claim: id, what: 'added' as const })),
    ...entries.links.map(({ id }) => ({ link: id })),
  )
}

/** Returns the number of the last event, 0 when there is nothing to enter. */
export async function enterCitations(
  writing: Writing,
  citations: readonly UnattributedCitation[],
): Promise<number> {
  const { tx, at } = writing
  const numbered = number(writing, await attribute(tx, citations), citationAdded)
  await insertCitations(tx, at, numbered)
  return numbered.at(-1)?.seq ?? 0
}

function number<T>(
  writing: Writing,
  items: readonly T[],
  draft: (item: T) => EventDraft,
): (T & { seq: number })[] {
  return items.map((item) => ({ ...item, seq: writing.record(draft(item)) }))
}

/** So that whoever follows the events never meets a link onto a link it has not seen. */
function targetsFirst(links: readonly LinkEntry[]): LinkEntry[] {
  const byId = new Map(links.map((link) => [link.id, link]))
  const ordered = new Set<LinkEntry>()
  const add = (link: LinkEntry | undefined): void => {
    if (!link || ordered.has(link)) return
    if ('link' in link.to) add(byId.get(link.to.link))
    ordered.add(link)
  }
  for (const link of links) add(link)
  return [...ordered]
}

/** Left out, the attribution is `firsthand` in the speaker's own report, else `relay`. */
async function attribute(
  tx: Db,
  citations: readonly UnattributedCitation[],
): Promise<CitationEntry[]> {
  const own = await findOwnReports(
    tx,
    citations.filter(({ attribution }) => attribution === undefined),
  )
  return citations.map(({ claim, attribution, ...citation }) => ({
    ...citation,
    attribution: attribution ?? (own.has(`${citation.report} ${claim}`) ? 'firsthand' : 'relay'),
  }))
}
