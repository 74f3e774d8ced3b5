import { z } from 'zod'
import { reportKinds } from './kinds.ts'
import { language } from './language.ts'
import { id, reference } from './references.ts'
import { line, textMax } from './text.ts'
import { webAddress } from './url.ts'
import { worldDate } from './world-date.ts'

export const reportFields = {
  id: id.optional(),
  source: reference,
  kind: z.enum(reportKinds),
  url: webAddress.nullable().default(null),
  archiveUrl: webAddress.nullable().default(null),
  accessedAt: worldDate.nullable().default(null),
  title: line(textMax.title),
  lang: language,
  publishedAt: worldDate.nullable().default(null),
  length: z.int().min(1).max(1_000_000).nullable().default(null).meta({
    description:
      'How many characters (code points, spaces included) its text has; null if unknown. Quotes are then measured against it.',
  }),
  license: line(textMax.title).nullable().default(null).meta({
    description:
      'What permits quoting more than 30 % of it: a licence such as `CC BY 4.0` or `KOGL Type 1`, or whose permission, and when. null if nothing does.',
  }),
}

/** A citable document, as entered. */
export const newReport = z.strictObject(reportFields).meta({ id: 'NewReport' })
export type NewReport = z.output<typeof newReport>
