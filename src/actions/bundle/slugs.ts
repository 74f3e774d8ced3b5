import { randomUUIDv7 } from 'node:crypto'
import { slugFrom } from '../../domain/references.ts'
import type { Db } from '../../store/db.ts'
import { findTakenSlugs } from '../../store/references.ts'
import type { NumberedLine, ObjectLine } from './lines.ts'
import type { LineFault } from './refused-lines.ts'

/**
 * The slug of each source and story, by line: the one given, else one made from the name, with a
 * number behind it where that is taken. A given slug that is taken is a fault.
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

async function numberSlugs(
  tx: Db,
  type: 'source' | 'story',
  unnamed: readonly { line: number; made: string }[],
  taken: Set<string>,
): Promise<Map<number, string>> {
  const slugs = new Map<number, string>()
  for (let open = unnamed, number = 1; open.length > 0; number++) {
    const wanted = open.map(({ made }) => numbered(made, number))
    for (const slug of await findTakenSlugs(tx, type, wanted)) taken.add(slug)
    open = open.filter(({ line, made }) => {
      const slug = numbered(made, number)
      if (taken.has(slug)) return true
      taken.add(slug)
      slugs.set(line, slug)
      return false
    })
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

function numbered(slug: string, number: number): string {
  return number === 1 ? slug : `${[...slug].slice(0, 70).join('').replace(/-$/, '')}-${number}`
}
