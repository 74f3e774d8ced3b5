import { languageFor } from '../../http/request/language.ts'
import { sizeOf, themeOf, type Asked } from '../../html/choice.ts'
import type { CardLook } from '../../html/look.ts'

/**
 * How a card is to look.
 *
 * @param accepted the languages that the reader takes, as in Accept-Language
 */
export function cardLook(asked: Asked, accepted: string | undefined, publicUrl: URL): CardLook {
  return {
    language: languageFor(asked('lang'), accepted),
    theme: themeOf(asked),
    size: sizeOf(asked),
    publicUrl,
    isFramed: true,
  }
}
