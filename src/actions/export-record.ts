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
import type { Db } from '../store/database/db.ts'
import { readRecord } from '../store/export-rows.ts'
import { snapshot } from '../store/database/transaction.ts'

/**
 * The whole record at one moment as the lines of a bundle, with ids, in dependency order. The first
 * lines state the data licence, if there is one, and that similar entries are distinct: their
 * authors confirmed it.
 */
export async function* exportRecord(
  db: Db,
  license?: DataLicense | undefined,
): AsyncGenerator<object> {
  const terms = license && { license: license.id ?? license.url }
  let isBegun = false
  for await (const line of objectLines(db)) {
    if (!isBegun) yield { type: 'bundle', duplicates: 'new', ...terms }
    isBegun = true
    yield line
  }
  if (!isBegun && terms) yield { type: 'bundle', ...terms }
}

async function* objectLines(db: Db): AsyncGenerator<object> {
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
