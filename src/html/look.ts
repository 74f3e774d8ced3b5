import type { DataLicense } from '../domain/data-license.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A compact card has three lines: who said it and where it stands, the words, the answer. */
export const sizes = ['full', 'compact'] as const
export type CardSize = (typeof sizes)[number]

/** How the record is presented to one reader. */
export interface RecordLook {
  readonly language: DisplayLanguage
  readonly publicUrl: URL
  /** The terms on which the data may be used, if the operator states any. */
  readonly dataLicense?: DataLicense | undefined
  /** It is embedded in another site's page, which its links must not replace. */
  readonly isFramed: boolean
}

export interface CardLook extends RecordLook {
  readonly theme: Theme
  readonly size: CardSize
  readonly isFramed: true
}
