import type { ObjectNoun } from '../../domain/nouns.ts'
import { pointsFrom } from '../../domain/points.ts'
import { isAnswering } from '../../domain/response.ts'
import { figureFrom, listAt, wordAt } from '../../domain/words.ts'
import type { CitationRow } from '../../store/citation-rows.ts'
import type { EndlessRow } from '../../store/claim-columns.ts'
import type { Db } from '../../store/database/db.ts'
import {
  findAsEntered,
  type EndingRow,
  type ExportedMerge,
  type ExportedReport,
} from '../../store/export-rows.ts'
import type { LinkRow } from '../../store/link-rows.ts'
import type { RedactionRow } from '../../store/redactions.ts'
import type { SourceRow } from '../../store/source-rows.ts'
import type { StoryRow } from '../../store/story-rows.ts'

/** An object on record, as the bundle line that would enter it, with ids for references. */
export type WrittenLine = Readonly<Record<string, unknown>>

export async function findWrittenLine(
  db: Db,
  type: ObjectNoun,
  id: string,
): Promise<WrittenLine | undefined> {
  switch (type) {
    case 'source':
      return written(sourceLine, await findAsEntered(db, type, id))
    case 'report':
      return written(reportLine, await findAsEntered(db, type, id))
    case 'claim':
      return written(claimLine, await findAsEntered(db, type, id))
    case 'link':
      return written(linkLine, await findAsEntered(db, type, id))
    case 'story':
      return written(storyLine, await findAsEntered(db, type, id))
  }
  return type satisfies never
}

function written<T>(line: (row: T) => WrittenLine, row: T | undefined): WrittenLine | undefined {
  return row && line(row)
}

export function sourceLine({ id, slug, kind, words, wikidataId, ...row }: SourceRow): WrittenLine {
  const affiliations = row.affiliations.map(({ relation, source, from, to }) => {
    return { relation, source: source.id, from, to }
  })
  if (row.redaction) return { ...tombstone('source', id, row.redaction), kind, affiliations }
  return {
    type: 'source',
    id,
    slug,
    kind,
    name: wordAt(words, '/name'),
    names: row.nameLangs.map((lang, index) => ({
      lang,
      name: wordAt(words, `/names/${index}/name`),
    })),
    aliases: listAt(words, '/aliases'),
    url: words['/url'] ?? null,
    wikidataId,
    affiliations,
  }
}

export function reportLine({
  id,
  source,
  kind,
  words,
  lang,
  accessedAt,
  publishedAt,
  length,
  redaction,
}: ExportedReport): WrittenLine {
  const facts = { source: source.id, kind, accessedAt, lang, publishedAt, length }
  if (redaction) return { ...tombstone('report', id, redaction), ...facts }
  return {
    type: 'report',
    id,
    ...facts,
    url: words['/url'] ?? null,
    archiveUrl: words['/archiveUrl'] ?? null,
    license: words['/license'] ?? null,
    title: wordAt(words, '/title'),
  }
}

export function claimLine({
  id,
  kind,
  speaker,
  about,
  words,
  lang,
  assertedAt,
  ...row
}: EndlessRow): WrittenLine {
  const facts = { kind, speaker: speaker && speaker.id, about: about.map((source) => source.id) }
  const citations = row.citations.map(citationLine)
  const isUncited = kind === 'ruling' && citations.length === 0
  if (row.redaction) {
    const { hasRating: isRating } = row
    const points = row.points.map(({ id, endedAt }) => ({ id, endedAt }))
    const more = { lang, assertedAt, points, isRating, citations, ...uncitedIf(isUncited) }
    return { ...tombstone('claim', id, row.redaction), ...facts, ...more }
  }
  return {
    type: 'claim',
    id,
    ...facts,
    text: wordAt(words, '/text'),
    lang,
    texts: row.translations.map(({ lang, by }, index) => ({
      lang,
      text: wordAt(words, `/texts/${index}/text`),
      by,
    })),
    assertedAt,
    points: pointsFrom(row.points, words),
    figure: figureFrom(row.figure, words),
    rating: words['/rating'] ?? null,
    citations,
    ...uncitedIf(isUncited),
  }
}

/** Only for objects that should have a source. */
function uncitedIf(isUncited: boolean): { uncited?: true } {
  return isUncited ? { uncited: true } : {}
}

export function linkLine({
  id,
  relation,
  from,
  toClaim,
  toLink,
  words,
  ...row
}: LinkRow): WrittenLine {
  const { aspect, arguendo, response, meets, change, redaction } = row
  const to = toLink === null ? { claim: toClaim } : { link: toLink }
  const facts = {
    relation,
    from,
    to,
    aspect,
    arguendo,
    ...(isAnswering(relation) && { response, meets }),
    ...(change !== null && { change }),
  }
  const citations = row.citations.map(citationLine)
  const evidence = { citations, ...uncitedIf(row.isUncited) }
  if (redaction) return { ...tombstone('link', id, redaction), ...facts, ...evidence }
  return { type: 'link', id, ...facts, note: words['/note'] ?? null, ...evidence }
}

function citationLine({ id, report, words, attribution, redaction }: CitationRow): WrittenLine {
  if (redaction) {
    const { ground, statement } = redaction
    return { redacted: true, id, report: report.id, attribution, redaction: { ground, statement } }
  }
  return {
    id,
    report: report.id,
    quote: wordAt(words, '/quote'),
    prefix: words['/prefix'] ?? null,
    suffix: words['/suffix'] ?? null,
    locator: words['/locator'] ?? null,
    attribution,
  }
}

export function storyLine({
  id,
  slug,
  words,
  titleLangs,
  claims,
  redaction,
}: StoryRow): WrittenLine {
  if (redaction) return { ...tombstone('story', id, redaction), claims }
  return {
    type: 'story',
    id,
    slug,
    title: wordAt(words, '/title'),
    titles: titleLangs.map((lang, index) => ({
      lang,
      title: wordAt(words, `/titles/${index}/title`),
    })),
    claims,
  }
}

export function endingLine({ noun, what, object, at, reason, citations }: EndingRow): WrittenLine {
  if (what === 'voided') return { type: 'void', [noun]: object, reason }
  const line = { at, reason, citations: citations.map(citationLine) }
  if (what === 'ended') return { type: 'end', link: object, ...line }
  return { type: 'withdrawal', claim: object, ...line, ...uncitedIf(citations.length === 0) }
}

/** A merge, and its void if it was voided. */
export function mergeLines(merge: ExportedMerge): WrittenLine[] {
  const { id, noun, from, into, reason, voidedAt, voidReason } = merge
  const line = { type: 'merge', id, noun, from, into, reason }
  return voidedAt === null ? [line] : [line, { type: 'void', merge: id, reason: voidReason }]
}

/** The beginning of the line of a redacted object. */
function tombstone(of: ObjectNoun, id: string, { ground, statement }: RedactionRow): WrittenLine {
  return { type: 'tombstone', of, id, redaction: { ground, statement } }
}
