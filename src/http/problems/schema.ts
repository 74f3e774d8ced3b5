import { z } from 'zod'
import { id } from '../../domain/references.ts'
import { redactionView } from '../views/common.ts'
import { tombstoneView } from '../views/tombstone.ts'

const candidate = z.object({ id, slug: z.string(), name: z.string() }).meta({ id: 'Candidate' })

const fault = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) into what was sent.' }),
    code: z.string().meta({ example: 'missing' }),
    message: z.string().meta({ example: 'It is missing.' }),
    line: z.int().optional().meta({ description: 'Line of a bundle, counted from 1.' }),
    candidates: z
      .array(candidate)
      .optional()
      .meta({ description: 'What on record may be meant, the likeliest first.' }),
  })
  .meta({ id: 'Fault' })

/** A refusal (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The page that explains this kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional().meta({ description: 'Names this one occurrence.' }),
    errors: z.array(fault).optional(),
    redaction: redactionView.optional(),
    tombstone: tombstoneView.optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' })
