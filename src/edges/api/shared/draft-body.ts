import { z } from 'zod'
import { refuse } from '../../../domain/text.ts'
import { draftMax, isTooLong, tooLongWords } from '../../../drafts/reading/draft.ts'
import { kibibyte } from '../../../http/contract/body-format.ts'

/** A text of a mebibyte, with what JSON adds to it: it may write a Korean letter in twice its bytes. */
export const draftBodyMax = 2304 * kibibyte

/** The words of a draft, whatever characters are in them: nothing of it is stored. */
export const draftText = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    if (isTooLong(text)) refuse(context, { code: 'too-long', message: tooLongWords })
  })
  .meta({
    minLength: 1,
    maxLength: draftMax,
    description: 'At most 1 MiB in UTF-8: 1,048,576 Latin letters, or about 349,000 Korean ones.',
  })
