import {
  claimLine,
  endingLine,
  linkLine,
  mergeLines,
  reportLine,
  sourceLine,
  storyLine,
} from './bundle/written-lines.ts'
import type { DataLicense } from '../domain/data-license.ts'
import type { Db } from '../store/db.ts'
import { readRecord } from '../store/export-rows.ts'
import { snapshot } from '../store/transaction.ts'

/** The terms on which it may be used, where they are stated; then the whole record as the lines of a bundle, with ids, in dependency order, as of one moment. */
export async function* exportRecord(
  db: Db,
  license?: DataLicense | undefined,
): AsyncGenerator<object> {
  if (license) yield { type: 'bundle', license: license.id ?? license.url }
  const tx = await snapshot(db)
  try {
    const record = readRecord(tx)
    for await (const rows of record.sources) yield* rows.map(sourceLine)
    for await (const rows of record.reports) yield* rows.map(reportLine)
    for await (const rows of record.claims) yield* rows.map(claimLine)
    for await (const rows of record.links) yield* rows.map(linkLine)
    for await (const rows of record.stories) yield* rows.map(storyLine)
    for await (const rows of record.endings) yield* rows.map(endingLine)
    for await (const rows of record.merges) yield* rows.flatMap(mergeLines)
  } finally {
    await tx.rollback().execute()
  }
}
