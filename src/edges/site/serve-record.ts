import { notFound } from '../../domain/errors.ts'
import { z } from 'zod'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import type { AnswerCache } from '../../http/cache/answer-cache.ts'
import { answerCached, rendering, renderingList } from '../../http/cache/answer-cached.ts'
import { cacheKey } from '../../http/cache/cache-key.ts'
import { answerCacheable, cacheable, type CacheOptions } from '../../http/cache/cacheable.ts'
import type { Cacheable } from '../../http/contract/cached-answers.ts'
import { cardParameters, choiceOf, withChoice } from '../../html/choice.ts'
import { linkHeader } from './discovery.tsx'
import type { RecordLook } from '../../html/look.ts'
import { boxesMax, loadStoryPage } from '../../views/story-page/load.ts'
import { loadStoryCard } from '../../views/story-card.ts'
import { keysOfHome } from '../../views/surrogate-keys.ts'
import { withFacts } from '../../http/contract/facts.ts'
import type { Http, HttpEnv } from '../../http/contract/env.ts'
import { formFor, type Form } from '../../http/request/negotiation.ts'
import { safeJson } from '../../http/problems/problem.ts'
import { serveForms, type AnswerWith, type Forms } from '../../http/forms.ts'
import { loadClaimPage } from '../../views/claim-page.ts'
import { loadHome } from '../../views/home.ts'
import { claimDocument } from './claim-document.tsx'
import { HomePage } from './home.tsx'
import { lookOf, placeOf } from '../../html/page/serve-page.ts'
import { asOfParameter } from '../../queries/as-of.ts'
import { badQuery } from '../../queries/bad-query.ts'
import { parse } from '../../formats/faults.ts'
import type { AskedMoment } from '../../store/as-of.ts'
import { loadPastClaim } from './past-claim.ts'
import {
  citationFormats,
  citationForms,
  citationIn,
  isCitationForm,
  type CitationForm,
} from '../../formats/claim-citation.ts'
import { pagePolicy } from '../../html/page/policy.ts'
import { discoveryOf, renderPage, type RecordDocument } from './record-document.tsx'
import { storyDocument, storyPageDocument } from './story-document.tsx'

/** What the client prefers, or what the extension of the address says. */
type ServedForm = Form | '.jsonld' | CitationForm

/** Loads the document of an address. */
type Load = (db: Db, name: string, look: RecordLook, asked: AskedPage) => Promise<RecordDocument>

interface AskedPage {
  readonly form: ServedForm
  /** When the reader may have seen it. */
  readonly since: string | undefined
  /** The moment of the past that is asked for. */
  readonly asOf?: AskedMoment | undefined
  /** How many claims the map of a story draws at most. */
  readonly boxes: number
}

