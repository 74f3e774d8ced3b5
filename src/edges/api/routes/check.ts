import { z } from 'zod'
import { checkDraft } from '../../../drafts/check.ts'
import { draftFormats } from '../../../drafts/reading/draft.ts'
import type { CheckTurns } from '../../../drafts/turns.ts'
import { draftCheckView } from '../../../drafts/view.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { route } from '../../../http/route.ts'
import { draftBodyMax, draftText } from '../shared/draft-body.ts'

const formats = {
  text: 'words without marks; lines that were broken to fit a width are joined',
  markdown: 'Markdown (CommonMark and tables)',
  html: 'a page or a part of one',
  addresses: 'a list of web addresses, one a line',
  bibtex: 'a `.bib` file, of which titles, abstracts, notes and addresses are read',
} as const

const sentDraft = z
  .strictObject({
    text: draftText,
    format: z
      .enum(draftFormats)
      .default('text')
      .meta({
        description: Object.entries(formats)
          .map(([format, words]) => `\`${format}\`: ${words}.`)
          .join(' '),
      }),
  })
  .meta({ id: 'SentDraft' })

/** What the record has on a draft, before it is printed. */
export function checkRoutes(http: Http, turns: CheckTurns): void {
  route(http, {
    method: 'post',
    path: '/v1/check',
    operationId: 'checkDraft',
    tag: 'lookup',
    summary: 'Check a draft against the record',
    description:
      'Lists each sentence that is like claims on record and each address of a report on record, with the claims, where these stand, the first words of the strongest answer, and what is found: `withdrawn-cited`, `corrected-cited`, `answer-missing` (a party has answered, and no sentence has the words of an answer of it, or says beside the claim that the party denies it), `figure-drift` (a figure differs from a comparable one), `quote-not-found` (quoted words are not among the quotes on record, which has only parts of the reports), `hearsay-dropped` (what unnamed sources say is stated) and `only-relay` (all pages that are cited relay one original). Sentences are compared by their words, not by their meaning, so nothing found does not mean that nothing is disputed. What is found is counted over the whole draft; where something is found is listed first. `complete: false` says that the draft was too much for one check. The draft is neither stored nor logged, and no address in it is fetched. A process checks two drafts at once; more are answered 503.',
    body: jsonBody(sentDraft, draftBodyMax),
    localized: true,
    readsRecord: true,
    answers: { 200: { description: 'What the record has.', schema: draftCheckView } },
  }).handle(async ({ db, body, language }) => {
    return { status: 200, body: await turns.run(() => checkDraft(db, body, language)) }
  })
}
