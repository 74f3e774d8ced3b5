import { sql } from 'kysely'
import type {
  ClaimEntry,
  LinkEntry,
  ReportEntry,
  SourceEntry,
  StoryEntry,
} from '../domain/entries.ts'
import { insertAbout, claimContent } from './claims.ts'
import type { Db } from './database/db.ts'
import { forgetFigures, indexFigures } from './figure-keys.ts'
import { linkContent } from './links.ts'
import { forgetEntered } from './moved-references.ts'
import { reportContent } from './reports.ts'
import { type Numbered } from './database/rows.ts'
import { indexClaims, indexReports, indexSources } from './search-index.ts'
import { indexReportTitles, indexSourceNames, indexStoryNames } from './name-search.ts'
import { insertAffiliations, sourceContent } from './sources.ts'
import { insertStoryClaims, storyContent } from './stories.ts'

const nextVersion = sql<number>`version + 1`

export async function amendSource(tx: Db, source: Numbered<SourceEntry>): Promise<void> {
  await tx
    .updateTable('source')
    .set({ ...sourceContent(source), version: nextVersion })
    .where('id', '=', source.id)
    .execute()
  await insertAffiliations(tx, [source])
  await indexSources(tx, [source])
  await indexSourceNames(tx, [source])
}

export async function amendReport(tx: Db, report: Numbered<ReportEntry>): Promise<void> {
  await tx
    .updateTable('report')
    .set({ ...reportContent(report), version: nextVersion })
    .where('id', '=', report.id)
    .execute()
  await forgetEntered(tx, report.id, 'source_id')
  await indexReports(tx, [report])
  await indexReportTitles(tx, [report])
}

export async function amendClaim(tx: Db, claim: Numbered<ClaimEntry>): Promise<void> {
  const { translations, points, figure, ...content } = claimContent(claim)
  await tx
    .updateTable('claim')
    .set({
      ...content,
      translations: sql`${JSON.stringify(translations)}::jsonb`,
      points: sql`${JSON.stringify(points)}::jsonb`,
      figure: figure && sql`${JSON.stringify(figure)}::jsonb`,
      version: nextVersion,
      shown_seq: claim.seq,
    })
    .where('id', '=', claim.id)
    .execute()
  await forgetEntered(tx, claim.id, 'speaker_id')
  await insertAbout(tx, [claim])
  await indexClaims(tx, [claim])
  await forgetFigures(tx, [claim.id])
  await indexFigures(tx, [claim])
}

export async function amendLink(tx: Db, link: Numbered<LinkEntry>): Promise<void> {
  await tx
    .updateTable('link')
    .set({ ...linkContent(link), version: nextVersion, shown_seq: link.seq })
    .where('id', '=', link.id)
    .execute()
}

export async function amendStory(tx: Db, story: Numbered<StoryEntry>): Promise<void> {
  await tx
    .updateTable('story')
    .set({ ...storyContent(story), version: nextVersion })
    .where('id', '=', story.id)
    .execute()
  await insertStoryClaims(tx, [story])
  await indexStoryNames(tx, [story])
}
