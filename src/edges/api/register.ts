import type { ApiDeps } from './shared/deps.ts'
import type { Http } from '../../http/contract/env.ts'
import { attributionRoutes } from './routes/attribution.ts'
import { bundleRoutes } from './routes/bundle.ts'
import type { CheckTurns } from '../../drafts/turns.ts'
import { checkRoutes } from './routes/check.ts'
import { claimRoutes } from './routes/claims.ts'
import { citationRoutes } from './routes/citations.ts'
import { counterpointRoutes } from './routes/counterpoints.ts'
import { diffRoutes } from './routes/diffs.ts'
import { endingRoutes } from './routes/endings.ts'
import { eventRoutes } from './routes/events.ts'
import { graphRoutes } from './routes/graph.ts'
import { historyRoutes } from './routes/history.ts'
import { keyRoutes } from './routes/keys.ts'
import { leftOpenRoutes } from './routes/left-open.ts'
import { linkRoutes } from './routes/links.ts'
import { lookupRoutes } from './routes/lookup.ts'
import { objectRoutes } from './routes/objects.ts'
import { mergeRoutes } from './routes/merges.ts'
import { redactionRoutes } from './routes/redactions.ts'
import { reportRoutes } from './routes/reports.ts'
import { searchRoutes } from './routes/search.ts'
import { sourceRoutes } from './routes/sources.ts'
import { statusRoutes } from './routes/statuses.ts'
import { storyRoutes } from './routes/stories.ts'

/** Every route under `/v1`. */
export function apiRoutes(http: Http, deps: ApiDeps, checks: CheckTurns): void {
  claimRoutes(http, deps)
  attributionRoutes(http, deps)
  diffRoutes(http, deps)
  counterpointRoutes(http, deps)
  graphRoutes(http, deps)
  historyRoutes(http, deps)
  leftOpenRoutes(http, deps)
  linkRoutes(http, deps)
  searchRoutes(http)
  lookupRoutes(http, checks)
  checkRoutes(http, checks)
  reportRoutes(http, deps)
  sourceRoutes(http, deps)
  storyRoutes(http, deps)
  objectRoutes(http, deps)
  citationRoutes(http, deps)
  endingRoutes(http, deps)
  redactionRoutes(http, deps)
  mergeRoutes(http, deps)
  eventRoutes(http)
  bundleRoutes(http, deps)
  keyRoutes(http, deps)
  statusRoutes(http)
}
