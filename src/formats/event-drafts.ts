import type { Noun } from '../domain/nouns.ts'
import type {
  CitationEntry,
  ClaimEntry,
  LinkEntry,
  ReportEntry,
  SourceEntry,
  StoryEntry,
} from '../domain/entries.ts'
import type { EventDraft } from '../domain/event.ts'
import type { MergeEntry } from '../domain/merge.ts'
import { pointShape, wordsOfPoints } from '../domain/points.ts'
import { isReservedSlug, type NewRedaction } from '../domain/redaction.ts'
import { isAnswering } from '../domain/response.ts'
import type { EndingNoun } from './bundle.ts'

type Texts = Readonly<Record<string, string | null | undefined>>

/** The content of each kind of event: facts and, separately, words. */

export function sourceAdded({
  id,
  kind,
  wikidataId,
  affiliations,
  ...source
}: SourceEntry): EventDraft {
  return {
    kind: 'source.added',
    object: id,
    facts: { kind, affiliations, nameLangs: source.names.map(({ lang }) => lang) },
    words: words({
      '/slug': slugWords(source.slug),
      '/name': source.name,
      '/url': source.url,
      '/wikidataId': wikidataId,
      ...each('/names', source.names, '/name', ({ name }) => name),
      ...each('/aliases', source.aliases, '', (alias) => alias),
    }),
  }
}

export function reportAdded({
  id,
  title,
  url,
  archiveUrl,
  license,
  length,
  ...facts
}: ReportEntry): EventDraft {
  return {
    kind: 'report.added',
    object: id,
    facts: { ...facts, ...(length !== null && { length }) },
    words: words({
      '/title': title,
      '/url': url,
      '/archiveUrl': archiveUrl,
      '/license': license,
    }),
  }
}

export function claimAdded({
  id,
  text,
  texts,
  points,
  figure,
  rating,
  ...facts
}: ClaimEntry): EventDraft {
  const { metric, unit, baseline, period, scope, low, high, ...shape } = figure ?? {}
  return {
    kind: 'claim.added',
    object: id,
    facts: {
      ...facts,
      translations: texts.map(({ lang, by }) => ({ lang, by })),
      ...(points.length > 0 && { points: points.map(pointShape) }),
      figure: figure && shape,
    },
    words: words({
      '/text': text,
      '/rating': rating,
      ...each('/texts', texts, '/text', ({ text }) => text),
      ...wordsOfPoints(points),
      '/figure/metric': metric,
      '/figure/unit': unit,
      '/figure/baseline': baseline,
      '/figure/period': period,
      '/figure/scope': scope,
      '/figure/low': low,
      '/figure/high': high,
    }),
  }
}

export function citationAdded({
  id,
  of,
  position,
  report,
  attribution,
  endingSeq: _,
  ...texts
}: CitationEntry): EventDraft {
  return {
    kind: 'citation.added',
    object: id,
    facts: { of, position, report, attribution },
    words: words({
      '/quote': texts.quote,
      '/prefix': texts.prefix,
      '/suffix': texts.suffix,
      '/locator': texts.locator,
    }),
  }
}

export function linkAdded({ id, note, change, response, meets, ...facts }: LinkEntry): EventDraft {
  return {
    kind: 'link.added',
    object: id,
    facts: {
      ...facts,
      ...(facts.relation === 'supersedes' && { change }),
      ...(isAnswering(facts.relation) && { response, meets }),
    },
    words: words({ '/note': note }),
  }
}

/** How many claim ids fit into an event of bounded size, beside the other facts of a story. */
const claimsOfEventMax = 1_000

/**
 * A story with very many claims takes several events: the first has its words, and each has the
 * next claims, in order, and the number of its part.
 */
export function storyAdded(story: StoryEntry): readonly [EventDraft, ...EventDraft[]] {
  const { id, slug, title, titles, claims } = story
  const parts = Math.max(1, Math.ceil(claims.length / claimsOfEventMax))
  const part = (at: number, facts: EventDraft['facts'], texts: Texts): EventDraft => ({
    kind: 'story.added',
    object: id,
    facts: {
      ...facts,
      claims: claims.slice(at * claimsOfEventMax, (at + 1) * claimsOfEventMax),
      ...(parts > 1 && { part: at + 1, parts }),
    },
    words: words(texts),
  })
  const first = part(
    0,
    { titleLangs: titles.map(({ lang }) => lang) },
    {
      '/slug': slugWords(slug),
      '/title': title,
      ...each('/titles', titles, '/title', ({ title }) => title),
    },
  )
  return [first, ...Array.from({ length: parts - 1 }, (_, at) => part(at + 1, {}, {}))]
}

/** New content under an existing id; the earlier content stays in its own event. */
export function amended(draft: EventDraft, type: Exclude<Noun, 'citation'>): EventDraft {
  return { ...draft, kind: `${type}.amended` }
}

export type EndingKind = 'claim.withdrawn' | 'link.ended' | `${Noun | EndingNoun}.voided`

/**
 * The end of a life: a withdrawal or an end (both with a date of the world), or a void. The void of
 * a withdrawal or an end belongs to the claim or link that lives on.
 */
export function lifeEnded(
  kind: EndingKind,
  { object, at, reason }: { object: string; at?: string | undefined; reason: string | null },
): EventDraft {
  return {
    kind,
    object,
    facts: at === undefined ? {} : { at },
    words: words({ '/reason': reason }),
  }
}

/** Two entries were found to be the same thing. An event of the one that redirects from now on. */
export function merged({ id, noun, from, into, reason }: MergeEntry): EventDraft {
  return {
    kind: `${noun}.merged`,
    object: from,
    facts: { merge: id, into },
    words: words({ '/reason': reason }),
  }
}

/** They were found not to be the same after all. */
export function unmerged(
  { id, from }: Pick<MergeEntry, 'id' | 'from'>,
  reason: string | null,
): EventDraft {
  return {
    kind: 'merge.voided',
    object: from,
    facts: { merge: id },
    words: words({ '/reason': reason }),
  }
}

/** Words were removed; only the public statement is text. */
export function redacted(
  type: Noun,
  object: string,
  { ground, statement }: NewRedaction,
): EventDraft {
  return {
    kind: `${type}.redacted`,
    object,
    facts: { ground },
    words: words({ '/statement': statement }),
  }
}

/** A slug consists of words, except the one that replaces removed words. */
function slugWords(slug: string): string | null {
  return isReservedSlug(slug) ? null : slug
}

function each<T>(
  path: string,
  items: readonly T[],
  field: string,
  textOf: (item: T) => string,
): Texts {
  return Object.fromEntries(items.map((item, index) => [`${path}/${index}${field}`, textOf(item)]))
}

function words(texts: Texts): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
  )
}
