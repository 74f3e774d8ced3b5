import { randomUUIDv7 } from 'node:crypto'
import { slugFrom } from '../../domain/references.ts'
import type { Db } from '../../store/database/db.ts'
import { findTakenSlugs, listFreeNumbers } from '../../store/references.ts'
import type { NumberedLine, ObjectLine } from './lines.ts'
import type { LineFault } from './refused-lines.ts'

/**
 * The slug of each source and story, by line: the given one, or one made from the name, with a
 * number if it is taken. A given slug that is taken is a fault.
 */
export async function chooseSlugs(
  tx: Db,
  lines: readonly NumberedLine<ObjectLine>[],
): Promise<{ slugs: Map<number, string>; faults: LineFault[] }> {
  const slugs = new Map<number, string>()
  const faults: LineFault[] = []
  for (const type of ['source', 'story'] as const) {
    const taken = new Set<string>()
    const given = lines.flatMap(({ line, value }) =>
      value.type === type && value.slug !== undefined ? [{ line, slug: value.slug }] : [],
    )
    const inRecord = await findTakenSlugs(
      tx,
      type,
      given.map(({ slug }) => slug),
    )
    for (const { line, slug } of given) {
      if (taken.has(slug) || inRecord.has(slug)) faults.push(slugTaken(line, slug))
      taken.add(slug)
      slugs.set(line, slug)
    }
    const unnamed = lines.flatMap(({ line, value }) =>
      value.type === type && value.slug === undefined ? [{ line, made: madeFrom(value) }] : [],
    )
    for (const [line, slug] of await numberSlugs(tx, type, unnamed, taken)) slugs.set(line, slug)
  }
  return { slugs, faults }
}

/** Queries twice, however many share a name. */
async function numberSlugs(
  tx: Db,
  type: 'source' | 'story',
  unnamed: readonly { line: number; made: string }[],
  taken: Set<string>,
): Promise<Map<number, string>> {
  const slugs = new Map<number, string>()
  const wanted = unnamed.map(({ made }) => made)
  for (const slug of await findTakenSlugs(tx, type, wanted)) taken.add(slug)
  for (const { line, made } of unnamed) {
    if (taken.has(made)) continue
    taken.add(made)
    slugs.set(line, made)
  }

  const open = unnamed.filter(({ line }) => !slugs.has(line))
  const namesakes = Map.groupBy(open, ({ made }) => stemOf(made))
  const alike = Map.groupBy(taken, (slug) => slug.replace(/-\d+$/, ''))
  const stems = [...namesakes].map(([stem, lines]) => ({
    stem,
    // Enough even if every slug with such a number in this import takes one away.
    count: lines.length + (alike.get(stem)?.length ?? 0),
  }))
  for (const { stem, number } of await listFreeNumbers(tx, type, stems)) {
    const slug = `${stem}-${number}`
    const next = taken.has(slug) ? undefined : namesakes.get(stem)?.shift()
    if (next) slugs.set(next.line, slug)
  }
  return slugs
}

function slugTaken(line: number, slug: string): LineFault {
  const message = `The slug "${slug}" is taken; choose another, or leave it out.`
  return { line, pointer: '/slug', code: 'slug-taken', message, isConflict: true }
}

function madeFrom(value: ObjectLine): string {
  const name = value.type === 'source' ? value.name : value.type === 'story' ? value.title : ''
  return slugFrom(name) ?? `${value.type}-${randomUUIDv7().slice(-12)}`
}

/** The part before the number, short enough for any number. */
export function stemOf(slug: string): string {
  return [...slug].slice(0, 70).join('').replace(/-$/, '')
}
