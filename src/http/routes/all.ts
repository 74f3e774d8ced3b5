import type { Deps } from '../../actions/record/deps.ts'
import { builderRoutes } from '../cards/serve-builder.ts'
import { scriptRoutes } from '../cards/browser-scripts.ts'
import type { HotCards } from '../cards/hot-cards.ts'
import { cardRoutes } from '../cards/serve.ts'
import { oembedRoutes } from '../cards/oembed.ts'
import type { Http } from '../env.ts'
import { recordPageRoutes } from '../pages/serve-record.ts'
import { bundleRoutes } from './bundle.ts'
import { claimRoutes } from './claims.ts'
import { citationRoutes } from './citations.ts'
import { counterpointRoutes } from './counterpoints.ts'
import { endingRoutes } from './endings.ts'
import { eventRoutes } from './events.ts'
import { graphRoutes } from './graph.ts'
import { historyRoutes } from './history.ts'
import { keyRoutes } from './keys.ts'
import { linkRoutes } from './links.ts'
import { lookupRoutes } from './lookup.ts'
import { objectRoutes } from './objects.ts'
import { mergeRoutes } from './merges.ts'
import { redactionRoutes } from './redactions.ts'
import { reportRoutes } from './reports.ts'
import { sourceRoutes } from './sources.ts'
import { statusRoutes } from './statuses.ts'
import { storyRoutes } from './stories.ts'

/** Every route that reads or writes the record. */
export function registerRoutes(http: Http, deps: Deps, hotCards: HotCards): void {
  claimRoutes(http, deps)
  counterpointRoutes(http, deps)
  graphRoutes(http, deps)
  historyRoutes(http, deps)
  linkRoutes(http, deps)
  lookupRoutes(http)
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
  cardRoutes(http, deps, hotCards)
  recordPageRoutes(http, deps, hotCards)
  oembedRoutes(http, deps)
  scriptRoutes(http)
  builderRoutes(http, deps)
}
