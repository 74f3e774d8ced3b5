import { z } from 'zod'

/** What a caller can confirm after being asked about it. */
const confirmations = ['new'] as const
export type Confirmation = (typeof confirmations)[number]

export const confirm = z
  .array(z.enum(confirmations))
  .max(confirmations.length, 'At most one of each.')
  .default([])
  .meta({
    description:
      '`new`: this is different from the candidates in the answer `likely-duplicate`; enter it.',
  })
