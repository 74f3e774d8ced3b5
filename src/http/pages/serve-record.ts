import { notFound } from '../../domain/errors.ts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { isId } from '../../domain/references.ts'
import type { Db } from '../../store/db.ts'
import { answerDocument, type Keeping } from '../cards/answer.ts'
import { withChoice } from '../cards/choice.ts'
import { linkHeader } from '../cards/discovery.tsx'
import type { RecordLook } from '../cards/document.tsx'
import type { HotCards } from '../cards/hot-cards.ts'
import { pictureForms } from '../cards/picture-forms.ts'
import { loadStoryCard } from '../../views/story-card.ts'
import { keysOfClaims } from '../../views/surrogate-keys.ts'
import type { Http, HttpEnv } from '../env.ts'
import { pageLanguage } from '../language.ts'
import { formFor, type Form } from '../negotiation.ts'
import { safeJson } from '../problems/problem.ts'
import { serveForms, type AnswerWith, type Forms } from '../record-address.ts'
import { loadClaimPage } from '../../views/claim-page.ts'
import { claimDocument } from './claim-document.tsx'
import { askedOfPage } from './claims-query.ts'
import { LatestPage, loadLatest } from './latest.tsx'
import { pagePolicy } from './page.tsx'
import { discoveryOf, renderPage, type RecordDocument } from './record-document.tsx'
import { storyDocument } from './story-document.tsx'

/** What makes the document that an address names. */
type Load = (name: string, look: RecordLook) => Promise<RecordDocument>

/** The addresses of claims and stories, for people and machines alike. */
export function recordPageRoutes(http: Http, { db }: { db: Db }, hotCards: HotCards): void {
  http.get('/claims', async (c) => {
    const look = lookOf(c)
    const asked = askedOfPage(new URL(c.req.url).search)
    const latest = await loadLatest(db, asked, look.language)
    const page = await html`<!doctype html>${LatestPage({ latest, asked, look })}`
    const keys = keysOfClaims(latest.claims)
    return answerDocument(c, String(page), { language: look.language, policy: pagePolicy, keys })
  })
  const claims = formsOf(async (id, look) => {
    if (!isId(id)) throw notFound()
    return claimDocument(await loadClaimPage(db, id, look.language), look)
  })
  const stories = formsOf(async (slug, look) =>
    storyDocument(await loadStoryCard(db, slug, look.language), look),
  )
  serveForms(http, '/claims', new Map([...claims, ...pictureForms({ db }, hotCards)]))
  serveForms(http, '/stories', stories)
}

function formsOf(load: Load): Forms {
  return new Map<string, AnswerWith>([
    ['', (c, name) => answer(c, load, name, formFor(c.req.header('accept')))],
    ['.jsonld', (c, name) => answer(c, load, name, 'jsonLd')],
  ])
}

async function answer(
  c: Context<HttpEnv>,
  load: Load,
  name: string,
  form: Form,
): Promise<Response> {
  const look = lookOf(c)
  const document = await load(name, look)
  const chosen = withChoice(document.preview.address, (parameter) => c.req.query(parameter))
  const discovery = discoveryOf(document, chosen, look)
  const keeping: Keeping = {
    language: look.language,
    vary: 'Accept, Accept-Language',
    keys: document.keys,
    link: linkHeader(discovery),
  }
  if (form === 'jsonLd')
    return answerDocument(c, safeJson(document.jsonLd), { ...keeping, type: 'application/ld+json' })
  if (form === 'json')
    return answerDocument(c, JSON.stringify(document.json), {
      ...keeping,
      type: 'application/json',
    })
  return answerDocument(c, await renderPage(document, discovery, look), {
    ...keeping,
    policy: pagePolicy,
  })
}

function lookOf(c: Context<HttpEnv>): RecordLook {
  return {
    language: pageLanguage(c.req.query('lang'), c.req.header('accept-language')),
    publicUrl: c.get('deps').publicUrl,
    dataLicense: c.get('deps').dataLicense,
    isFramed: false,
  }
}
