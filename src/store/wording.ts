import { sql } from 'kysely'

/** Whether `link` is a live replacement of a claim by better words for the same. */
export const isWording = sql<boolean>`
  link.relation = 'supersedes' and link.change = 'wording' and link.ended_at is null
    and not link.is_void
`
