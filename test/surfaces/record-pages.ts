import { z } from 'zod'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { bareFaults, standingFaults } from './check.ts'
import type { KnownClaim, KnownStory } from './claims.ts'
import { pointFaults } from './points.ts'
import { readHtml, textOf } from './read-html.ts'

/** A page or an answer that shows several claims, each by its address or its id. */
interface RecordPage {
  /** What it is a page of. */
  readonly kind: string
  readonly name: string
  readonly path: string
  readonly accept: string
  /** A draft, if it is checked. */
  readonly draft?: string
}

/** What is said of a claim somewhere: words that stand alone, or its standing. */
interface Place {
  readonly id: string
  readonly alone?: string
  readonly standing?: { readonly label: string; readonly mark: string }
}

/** The pages of what belongs to a story, what finds its claims, and a draft with their words. */
export function recordPages(
  { slug, places, searched }: KnownStory,
  lang: DisplayLanguage,
): readonly RecordPage[] {
  const html = { accept: 'text/html' }
  const words = encodeURIComponent(searched[lang])
  const lists = ['leftOpen=true', 'sort=changed', 'group=open', `q=${words}`]
  return [
    ...places.map((path) => ({
      kind: path.split('/')[1] ?? '',
      name: path,
      path: `${path}?lang=${lang}`,
      ...html,
    })),
    ...lists.map((query) => ({
      kind: 'list',
      name: `list ${query}`,
      path: `/claims?story=${slug}&lang=${lang}&${query}`,
      ...html,
    })),
    {
      kind: 'search',
      name: 'search',
      path: `/v1/search?q=${words}&lang=${lang}`,
      accept: 'application/json',
    },
    {
      kind: 'draft',
      name: 'draft',
      path: `/check?lang=${lang}`,
      draft: `${searched[lang]}.`,
      ...html,
    },
  ]
}

/**
 * What a page says of the claims of a story beyond the record, and in how many places it shows them.
 */
export async function readRecordPage(
  origin: string,
  page: RecordPage,
  story: KnownStory,
  lang: DisplayLanguage,
): Promise<{ readonly faults: readonly string[]; readonly places: number }> {
  const { path, accept, draft } = page
  const answer = await fetch(origin + path, {
    headers: { accept },
    ...(draft !== undefined && { method: 'POST', body: new URLSearchParams({ text: draft }) }),
  })
  const text = await answer.text()
  if (answer.status !== 200) return { faults: [`answers ${answer.status}`], places: 0 }
  const isHtml = accept === 'text/html'
  const placed = isHtml ? placesIn(text) : placesOf(JSON.parse(text))
  const known = new Map(story.claims.map((claim) => [claim.id, claim]))
  return {
    faults: [
      ...placed.flatMap((place) => faultsAt(place, known.get(place.id), lang)),
      ...(isHtml ? pointFaults(readHtml(text).text, lang) : []),
    ],
    places: placed.filter(({ id }) => known.has(id)).length,
  }
}

function faultsAt(
  { alone, standing }: Place,
  claim: KnownClaim | undefined,
  lang: DisplayLanguage,
): readonly string[] {
  if (!claim) return []
  return [
    ...(alone === undefined ? [] : bareFaults(claim, [alone], lang)),
    ...(standing && claim.status !== 'removed' ? standingFaults(claim, standing, lang) : []),
  ]
}

/** A standing on a page is that of the claim whose link comes before it. */
function placesIn(html: string): readonly Place[] {
  const found: Place[] = []
  let id = ''
  const parts =
    /<a\b[^>]*href="[^"]*\/claims\/([0-9a-f-]{36})[^"]*"[^>]*>(.*?)<\/a>|<span class="status">.*?<\/span>/gs
  for (const [part, claim, words] of html.matchAll(parts)) {
    if (claim !== undefined) {
      id = claim
      found.push({ id, alone: textOf(words ?? '') })
    } else {
      const [standing] = readHtml(part).standings
      if (standing) found.push({ id, standing })
    }
  }
  return found
}

const shown = z.looseObject({
  id: z.string(),
  title: z.string(),
  statusLabel: z.string(),
  standing: z.object({ shape: z.string(), colour: z.string() }),
})

function placesOf(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(placesOf)
  const { success, data } = shown.safeParse(value)
  if (!success) return inside
  const { id, title, statusLabel, standing } = data
  const mark = `${standing.shape} ${standing.colour}`
  return [{ id, alone: title }, { id, standing: { label: statusLabel, mark } }, ...inside]
}
