import { z } from 'zod'
import { likenesses } from '../../domain/likeness.ts'
import { id } from '../../domain/references.ts'
import { redactionView } from '../../views/common.ts'
import { tombstoneView } from '../../views/tombstone.ts'

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

const likelySame = z
  .object({
    pointer: z.string().meta({ description: 'What was sent and is likely the same.' }),
    line: z.int().optional().meta({ description: 'Its line, in a bundle.' }),
    type: z.enum(['source', 'report', 'claim']),
    id: id.optional(),
    enteredByLine: z.int().optional().meta({
      description: 'In place of an id: the earlier line of the bundle that enters it.',
    }),
    slug: z.string().optional(),
    name: z.string().optional(),
    title: z.string().optional(),
    text: z.string().optional(),
    met: z.array(z.enum(likenesses)).meta({ description: 'In what the two met.' }),
  })
  .meta({ id: 'LikelySame' })

/** A problem document (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The page that explains this kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional().meta({ description: 'Names this one occurrence.' }),
    errors: z.array(fault).optional(),
    candidates: z.array(likelySame).optional().meta({
      description: 'What is likely the same, of what is on record or was sent before.',
    }),
    redaction: redactionView.optional(),
    tombstone: tombstoneView.optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' })
