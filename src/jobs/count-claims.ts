import { z } from 'zod'
import { countAll } from '../store/facets/totals.ts'
import type { Job } from './job.ts'

/** Counts all claims by every facet, for lists without filters, if the record has changed. */
export const countClaims: Job<object> = {
  name: 'count-claims',
  payload: z.strictObject({}),
  pollSeconds: 30,
  every: { seconds: 60, payload: {} },
  run: async (_, { db }) => {
    await countAll(db)
  },
}
