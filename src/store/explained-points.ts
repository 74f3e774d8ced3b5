import type { DisplayLanguage } from '../domain/display-language.ts'
import { translationFor } from '../domain/language.ts'
import { pointsFrom } from '../domain/points.ts'
import type { Attack, QuotedPoint } from '../sentences/explanation.ts'
import type { ReadableRow } from './readable-account.ts'

/** Points of a claim that an answer meets: their ids, and their words where these are known. */
export function pointsMet(
  row: ReadableRow,
  met: ReadonlySet<string>,
  language: DisplayLanguage,
): Pick<Attack, 'met' | 'metIds'> {
  const isMet = (id: string) => met.has(id)
  return { met: pointsInWords(row, language, isMet), metIds: pointsInForce(row).filter(isMet) }
}

export function pointsInForce({ points }: Pick<ReadableRow, 'points'>): readonly string[] {
  return points.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : []))
}

/**
 * Points of a claim that are in force, without those whose words were removed: in the reader's
 * language if they are translated.
 */
export function pointsInWords(
  { points, words, lang }: Pick<ReadableRow, 'points' | 'words' | 'lang'>,
  language: DisplayLanguage,
  isMeant: (id: string) => boolean,
): readonly QuotedPoint[] {
  return pointsFrom(points, words)
    .filter(({ id, text, endedAt }) => endedAt === null && text !== '' && isMeant(id))
    .map(({ text, texts }) => {
      const translation = translationFor({ lang, texts }, language)
      return { text: translation?.text ?? text, isMachine: translation?.by === 'machine' }
    })
}
