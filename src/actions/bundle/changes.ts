import type { ObjectNoun } from '../../domain/nouns.ts'
import type { BundleLine } from '../../formats/bundle.ts'
import { canonicalJson } from '../../formats/event.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * Fields that are never amended: a link with other ends is another link, and evidence is added or
 * voided.
 */
export const fixedFields: Readonly<Record<ObjectNoun, readonly string[]>> = {
  source: ['id', 'type'],
  report: ['id', 'type'],
  claim: ['id', 'type', 'citations', 'uncited'],
  link: ['id', 'type', 'relation', 'from', 'to', 'citations', 'uncited'],
  story: ['id', 'type'],
}

/** Fields that are required, but may say "unknown" with null. */
export const nullableFields: Readonly<Record<ObjectNoun, readonly string[]>> = {
  source: [],
  report: [],
  claim: ['speaker', 'assertedAt'],
  link: [],
  story: [],
}

/**
 * The fields in which a line differs from the record, except evidence. What the line leaves to the
 * record (its id, its slug) is no difference.
 */
export function changedFields(before: WrittenLine, after: BundleLine): string[] {
  const sent: Readonly<Record<string, unknown>> = { ...after }
  return Object.keys(before).filter((field) => {
    if (field === 'type' || field === 'citations' || field === 'uncited') return false
    if ((field === 'id' || field === 'slug') && sent[field] === undefined) return false
    return canonicalJson(before[field]) !== canonicalJson(sent[field])
  })
}
