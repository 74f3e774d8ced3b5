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
}

/** A citable document, as entered. */
export const newReport = z.strictObject(reportFields).meta({ id: 'NewReport' })
export type NewReport = z.output<typeof newReport>
