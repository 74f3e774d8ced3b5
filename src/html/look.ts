import type { DataLicense } from '../domain/data-license.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** How what is shown of the record looks to one reader. */
export interface RecordLook {
  readonly language: DisplayLanguage
  readonly publicUrl: URL
  /** On which terms the data may be used, where the operator says so. */
  readonly dataLicense?: DataLicense | undefined
  /** It stands in a page of somebody else, which links leave as it is. */
  readonly isFramed: boolean
}

export interface CardLook extends RecordLook {
  readonly theme: Theme
  readonly isFramed: true
}
