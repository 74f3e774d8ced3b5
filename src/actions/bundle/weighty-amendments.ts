import type { ClaimEntry, LinkEntry, SourceEntry } from '../../domain/entries.ts'
import { counterpointsOf } from '../../engine/counterpoints.ts'
import { canonicalJson } from '../../formats/event.ts'
import { findVoid } from '../../store/links.ts'
import { settleRecord } from '../../store/settle-record.ts'
import type { Act } from '../consequence.ts'
import type { Writing } from '../writing.ts'
import type { WrittenLine } from './written-lines.ts'

/** What of an amendment takes a second person whatever it moves (docs/consequence-rule.md). */

export async function actsOfClaim(
  writing: Writing,
  before: WrittenLine,
  claim: ClaimEntry,
): Promise<Act[]> {
  const differs = (field: keyof ClaimEntry) => isOther(before[field], claim[field])
  const isSaidOtherwise =
    (['text', 'lang', 'figure', 'rating', 'speaker'] as const).some(differs) ||
    losesTranslation(before['texts'], claim.texts)
  const isOtherwise = isSaidOtherwise || (['kind', 'about', 'assertedAt'] as const).some(differs)
  const isRuling = before['kind'] === 'ruling' || claim.kind === 'ruling'
  return [
    ...(isRuling && isOtherwise ? [{ what: 'ruling', claim: claim.id } as const] : []),
    ...(isSaidOtherwise && (await isAnswered(writing, claim.id))
      ? [{ what: 'words', claim: claim.id } as const]
      : []),
  ]
}

export async function actsOfLink(
  { tx }: Writing,
  before: WrittenLine,
  link: LinkEntry,
): Promise<Act[]> {
  const isMeantOtherwise = before['aspect'] !== link.aspect || before['arguendo'] !== link.arguendo
  if (!isMeantOtherwise || (await findVoid(tx, [link.id])).size > 0) return []
  return [{ what: 'response', link: link.id }]
}

export function actsOfSource(before: WrittenLine, source: SourceEntry): Act[] {
  const isMadeBody = source.kind === 'body' && before['kind'] !== 'body'
  const isMovedHome = hostOf(before['url']) !== hostOf(source.url)
  return [
    ...(isMadeBody ? [{ what: 'body', source: source.id } as const] : []),
    ...(isMovedHome ? [{ what: 'domain', source: source.id } as const] : []),
  ]
}

function isOther(before: unknown, after: unknown): boolean {
  return canonicalJson(before) !== canonicalJson(after)
}

/** A translation may be added; one that was there stays as it is. */
function losesTranslation(before: unknown, after: readonly unknown[]): boolean {
  const kept = new Set(after.map((translation) => canonicalJson(translation)))
  return Array.isArray(before) && before.some((each: unknown) => !kept.has(canonicalJson(each)))
}

/** Whether somebody answers the claim or a restatement of it, concedes it, or restates it. */
async function isAnswered(writing: Writing, claim: string): Promise<boolean> {
  const record = writing.view()
  return settleRecord(writing.tx, record, () =>
    [
      ...counterpointsOf(record, claim),
      ...record.linksOnto(claim, 'concedes'),
      ...record.linksOnto(claim, 'restates'),
    ].some(() => true),
  )
}

function hostOf(url: unknown): string | null {
  return typeof url === 'string' ? new URL(url).hostname : null
}
