import type { DisplayLanguage } from '../../domain/display-language.ts'
import { enumerate, namedMax } from '../../domain/enumerate.ts'
import { columnsOf, cutInside } from '../quotation.ts'

/**
 * What names may take of a label, in columns. A badge, a preview and a title have so much room that
 * what a label says of them stays.
 */
const namesMax = 64
export const pointsMax = 40

/** Names in a label, each cut in the middle if all together are too long. */
export function namesInLabel(names: readonly string[], lang: DisplayLanguage, more = 0): string {
  const named = names.slice(0, namedMax)
  const isLong = named.reduce((sum, name) => sum + columnsOf(name), 0) > namesMax
  const cut = (name: string) => cutInside(name, Math.floor(namesMax / named.length))
  const shown = isLong ? named.map(cut) : named
  return enumerate(shown, lang, names.length - named.length + more)
}
