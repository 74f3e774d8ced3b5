import { z } from 'zod'
import { list } from './lists.ts'

/** What a caller can confirm after being asked about it. */
const confirmations = ['new'] as const
export type Confirmation = (typeof confirmations)[number]

export const confirm = list(z.enum(confirmations), confirmations.length, {
  code: 'too-long',
  message: 'At most one of each.',
})
  .default([])
  .meta({
    description:
      '`new`: this is different from the candidates in the answer `likely-duplicate`; enter it.',
  })
