import type { Meter } from '../record/meter.ts'
import type { NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'

type Naming = Pick<Names, 'ids' | 'resolve'>

/** The ids of some lines and of all lines that cannot be entered without them. */
export function withAllThatName(
  lines: readonly NumberedLine[],
  all: readonly NumberedLine[],
  names: Naming,
  meter: Meter,
): Set<string> {
  const ids = new Set(lines.map((line) => idOf(line, names)))
  if (ids.size === 0) return ids
  const naming = new Map<string, string[]>()
  for (const line of meter.each(all))
    for (const { type, reference } of mentionsOf(line.value)) {
      const named = names.resolve(type, reference) ?? ''
      const own = naming.get(named)
      if (own) own.push(idOf(line, names))
      else naming.set(named, [idOf(line, names)])
    }
  // It also passes those that are added meanwhile.
  for (const id of meter.each(ids)) for (const each of naming.get(id) ?? []) ids.add(each)
  return ids
}

/** A line that enters no object is identified by its number. */
export function idOf({ line }: NumberedLine, names: Naming): string {
  return names.ids.get(line) ?? `line ${line}`
}
