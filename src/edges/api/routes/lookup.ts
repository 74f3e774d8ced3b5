import { z } from 'zod'
import { pageAddress } from '../../../domain/page-address.ts'
import { wordsAmong } from '../../../domain/search/overlap.ts'
import { webAddress } from '../../../domain/url.ts'
import { joinLines } from '../../../drafts/reading/wrapped.ts'
import type { CheckTurns } from '../../../drafts/turns.ts'
import { findClaimsLike } from '../../../store/alike.ts'
import { listClaims, isFull, positionOf } from '../../../store/claim-list.ts'
import { loadClaimRows } from '../../../store/claim-rows.ts'
import { findReportsAt } from '../../../store/search.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { newestClaimPosition } from '../../../queries/parameters.ts'
import { presentClaims } from '../../../views/present-claims.ts'
import { route } from '../../../http/route.ts'
import { claimView } from '../../../views/claim.ts'
import { draftBodyMax, draftText } from '../shared/draft-body.ts'

const draft = z.strictObject({ text: draftText }).meta({ id: 'Draft' })

const likeClaimView = z
  .object({
    claim: claimView,
    score: z.number().meta({
      description:
        'From 0 to 1: how much the sentence and the claim have in common, by words, rare ones more than common ones.',
    }),
    sentence: z
      .object({ start: z.int(), end: z.int() })
      .meta({ description: 'The sentence of the text, in UTF-16 code units.' }),
    words: z
      .array(z.string())
      .meta({ description: 'The words of the sentence that the claim has, too.' }),
  })
  .meta({ id: 'LikeClaim' })

/** "Is this disputed?" */
export function lookupRoutes(http: Http, turns: CheckTurns): void {
  route(http, {
    method: 'get',
    path: '/v1/lookup',
    operationId: 'lookUpPage',
    tag: 'lookup',
    summary: 'List the claims cited from a page',
    description:
      'The page may be a report or an archived copy of one. Addresses count as the same if they differ only in scheme, `www.`, mobile forms (`m.`, `amp.`, `/amp`), escaping, tracking parameters (`utm_…`, `fbclid` and the like), the order of other parameters, places in the page, or an archive around them. Articles on Naver, Daum, YouTube or X are identified by their number. Newest first.',
    query: z.object({ url: webAddress }),
    page: newestClaimPosition,
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'A page of claims.', schema: listOf(claimView) } },
  }).handle(async ({ db, query, page, language }) => {
    const report = await findReportsAt(db, pageAddress(query.url))
    const rows = await listClaims(
      db,
      { report },
      { sort: 'newest', after: page.after, limit: page.limit + 1 },
      language,
    )
    const body = page.close(
      await presentClaims(db, rows, language),
      ({ row }) => positionOf(row, 'newest'),
      ({ view }) => view,
      isFull(rows),
    )
    return { status: 200, body }
  })

  route(http, {
    method: 'post',
    path: '/v1/lookup',
    operationId: 'lookUpText',
    tag: 'lookup',
    summary: 'List the claims most like a text',
    description:
      'At most 20 claims that share words with a sentence of a text, such as a draft, each with the sentence that is most like it. First come those whose shared words say most; of claims with the same words, those that were answered or taken back. Similarity is one of words, not of meaning. The text is neither stored nor logged. A process compares two texts or drafts at once; more are answered 503.',
    body: jsonBody(draft, draftBodyMax),
    localized: true,
    readsRecord: true,
    answers: {
      200: { description: 'The claims; there is no further page.', schema: listOf(likeClaimView) },
    },
  }).handle(async ({ db, body, language }) => {
    const like = await turns.run(() => findClaimsLike(db, joinLines(body.text)))
    const ids = like.map(({ claim }) => claim)
    const presented = await presentClaims(db, await loadClaimRows(db, ids, language), language)
    const views = new Map(presented.map(({ view }) => [view.id, view]))
    const items = like.flatMap(({ claim, sentence, score, shared }) => {
      const view = views.get(claim)
      const { start, end, text } = sentence
      const words = wordsAmong(text, shared)
      return view ? [{ claim: view, score, sentence: { start, end }, words }] : []
    })
    return { status: 200, body: { items, next: null } }
  })
}
