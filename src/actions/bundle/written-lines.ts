import { figureFrom, listAt, wordAt } from '../../domain/words.ts'
import type { CitationRow } from '../../store/citation-rows.ts'
import { findClaimRow, type ClaimRow } from '../../store/claim-rows.ts'
import type { Db } from '../../store/db.ts'
import type { EndingRow, ExportedReport } from '../../store/export-rows.ts'
import { loadLinkRows, type LinkRow } from '../../store/link-rows.ts'
import { findReportRow } from '../../store/report-rows.ts'
import { findSourceRow, type SourceRow } from '../../store/source-rows.ts'
import { findStoryRow, type StoryRow } from '../../store/story-rows.ts'
import type { ObjectType } from './lines.ts'

/** Each object of the record as the line of a bundle that would enter it, with ids for references. */

export async function findWrittenLine(
  db: Db,
  type: ObjectType,
  id: string,
): Promise<object | undefined> {
  switch (type) {
    case 'source':
      return written(sourceLine, await findSourceRow(db, id, 'en'))
    case 'report':
      return written(reportLine, await findReportRow(db, id, 'en'))
    case 'claim':
      return written(claimLine, await findClaimRow(db, id, 'en'))
    case 'link':
      return written(linkLine, (await loadLinkRows(db, [id], 'en'))[0])
    case 'story':
      return written(storyLine, await findStoryRow(db, id))
  }
  return type satisfies never
}

function written<T>(line: (row: T) => object, row: T | undefined): object | undefined {
  return row && line(row)
}

export function sourceLine({ id, slug, kind, words, wikidataId, ...row }: SourceRow): object {
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
    affiliations: row.affiliations.map(({ relation, source, from, to }) => ({
      relation,
      source: source.id,
      from,
      to,
    })),
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
}: ExportedReport): object {
  return {
    type: 'report',
    id,
    source: source.id,
    kind,
    url: words['/url'] ?? null,
    archiveUrl: words['/archiveUrl'] ?? null,
    accessedAt,
    title: wordAt(words, '/title'),
    lang,
    publishedAt,
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
}: ClaimRow): object {
  return {
    type: 'claim',
    id,
    kind,
    speaker: speaker.id,
    about: about.map((source) => source.id),
    text: wordAt(words, '/text'),
    lang,
    texts: row.translations.map(({ lang, by }, index) => ({
      lang,
      text: wordAt(words, `/texts/${index}/text`),
      by,
    })),
    assertedAt,
    figure: figureFrom(row.figure, words),
    rating: words['/rating'] ?? null,
    citations: row.citations.map(citationLine),
  }
}

export function linkLine({ id, relation, from, toClaim, toLink, words, ...row }: LinkRow): object {
  return {
    type: 'link',
    id,
    relation,
    from,
    to: toLink === null ? { claim: toClaim } : { link: toLink },
    aspect: row.aspect,
    arguendo: row.arguendo,
    note: words['/note'] ?? null,
    citations: row.citations.map(citationLine),
  }
}

function citationLine({ id, report, words, attribution }: CitationRow): object {
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

export function storyLine({ id, slug, words, titleLangs, claims }: StoryRow): object {
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

export function endingLine({ type, what, object, at, reason }: EndingRow): object {
  if (what === 'voided') return { type: 'void', [type]: object, reason }
  return { type: what === 'ended' ? 'end' : 'withdrawal', [type]: object, at, reason }
}
