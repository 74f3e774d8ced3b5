import { kibibyte } from '../../../http/contract/body-format.ts'

/** How long a draft may be, in characters. */
export const draftMax = 1024 * kibibyte
/** A text of a mebibyte, with what JSON adds to it. */
export const draftBodyMax = 1280 * kibibyte
