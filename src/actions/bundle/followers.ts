import type { Meter } from '../record/meter.ts'
import { isObjectLine, type NumberedLine } from './lines.ts'
import { mentionsOf, type Mention } from './mentions.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'
import { unknownReference } from './unresolved.ts'

type Naming = Pick<Names, 'ids' | 'known' | 'joined' | 'slugs' | 'resolve' | 'isOnRecord'>

/** A refusal of lines, with the lines that cannot be entered without the refused ones. */
export function withFollowers(
  faults: readonly LineFault[],
  lines: readonly NumberedLine[],
  names: Naming,
  meter: Meter,
): RefusedLines {
  return new RefusedLines(faults, followersOf(faults, lines, names, meter))
}

/**
 * The lines that name refused ones, directly or through others, with the fault that they would have
 * without them. Each line is looked at once, however long the chains are.
 */
function followersOf(
  faults: readonly LineFault[],
  lines: readonly NumberedLine[],
  names: Naming,
  meter: Meter,
): readonly LineFault[] {
  const refused = new Set(faults.map(({ line }) => line))
  // Without the second line of a ref, the first has it.
  const repeating = new Set(faults.flatMap(({ code, line }) => (code === 'repeated' ? line : [])))
  const naming = new Map<string, { readonly line: NumberedLine; readonly mention: Mention }[]>()
  for (const line of meter.each(lines))
    for (const mention of mentionsOf(line.value)) {
      const key = keyOf(mention.type, mention.reference)
      const own = naming.get(key)
      if (own) own.push({ line, mention })
      else naming.set(key, [{ line, mention }])
    }

  const followers: LineFault[] = []
  const gone = lines.filter(({ line }) => refused.has(line) && !repeating.has(line))
  // It also passes those that are added meanwhile.
  for (const each of meter.each(gone))
    for (const key of keysOf(each, names))
      for (const { line, mention } of naming.get(key) ?? []) {
        if (refused.has(line.line)) continue
        refused.add(line.line)
        gone.push(line)
        followers.push(unknownReference(line.line, mention))
      }
  return followers
}

/** What names the object of a line, and nothing else. */
function keysOf(line: NumberedLine, names: Naming): readonly string[] {
  const isNew = !names.known.has(line.line) || names.joined.has(line.line)
  if (!isObjectLine(line) || !isNew) return []
  const { type, ref, id, ...rest } = line.value
  const slug = 'slug' in rest ? rest.slug : undefined
  const called = [ref, id, slug, names.slugs.get(line.line)].flatMap((name) => name ?? [])
  return [...new Set(called)]
    .filter((name) => names.resolve(type, name) === names.ids.get(line.line))
    .filter((name) => !names.isOnRecord(type, name))
    .map((name) => keyOf(type, name))
}

function keyOf(type: string, reference: string): string {
  return `${type} ${reference}`
}
