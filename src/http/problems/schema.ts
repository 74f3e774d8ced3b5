import { z } from 'zod'
import { likenesses } from '../../domain/likeness.ts'
import { id } from '../../domain/references.ts'
import { redactionView } from '../../views/common.ts'
import { tombstoneView } from '../../views/tombstone.ts'

const candidate = z.object({ id, slug: z.string(), name: z.string() }).meta({ id: 'Candidate' })

const fault = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) to the place in the input.' }),
    code: z.string().meta({ example: 'missing' }),
    message: z.string().meta({ example: 'It is missing.' }),
    line: z.int().optional().meta({ description: 'Line of a bundle, counted from 1.' }),
    candidates: z
      .array(candidate)
      .optional()
      .meta({ description: 'What you may have meant, most likely first.' }),
  })
  .meta({ id: 'Fault' })

const likelySame = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer to the likely duplicate in the input.' }),
    line: z.int().optional().meta({ description: 'Its line, in a bundle.' }),
    type: z.enum(['source', 'report', 'claim']),
    id: id.optional(),
    enteredByLine: z.int().optional().meta({
      description: 'The earlier line of the bundle that enters it, if it has no id yet.',
    }),
    slug: z.string().optional(),
    name: z.string().optional(),
    title: z.string().optional(),
    text: z.string().optional(),
    met: z.array(z.enum(likenesses)).meta({ description: 'What the two have in common.' }),
  })
  .meta({ id: 'LikelySame' })

/** A problem document (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'The page that explains this kind of problem.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional().meta({ description: 'Identifies this occurrence.' }),
    errors: z.array(fault).optional(),
    candidates: z.array(likelySame).optional().meta({
      description: 'Existing entries, or earlier lines, that are likely the same thing.',
    }),
    redaction: redactionView.optional(),
    tombstone: tombstoneView.optional(),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' })
