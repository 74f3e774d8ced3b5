import { z } from 'zod'
import { attribution } from '../domain/vocabulary.ts'
import { citationFields, citationList, newCitation } from '../domain/citation.ts'
import { list } from '../domain/lists.ts'
import { pointId, pointsMax, type NewPoint } from '../domain/points.ts'
import { worldDate } from '../domain/world-date.ts'
import { claimFields } from '../domain/claim.ts'
import { linkFields, requireFlagsOfRelation } from '../domain/link.ts'
import { newRedaction, redactedSlug } from '../domain/redaction.ts'
import { id } from '../domain/references.ts'
import { reportFields } from '../domain/report.ts'
import { newSource } from '../domain/source.ts'
import { newStory } from '../domain/story.ts'

/**
 * Redacted objects as bundle lines: what they are, without words. They are parsed like other lines,
 * with their redaction, and with '' for words that every object has.
 */
const ofAll = { type: z.literal('tombstone'), id, redaction: newRedaction }

/** A citation in a line; a redacted one lacks its quote. */
export const writtenCitation = z.discriminatedUnion('redacted', [
  newCitation.safeExtend({ redacted: z.literal(false).optional() }),
  z
    .strictObject({
      redacted: z.literal(true),
      id,
      report: citationFields.report,
      attribution,
      redaction: newRedaction,
    })
    .transform((line) => ({ ...line, quote: '', prefix: null, suffix: null, locator: null })),
])
export type WrittenCitation = z.output<typeof writtenCitation>

/**
 * Confirms that an object that should have a source has none on record. Only an administrator may
 * import it.
 */
export const uncited = z.literal(true).optional().meta({
  description: 'No source is on record for it. Only an administrator may import such a line.',
})

export const writtenCitations = citationList(writtenCitation)

const { kind: sourceKind, affiliations } = newSource.shape
const source = z
  .strictObject({ ...ofAll, of: z.literal('source'), kind: sourceKind, affiliations })
  .transform(({ of, ...line }) => ({
    ...line,
    type: of,
    ref: undefined,
    slug: redactedSlug(line.id),
    name: '',
    names: [],
    aliases: [],
    url: null,
    wikidataId: null,
  }))

const { source: publisher, kind: reportKind, accessedAt, lang, publishedAt, length } = reportFields
const report = z
  .strictObject({
    ...ofAll,
    of: z.literal('report'),
    source: publisher,
    kind: reportKind,
    accessedAt,
    lang,
    publishedAt,
    length,
  })
  .transform(({ of, ...line }) => ({
    ...line,
    type: of,
    ref: undefined,
    title: '',
    url: null,
    archiveUrl: null,
    license: null,
  }))

const { kind: claimKind, speaker, about, assertedAt } = claimFields
const claim = z
  .strictObject({
    ...ofAll,
    of: z.literal('claim'),
    kind: claimKind,
    speaker,
    about,
    lang: claimFields.lang,
    assertedAt,
    uncited,
    points: list(z.strictObject({ id: pointId, endedAt: worldDate.nullable() }), pointsMax).default(
      [],
    ),
    isRating: z.boolean().default(false).meta({ description: 'Whether it had a rating.' }),
    citations: writtenCitations,
  })
  .transform(({ of, isRating, points, ...line }) => ({
    ...line,
    points: points.map((point): NewPoint => ({ ...point, text: '', texts: [] })),
    type: of,
    ref: undefined,
    text: '',
    texts: [],
    figure: null,
    rating: isRating ? '' : null,
  }))

const { relation, from, to, aspect, arguendo, response, meets, change } = linkFields
const link = z
  .strictObject({
    ...ofAll,
    of: z.literal('link'),
    relation,
    from,
    to,
    aspect,
    arguendo,
    response,
    meets,
    change,
    citations: writtenCitations,
    uncited,
  })
  .superRefine(requireFlagsOfRelation)
  .transform(({ of, ...line }) => ({ ...line, type: of, ref: undefined, note: null }))

const story = z
  .strictObject({ ...ofAll, of: z.literal('story'), claims: newStory.shape.claims })
  .transform(({ of, ...line }) => ({
    ...line,
    type: of,
    ref: undefined,
    slug: redactedSlug(line.id),
    title: '',
    titles: [],
  }))

export const tombstoneLine = z.discriminatedUnion('of', [source, report, claim, link, story])
