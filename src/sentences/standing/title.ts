import type { DisplayLanguage } from '../../domain/display-language.ts'
import { unnamedSpeaker } from '../../domain/unnamed-speaker.ts'
import { nameInline, shortened } from '../quotation.ts'
import type { ReadStanding } from './read.ts'
import { machineMark, removedPrefix } from '../table/standings.ts'

/** What a title is made of besides the standing. */
export interface Titled {
  /** The name of who made the claim; null if no source names the speaker. */
  readonly speaker: string | null
  /** Its words in the reader's language; null if they were removed. */
  readonly words: string | null
  /** Whether a machine translated these words. */
  readonly isMachine?: boolean
}

const titleMax = 120

/**
 * The title of a claim, for every place that may drop everything else: who says what, on one line.
 * Such places cannot strike words through, so a claim that is closed or contested says so first.
 */
export function titleOf(
  { prefix }: Pick<ReadStanding, 'prefix'>,
  { speaker, words, isMachine = false }: Titled,
  lang: DisplayLanguage,
): string {
  const who = speaker === null ? unnamedSpeaker[lang] : nameInline(speaker, lang)
  const marked = prefixShown(prefix, words, lang)
  const by = isMachine ? ` [${machineMark[lang]}]` : ''
  const said =
    words === null ? who : `${who}: ${shortened(words.replaceAll(/\s+/g, ' '), titleMax)}${by}`
  return marked === null ? said : `${marked} ${said}`
}

/** The prefix in brackets; words that were removed leave only that. */
export function prefixShown(
  prefix: string | null,
  words: string | null,
  lang: DisplayLanguage,
): string | null {
  if (words === null) return `[${removedPrefix[lang]}]`
  return prefix === null ? null : `[${prefix}]`
}
