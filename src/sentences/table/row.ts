import type { Phrase } from '../../domain/display-language.ts'
import type { Mark } from './marks.ts'

/**
 * One way in which a claim can stand. In its phrases, `{by}` is who answered, ruled or confirmed,
 * `{speaker}` who made the claim; `{one|many}` follows the number of `{by}`; `[…]` is left out where
 * what it names is not known.
 */
export interface Row {
  /** Where the claim stands, in a few words. */
  readonly word: Phrase
  /** What goes before the claim's words where nothing else is shown; null if nothing must. */
  readonly prefix: Phrase | null
  /** What that means in general. */
  readonly sentence: Phrase
  readonly mark: Mark
}
