import { z } from 'zod'
import { pointId } from '../domain/points.ts'
import { arguendo, aspect, change, fit, label, relation, response } from '../domain/vocabulary.ts'
import { affiliationRelations, reportKinds, sourceKinds } from '../domain/kinds.ts'
import { quotedShare } from '../domain/quoted-share.ts'
import { id, slug } from '../domain/references.ts'
import { listAt, wordAt } from '../domain/words.ts'
import type { LinkRow } from '../store/link-rows.ts'
import type { ReportRow } from '../store/report-rows.ts'
import type { SourceRow } from '../store/source-rows.ts'
import { citationsSeq, citationView, viewCitation } from './citation.ts'
import {
  objectFields,
  removableText,
  sourceRefView,
  viewObject,
  viewSourceRef,
  worldDateView,
} from './common.ts'

export const sourceView = z
  .object({
    ...objectFields,
    slug,
    kind: z.enum(sourceKinds),
    name: removableText,
    names: z.array(z.object({ lang: z.string(), name: z.string() })),
    aliases: z.array(z.string()),
    url: z.string().nullable(),
    wikidataId: z.string().nullable(),
    affiliations: z.array(
      z.object({
        relation: z.enum(affiliationRelations),
        source: sourceRefView,
        from: worldDateView.nullable(),
        to: worldDateView.nullable(),
      }),
    ),
  })
  .meta({ id: 'Source' })

export function viewSource(row: SourceRow): z.output<typeof sourceView> {
  return {
    ...viewObject(row),
    slug: row.slug,
    kind: row.kind,
    name: row.words['/name'] ?? null,
    names: row.redaction
      ? []
      : row.nameLangs.map((lang, index) => ({
          lang,
          name: wordAt(row.words, `/names/${index}/name`),
        })),
    aliases: listAt(row.words, '/aliases'),
    url: row.words['/url'] ?? null,
    wikidataId: row.wikidataId,
    affiliations: row.affiliations.map(({ source, ...affiliation }) => ({
      ...affiliation,
      source: viewSourceRef(source),
    })),
  }
}

export function sourceSeq(row: SourceRow): number {
  return Math.max(
    row.seq,
    row.shownSeq,
    row.redaction?.seq ?? 0,
    ...row.affiliations.map(({ source }) => source.seq),
  )
}

export const reportView = z
  .object({
    ...objectFields,
    source: sourceRefView,
    kind: z.enum(reportKinds),
    url: z.string().nullable(),
    archiveUrl: z.string().nullable(),
    accessedAt: worldDateView.nullable(),
    title: removableText,
    lang: z.string(),
    publishedAt: worldDateView.nullable(),
    length: z.int().nullable().meta({
      description: 'How many characters its text has; null if unknown.',
    }),
    license: z.string().nullable().meta({
      description: 'What permits quoting more than 30 % of it; null if nothing is noted.',
    }),
    counts: z
      .object({
        claims: z.int(),
        answered: z.int(),
        quotedShare: z.number().min(0).max(1).nullable().meta({
          description:
            'How much of it the quotes on record cover, to a tenth of a percent: a passage that several quotes have counts once, and what was voided or redacted does not count. null if its length is unknown.',
        }),
      })
      .meta({
        description:
          'Claims cited from it, and those that somebody answers: by rebutting one or a restatement of it, by undercutting or by qualifying it.',
      }),
  })
  .meta({ id: 'Report' })

export function viewReport(row: ReportRow): z.output<typeof reportView> {
  return {
    ...viewObject(row),
    source: viewSourceRef(row.source),
    kind: row.kind,
    url: row.words['/url'] ?? null,
    archiveUrl: row.words['/archiveUrl'] ?? null,
    accessedAt: row.accessedAt,
    title: row.words['/title'] ?? null,
    lang: row.lang,
    publishedAt: row.publishedAt,
    length: row.length,
    license: row.words['/license'] ?? null,
    counts: { claims: row.claims, answered: row.answered, quotedShare: shareOf(row) },
  }
}

function shareOf({ length, quoted }: ReportRow): number | null {
  return length === null || quoted === null ? null : quotedShare({ quoted, length })
}

export function reportSeq(row: ReportRow): number {
  const { seq, shownSeq, source, claimsSeq } = row
  return Math.max(seq, shownSeq, row.redaction?.seq ?? 0, source.seq, claimsSeq)
}

export const linkView = z
  .object({
    ...objectFields,
    relation,
    from: id,
    to: z.union([z.object({ claim: id }), z.object({ link: id })]),
    aspect: aspect.nullable(),
    arguendo,
    response: response.nullable().meta({
      description: 'What an answer says. null for what only adds context, and for other relations.',
    }),
    meets: z
      .array(pointId)
      .meta({ description: 'The points of the answered claim that it meets.' }),
    fit: fit.nullable().meta({
      description: 'What the answer of a party touches (docs/answers.md); null for other links.',
    }),
    change: change.nullable().meta({ description: 'Of a link that supersedes; otherwise null.' }),
    note: z.string().nullable(),
    citations: z.array(citationView),
    label: label.nullable().meta({
      description: 'For a link that can be undercut and is not voided; otherwise null.',
    }),
    endedAt: worldDateView.nullable(),
    endedBy: z.enum(['author', 'concession']).nullable().meta({
      description:
        'concession: the claim that it starts at gave it up by a concession; the link itself stays live.',
    }),
    end: z
      .object({ citations: z.array(citationView) })
      .nullable()
      .meta({ description: 'For a link that its author dropped: where its author did so.' }),
    uncited: z.boolean().meta({
      description: 'A concession without a citation on record.',
    }),
  })
  .meta({ id: 'Link' })
export type LinkView = z.output<typeof linkView>

export function viewLink(row: LinkRow): LinkView {
  return {
    ...viewObject(row),
    relation: row.relation,
    from: row.from,
    to: viewTarget(row),
    aspect: row.aspect,
    arguendo: row.arguendo,
    response: row.response,
    meets: [...row.meets],
    fit: row.fit,
    change: row.change,
    note: row.words['/note'] ?? null,
    citations: row.citations.map(viewCitation),
    label: row.label,
    endedAt: row.endedAt,
    endedBy: viewEnding(row),
    end: row.endedAt === null ? null : { citations: row.endCitations.map(viewCitation) },
    uncited: row.isUncited,
  }
}

export function viewTarget({
  toClaim,
  toLink,
}: Pick<LinkRow, 'toClaim' | 'toLink'>): LinkView['to'] {
  return toLink === null ? { claim: toClaim ?? '' } : { link: toLink }
}

export function viewEnding({
  endedAt,
  isConceded,
}: Pick<LinkRow, 'endedAt' | 'isConceded'>): LinkView['endedBy'] {
  if (endedAt !== null) return 'author'
  return isConceded ? 'concession' : null
}

export function linkSeq(row: LinkRow): number {
  return Math.max(row.shownSeq, citationsSeq([...row.citations, ...row.endCitations]))
}
