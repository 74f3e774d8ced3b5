import { bundleLine, type BundleLine } from '../../formats/bundle.ts'
import { canonicalJson } from '../../formats/event.ts'
import type { Db } from '../../store/database/db.ts'
import { findAllReferences } from '../../store/references.ts'
import { isObjectLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import { resolvedLine } from './resolved-line.ts'
import type { WrittenLine } from './written-lines.ts'

const referenceFields = ['speaker', 'about', 'source', 'affiliations', 'claims'] as const

/**
 * Replaces each reference in the new content by the one originally entered, if both lead to the
 * same entry. A client that reads an object sees the survivor of a merge and sends it back
 * unchanged. The object must still name the merged entry, in case the merge is voided.
 */
export async function keepEntered(
  tx: Db,
  before: WrittenLine,
  after: BundleLine,
): Promise<BundleLine> {
  const was = bundleLine.parse(before)
  const references = [...mentionsOf(was), ...mentionsOf(after)].map(({ reference }) => reference)
  const found = await findAllReferences(tx, [...new Set(references)])
  if (found.every(({ mergedInto }) => mergedInto === null)) return after

  const survivors = new Map(
    found.map(({ type, reference, id, mergedInto }) => [`${type} ${reference}`, mergedInto ?? id]),
  )
  const shown = (value: BundleLine): WrittenLine => {
    const sent = { line: 1, value }
    if (!isObjectLine(sent)) return {}
    return {
      ...resolvedLine(sent.value, { resolve: (type, name) => survivors.get(`${type} ${name}`) }),
    }
  }
  const [then, now] = [shown(was), shown(after)]
  const kept = referenceFields.filter(
    (field) => field in before && canonicalJson(then[field]) === canonicalJson(now[field]),
  )
  return bundleLine.parse({
    ...after,
    ...Object.fromEntries(kept.map((field) => [field, before[field]])),
  })
}
