import type { CitationEntry, ClaimEntry, LinkEntry } from '../../domain/entries.ts'
import type { EventDraft } from '../../domain/event.ts'
import type { Attribution } from '../../domain/kinds.ts'
import { worldTimeOf } from '../../domain/world-time.ts'
import type { ClaimFacts } from '../../engine/record/partial-facts.ts'
import type { RecordClaim, RecordLink } from '../../engine/record/record.ts'
import {
  citationAdded,
  claimAdded,
  linkAdded,
  reportAdded,
  sourceAdded,
  storyAdded,
} from '../../formats/event-drafts.ts'
import type { Db } from '../../store/database/db.ts'
import { findVoices, insertCitations } from '../../store/citations.ts'
import { insertAbout, insertClaims } from '../../store/claims.ts'
import { indexFigures } from '../../store/figure-keys.ts'
import { findVoid, insertLinks } from '../../store/links.ts'
import { moveReferences } from '../../store/moved-references.ts'
import { findSurvivors } from '../../store/references.ts'
import { recordPointsOf } from '../../store/record-rows.ts'
import { insertReports } from '../../store/reports.ts'
import {
  indexQuotes,
  indexReportTitles,
  indexSourceNames,
  indexStoryNames,
} from '../../store/name-search.ts'
import { indexClaims, indexReports, indexSources } from '../../store/search-index.ts'
import { insertSources } from '../../store/sources.ts'
import { insertStories } from '../../store/stories.ts'
import type { Writing } from '../record/writing.ts'
import { heldClaims, type Touched } from './held-claims.ts'
import { nestingOf, targetsFirst } from './links-onto-links.ts'
import type { Entries, UnattributedCitation } from './new-entries.ts'

/**
 * Enters new objects, each with its event, in dependency order. Events are prepared while the
 * database processes the statements before them, for whose answers nothing waits.
 *
 * @param is.sound objects on record that are known to be neither voided nor merged
 */
export async function enterObjects(
  writing: Writing,
  entries: Entries,
  is: {
    touched: readonly Touched[]
    leadsTo: (id: string) => string
    sound: ReadonlySet<string>
  },
): Promise<void> {
  const { touched, leadsTo, sound } = is
  const { tx, at, deferred, changed, entered, hold } = writing
  requireFlat(writing, entries.links)
  // A program that follows the events must never see a link to a link that it does not know yet.
  const links = targetsFirst(
    entries.links,
    ({ id }) => id,
    ({ to }) => ('link' in to ? to.link : undefined),
  )
  const [voided, citations] = await Promise.all([
    voidFrom(tx, entries.claims, links, sound),
    attribute(tx, entries.citations, { ...entries, leadsTo }),
  ])
  const held = heldClaims(entries, touched)

  const sources = number(writing, entries.sources, sourceAdded)
  await deferred.start(() => insertSources(tx, at, sources))
  deferred.spare(() => indexSources(tx, sources))
  deferred.spare(() => indexSourceNames(tx, sources))
  const reports = number(writing, entries.reports, reportAdded)
  await deferred.start(() => insertReports(tx, at, reports))
  deferred.spare(() => indexReports(tx, reports))
  deferred.spare(() => indexReportTitles(tx, reports))
  const claims = number(writing, entries.claims, claimAdded)
  hold(claims.filter(({ id }) => held.has(id)))
  await deferred.start(() =>
    insertClaims(
      tx,
      at,
      claims.filter(({ id }) => !held.has(id)),
    ),
  )
  await deferred.start(() => insertAbout(tx, claims))
  deferred.spare(() => indexClaims(tx, claims))
  deferred.spare(() => indexFigures(tx, claims))
  const numberedLinks = number(writing, links, linkAdded)
  await deferred.start(() => insertLinks(tx, at, numberedLinks, voided))
  const numberedCitations = number(writing, citations, citationAdded)
  await deferred.start(() => insertCitations(tx, at, numberedCitations))
  deferred.spare(() => indexQuotes(tx, numberedCitations))
  const stories = entries.stories.map((story) => {
    return { ...story, seq: writing.record(...storyAdded(story)) }
  })
  await deferred.start(() => insertStories(tx, at, stories))
  deferred.spare(() => indexStoryNames(tx, entries.stories))
  entered({
    claims: entries.claims.map(recordClaimOf),
    links: links.map((link) => recordLinkOf(link, voided.has(link.id))),
    facts: factsOf(entries.claims, citations),
  })
  changed([
    ...entries.claims.map(({ id }) => ({ claim: id, what: 'added' as const })),
    ...links.map(({ id }) => ({ link: id })),
  ])
}

