import type { Context } from 'hono'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { notFound } from '../../domain/errors.ts'
import { isId } from '../../domain/references.ts'
import type { RecordLook } from '../../html/look.ts'
import { objectAddress } from '../../html/addresses.ts'
import type { Place } from '../../html/page/place.tsx'
import { pagePolicy } from '../../html/page/policy.ts'
import { lookOf, placeOf } from '../../html/page/serve-page.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached, renderingList } from '../../http/cache/answer-cached.ts'
import { cacheKey } from '../../http/cache/cache-key.ts'
import { cacheable } from '../../http/cache/cacheable.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Db } from '../../store/database/db.ts'
import { loadEventPage } from '../../views/object-pages/event-page.ts'
import { loadLinkPage } from '../../views/object-pages/link-page.ts'
import { loadReportPage } from '../../views/object-pages/report-page.ts'
import { loadSourcePage } from '../../views/object-pages/source-page.ts'
import { keysOfObjectPage } from '../../views/surrogate-keys.ts'
import { EventPage } from './objects/event.tsx'
import { LinkPage } from './objects/link.tsx'
import { ReportPage } from './objects/report.tsx'
import { SourcePage } from './objects/source.tsx'

/** A page, its lasting name, and what it shows, by surrogate keys. */
interface Made {
  readonly name: string | number
  readonly page: (place: Place) => HtmlEscapedString | Promise<HtmlEscapedString>
  readonly keys: readonly string[]
}

type Folder = Parameters<typeof objectAddress>[1]

/**
 * The pages of sources, reports, links and events. What enters their lists is nothing that was read
 * for them, so any change of the record makes their copies stale.
 */
export function serveObjects(http: Http, { db }: { db: Db }, answerCache: AnswerCache): void {
  serve('sources', async (name, look) => {
    const page = await loadSourcePage(db, name, look.language)
    const { source, said, about } = page
    return {
      name: source.slug,
      page: (place) => <SourcePage page={page} place={place} look={look} />,
      keys: keysOfObjectPage([`source-${source.id}`], [...said.claims, ...about.claims]),
    }
  })
  serve('reports', async (name, look) => {
    const page = await loadReportPage(db, idIn(name), look.language)
    return {
      name: page.report.id,
      page: (place) => <ReportPage page={page} place={place} look={look} />,
      keys: keysOfObjectPage(
        [`report-${page.report.id}`, `source-${page.report.source.id}`],
        page.claims,
      ),
    }
  })
  serve('links', async (name, look) => {
    const page = await loadLinkPage(db, idIn(name), look.language)
    return {
      name: page.link.id,
      page: (place) => <LinkPage page={page} place={place} look={look} />,
      keys: keysOfObjectPage([`link-${page.link.id}`], [page.from]),
    }
  })
  serve('events', async (name, look) => {
    if (!/^[1-9]\d{0,14}$/.test(name)) throw notFound()
    const page = await loadEventPage(db, Number(name), look.language)
    return {
      name: page.event.seq,
      page: (place) => <EventPage page={page} place={place} look={look} />,
      keys: keysOfObjectPage(
        [],
        page.moves.map(({ view }) => view),
      ),
    }
  })

  function serve(folder: Folder, make: (name: string, look: RecordLook) => Promise<Made>): void {
    const answer = async (c: Context<HttpEnv>) => {
      const look = lookOf(c)
      const { language } = look
      const asked = placeOf(c)
      const key = cacheKey(c.req.path, language, asked.isLanguageAsked)
      const render = async () => {
        const { name, page, keys } = await make(c.req.param('name') ?? '', look)
        const place = { ...asked, address: objectAddress(look.publicUrl, folder, name) }
        const body = await html`<!doctype html>${page(place)}`
        return cacheable(String(body), { language, policy: pagePolicy, keys })
      }
      return answerCached(c, answerCache, key, () => renderingList(render))
    }
    const isBySlug = folder === 'sources'
    http.get(
      `/${folder}/:name`,
      withFacts({ readers: 'people', ...(isBySlug && { isBySlug }) }, answer),
    )
  }
}

function idIn(name: string): string {
  if (!isId(name)) throw notFound()
  return name
}
