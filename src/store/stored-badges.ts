import { sql } from 'kysely'
import type { StoredBadges } from '../domain/badges.ts'

/** The badges of `claim`. Those that an older program stored lack some. */
export const storedBadges = sql<StoredBadges | null>`
  '{"partlyAdmitted": null, "setAside": [], "earlierVersion": null}'::jsonb || claim.badges
`