/** What the rules read of a new claim and a new link. */
function recordClaimOf({ id, kind, speaker, about, assertedAt, points }: ClaimEntry): RecordClaim {
  return {
    id,
    kind,
    speaker,
    about,
    assertedAt: worldTimeOf(assertedAt),
    withdrawn: false,
    voided: false,
    points: recordPointsOf(points),
  }
}

function recordLinkOf(entry: LinkEntry, voided: boolean): RecordLink {
  const { id, relation, from, to, change, response, meets, aspect } = entry
  return { id, relation, from, to, change, response, meets, aspect, ended: false, voided }
}

/** What badges show about new claims. A rating belongs to the speaker of its claim. */
function factsOf(
  claims: readonly ClaimEntry[],
  citations: readonly CitationEntry[],
): readonly ClaimFacts[] {
  const citing = Map.groupBy(citations, ({ of }) => ('claim' in of ? of.claim : ''))
  return claims
    .filter(({ rating }) => rating === null)
    .map(({ id }) => {
      const attributions = citing.get(id)?.map(({ attribution }) => attribution) ?? []
      return { claim: id, attributions, isRating: false, lastStatus: null }
    })
}

/**
 * Enters citations of existing objects; a citation of a merged report is read as one of the
 * survivor.
 *
 * @returns the number of the last event, 0 if there is nothing to enter
 */
export async function enterCitations(
  writing: Writing,
  citations: readonly UnattributedCitation[],
): Promise<number> {
  const { tx, at } = writing
  const attributed = await attribute(tx, citations, nothingNew)
  const numbered = number(writing, attributed, citationAdded)
  await insertCitations(tx, at, numbered)
  await indexQuotes(tx, numbered)
  const reports = [...new Set(numbered.map(({ report }) => report))]
  for (const [from, survivor] of await findSurvivors(tx, 'report', reports))
    if (survivor !== from) await moveReferences(tx, 'report', { from, survivor })
  return numbered.at(-1)?.seq ?? 0
}

function number<T>(
  writing: Writing,
  items: readonly T[],
  draft: (item: T) => EventDraft,
): (T & { seq: number })[] {
  return items.map((item) => {
    const seq = writing.record(draft(item))
    return { ...item, seq, ...(writing.startOf && { since: writing.startOf(seq) }) }
  })
}

/** Each link onto another is stored beside everything that lies below it. */
function requireFlat({ meter }: Writing, links: readonly LinkEntry[]): void {
  const { depths } = nestingOf(
    new Map(links.flatMap(({ id, to }) => ('link' in to ? [[id, to.link] as const] : []))),
  )
  meter.rewires(depths.values().reduce((sum, depth) => sum + depth, 0))
}

/** A new link from or to something voided earlier has no effect, just like an older link. */
async function voidFrom(
  tx: Db,
  claims: readonly ClaimEntry[],
  links: readonly LinkEntry[],
  sound: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const added = new Set([...claims, ...links].map(({ id }) => id))
  const ends = new Set(links.flatMap(({ from, to }) => [from, 'claim' in to ? to.claim : to.link]))
  const voided = await findVoid(tx, [...ends.difference(added).difference(sound)])
  for (const { id, from, to } of links)
    if (voided.has(from) || voided.has('claim' in to ? to.claim : to.link)) voided.add(id)
  return voided
}

type New = Pick<Entries, 'reports' | 'claims'> & { readonly leadsTo: (id: string) => string }
const nothingNew: New = { reports: [], claims: [], leadsTo: (id) => id }

/**
 * The default attribution: `firsthand` in the speaker's own report, `unnamed_source` if nobody
 * names the speaker, otherwise `relay`.
 */
async function attribute(
  tx: Db,
  citations: readonly UnattributedCitation[],
  { reports, claims, leadsTo }: New,
): Promise<CitationEntry[]> {
  const added = new Map([
    ...reports.map(({ id, source }) => [id, leadsTo(source)] as const),
    ...claims.map(({ id, speaker }) => [id, speaker === null ? null : leadsTo(speaker)] as const),
  ])
  const open = citations.filter(({ attribution }) => attribution === undefined)
  const found = await findVoices(tx, {
    reports: [...new Set(open.map(({ report }) => report))].filter((id) => !added.has(id)),
    claims: [...new Set(open.map(({ claim }) => claim))].filter((id) => !added.has(id)),
  })
  const voiceOf = (id: string) => (added.has(id) ? added.get(id) : found.get(id))
  const attributionOf = ({ claim, report }: UnattributedCitation): Attribution => {
    const voice = voiceOf(claim)
    if (voice === null) return 'unnamed_source'
    return voiceOf(report) === voice ? 'firsthand' : 'relay'
  }
  return citations.map((entry) => {
    const { claim: _, attribution = attributionOf(entry), ...citation } = entry
    return { ...citation, attribution }
  })
}
