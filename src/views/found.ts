import { z } from 'zod'
import { hitsIn } from '../domain/search/hits.ts'
import type { SearchTerm } from '../domain/search/terms.ts'
import { id } from '../domain/references.ts'
import { citationView, viewCitation } from './citation.ts'
import { claimView, type ClaimView } from './claim.ts'
import { reportView, sourceView } from './objects.ts'
import type { QuoteRow } from '../store/finds/quotes.ts'

const hitsField = {
  hits: z
    .array(
      z.object({
        field: z.string().meta({ description: 'A JSON Pointer into the object: `/texts/0/text`.' }),
        start: z.int(),
        end: z.int(),
      }),
    )
    .meta({
      description:
        'Where the words stand, in UTF-16 code units of the field. A claim that is found by its speaker or by whom it is about may have none.',
    }),
}

export const foundClaimView = z
  .object({ claim: claimView, ...hitsField })
  .meta({ id: 'FoundClaim' })

export const foundQuoteView = z
  .object({
    citation: citationView,
    of: z
      .union([z.object({ claim: id }), z.object({ link: id })])
      .meta({ description: 'What it is evidence of.' }),
    claim: claimView.meta({
      description: 'The claim that it is evidence of, or from which the link starts.',
    }),
    ...hitsField,
  })
  .meta({ id: 'FoundQuote' })

export const foundReportView = z
  .object({ report: reportView, ...hitsField })
  .meta({ id: 'FoundReport' })
export const foundSourceView = z
  .object({ source: sourceView, ...hitsField })
  .meta({ id: 'FoundSource' })

type Terms = readonly SearchTerm[]

export function viewFoundClaim(claim: ClaimView, terms: Terms) {
  const texts = claim.texts.map(({ text }, index) => [`/texts/${index}/text`, text] as const)
  return { claim, hits: hitsOf([['/text', claim.text], ...texts], terms) }
}

export function viewFoundQuote({ citation, link }: QuoteRow, claim: ClaimView, terms: Terms) {
  const shown = viewCitation(citation)
  return {
    citation: shown,
    of: link === null ? { claim: claim.id } : { link },
    claim,
    hits: hitsOf([['/quote', shown.quote]], terms),
  }
}

export function viewFoundReport(report: z.output<typeof reportView>, terms: Terms) {
  return { report, hits: hitsOf([['/title', report.title]], terms) }
}

export function viewFoundSource(source: z.output<typeof sourceView>, terms: Terms) {
  const names = source.names.map(({ name }, index) => [`/names/${index}/name`, name] as const)
  const aliases = source.aliases.map((alias, index) => [`/aliases/${index}`, alias] as const)
  return { source, hits: hitsOf([['/name', source.name], ...names, ...aliases], terms) }
}

function hitsOf(fields: readonly (readonly [field: string, text: string | null])[], terms: Terms) {
  return fields.flatMap(([field, text]) =>
    hitsIn(text ?? '', terms).map(({ start, end }) => ({ field, start, end })),
  )
}