/** The addresses of claims and stories, for people and programs alike. */
export function recordPageRoutes(
  http: Http,
  { db }: { db: Db },
  {
    pictures,
    answerCache,
  }: {
    readonly pictures: { readonly claims: Forms; readonly stories: Forms }
    readonly answerCache: AnswerCache
  },
): void {
  const homePage = async (c: Context<HttpEnv>) => {
    const look = lookOf(c)
    const { language } = look
    const place = placeOf(c)
    const render = async () => {
      const home = await loadHome(db, language)
      const page = await html`<!doctype html>${HomePage({ home, place, look })}`
      return cacheable(String(page), { language, policy: pagePolicy, keys: keysOfHome(home) })
    }
    const key = cacheKey(c.req.path, language, place.isLanguageAsked)
    return answerCached(c, answerCache, key, () => renderingList(render))
  }
  http.get('/', withFacts({ readers: 'people' }, homePage))
  const claims = formsOf(
    async (db, id, look, { form, since, asOf }) => {
      if (!isId(id)) throw notFound()
      if (asOf) return claimDocument(await loadPastClaim(db, id, look.language, asOf), look)
      const choice = { isForPeople: form === 'html', since }
      return claimDocument(await loadClaimPage(db, id, look.language, choice), look)
    },
    ['.jsonld', ...citationForms],
  )
  const stories = formsOf(
    async (db, slug, look, { form, boxes }) =>
      form === 'html'
        ? storyPageDocument(await loadStoryPage(db, slug, look.language, boxes), look)
        : storyDocument(await loadStoryCard(db, slug, look.language), look),
    ['.jsonld'],
  )
  serveForms(http, '/claims', new Map([...claims, ...pictures.claims]))
  serveForms(http, '/stories', new Map([...stories, ...pictures.stories]), { isBySlug: true })

  function formsOf(load: Load, extensions: readonly ServedForm[]): Forms {
    const hasPast = extensions.length > 1
    const answer = async (c: Context<HttpEnv>, name: string, form: ServedForm) => {
      const asOf = hasPast ? readAsOf(c) : undefined
      const make = async (db: Db) =>
        inForm(
          c,
          await load(db, name, lookOf(c), { form, since: sinceIn(c), asOf, boxes: boxesIn(c) }),
          form,
        )
      // Few ask for the same moment, and until today has ended it is not settled.
      if (asOf) return answerCacheable(c, await make(db))
      return answerCached(c, answerCache, keyOf(c, form), () => rendering(db, make))
    }
    return new Map<string, AnswerWith>([
      ['', (c, name) => answer(c, name, formFor(c.req.header('accept')))],
      ...extensions.map((form): [string, AnswerWith] => [form, (c, name) => answer(c, name, form)]),
    ])
  }
}

function sinceIn(c: Context<HttpEnv>): string | undefined {
  return choiceOf((parameter) => c.req.query(parameter)).since
}

/** `?map=all` asks for a larger map. */
function boxesIn(c: Context<HttpEnv>): number {
  return c.req.query('map') === 'all' ? boxesMax.all : boxesMax.first
}

/** @throws {DomainError} `bad-query` */
function readAsOf(c: Context<HttpEnv>): AskedMoment | undefined {
  const sent = c.req.query('asOf')
  if (sent === undefined || sent === '') return undefined
  const parsed = parse(z.object({ asOf: asOfParameter }), { asOf: sent })
  if (parsed.faults) throw badQuery(parsed.faults)
  return parsed.value.asOf
}

/** Pages that differ only by other parameters of their addresses are the same. */
function keyOf(c: Context<HttpEnv>, form: ServedForm): string {
  const chosen = cardParameters.map((parameter) => c.req.query(parameter))
  return cacheKey(c.req.path, form, lookOf(c).language, chosen, boxesIn(c))
}

async function inForm(
  c: Context<HttpEnv>,
  document: RecordDocument,
  form: ServedForm,
): Promise<Cacheable> {
  const look = lookOf(c)
  const chosen = withChoice(document.preview.address, (parameter) => c.req.query(parameter))
  const place = { ...placeOf(c), address: document.preview.address }
  const discovery = discoveryOf(document, chosen, place, look)
  const options: CacheOptions = {
    language: look.language,
    vary: 'Accept, Accept-Language',
    keys: document.keys,
    link: linkHeader(discovery),
  }
  if (document.cited !== undefined && isCitationForm(form))
    return cacheable(citationIn(form, document.cited), {
      ...options,
      type: citationFormats[form].type,
    })
  if (form === 'jsonLd' || form === '.jsonld')
    return cacheable(safeJson(document.jsonLd), { ...options, type: 'application/ld+json' })
  if (form === 'json')
    return cacheable(JSON.stringify(document.json), { ...options, type: 'application/json' })
  if (form === 'text' && document.text !== undefined)
    return cacheable(document.text, { ...options, type: 'text/plain; charset=utf-8' })
  const page = await renderPage(document, discovery, place, look)
  return cacheable(page, { ...options, policy: pagePolicy })
}
