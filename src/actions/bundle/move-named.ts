import type { Change } from '../../engine/record/record.ts'
import { listAbsorbed, listLinksOnto, settleLinks } from '../../store/equal-links.ts'
import { moveReferences } from '../../store/moved-references.ts'
import type { Writing } from '../record/writing.ts'
import type { Names } from './names.ts'
import { RefusedLines } from './refused-lines.ts'

/** Resolves mentioned ids to the survivors of their merges. */
export function survivors({ merged }: Names): (id: string) => string {
  const leading = new Map(merged.map(({ id, into }) => [id, into]))
  return (id) => leading.get(id) ?? id
}

/**
 * Points the references of new objects at the survivors of merges, and keeps the ids with which
 * they were entered, in case a merge is voided.
 *
 * @throws {RefusedLines} for a new link that repeats one on record
 */
export async function moveNamed(writing: Writing, names: Names): Promise<void> {
  const { tx, changed, meter } = writing
  let claims: readonly string[] = []
  let links: readonly string[] = []
  for (const { type, id, into } of meter.each(names.merged)) {
    if (type === 'link') links = links.concat(await listLinksOnto(tx, [id]))
    if (type !== 'source' && type !== 'report' && type !== 'claim') continue
    const moved = await moveReferences(tx, type, { from: id, survivor: into })
    claims = claims.concat(moved.claim)
    links = links.concat(moved.link)
  }
  if (claims.length + links.length === 0) return
  const settled = await settleLinks(tx, links)
  await refuseAbsorbed(writing, names)
  changed([
    ...claims.map((claim): Change => ({ claim, what: 'amended' })),
    ...settled.map((link): Change => ({ link })),
  ])
}

async function refuseAbsorbed({ tx }: Writing, { ids, known }: Names): Promise<void> {
  const lineOf = new Map(
    [...ids].flatMap(([line, id]) => (known.has(line) ? [] : [[id, line] as const])),
  )
  const absorbed = await listAbsorbed(tx, [...lineOf.keys()])
  const message =
    'This link is on record already, between the claims that those are merged into. Add the evidence to its citations instead.'
  const faults = absorbed.map((id) => {
    return { line: lineOf.get(id) ?? 1, pointer: '', code: 'no-duplicate', message }
  })
  if (faults.length > 0) throw new RefusedLines(faults)
}
