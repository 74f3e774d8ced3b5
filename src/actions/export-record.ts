import { figureFrom, listAt, wordAt } from '../domain/words.ts'
import type { CitationRow } from '../store/citation-rows.ts'
import type { ClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/db.ts'
import { readRecord, type EndingRow, type ExportedReport } from '../store/export-rows.ts'
import type { LinkRow } from '../store/link-rows.ts'
import type { SourceRow } from '../store/source-rows.ts'
import type { StoryRow } from '../store/story-rows.ts'
import { snapshot } from '../store/transaction.ts'

/** The whole record as the lines of a bundle, with ids, in dependency order, as of one moment. */
export async function* exportRecord(db: Db): AsyncGenerator<object> {
  const tx = await snapshot(db)
  try {
    const record = readRecord(tx)
    for await (const rows of record.sources) yield* rows.map(sourceLine)
    for await (const rows of record.reports) yield* rows.map(reportLine)
    for await (const rows of record.claims) yield* rows.map(claimLine)
    for await (const rows of record.links) yield* rows.map(linkLine)
    for await (const rows of record.stories) yield* rows.map(storyLine)
    for await (const rows of record.endings) yield* rows.map(endingLine)
  } finally {
    await tx.rollback().execute()
  }
}

function sourceLine({ id, slug, kind, words, wikidataId, ...row }: SourceRow): object {
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

function reportLine({
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

function claimLine({
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

function linkLine({ id, relation, from, toClaim, toLink, words, ...row }: LinkRow): object {
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

function storyLine({ id, slug, words, titleLangs, claims }: StoryRow): object {
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

function endingLine({ kind, object, at, reason }: EndingRow): object {
  switch (kind) {
    case 'claim.withdrawn':
      return { type: 'withdrawal', claim: object, at, reason }
    case 'link.ended':
      return { type: 'end', link: object, at, reason }
    case 'claim.voided':
      return { type: 'void', claim: object, reason }
    case 'link.voided':
      return { type: 'void', link: object, reason }
  }
  return kind satisfies never
}
