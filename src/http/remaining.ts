import type { Remaining } from './lasting.ts'
import { showClaim, showLink, showReport, showSource } from '../views/show.ts'
import type { ClaimView } from '../views/claim.ts'
import type { LinkView } from '../views/objects.ts'
import {
  claimTombstone,
  linkTombstone,
  reportTombstone,
  sourceTombstone,
} from '../views/tombstone.ts'

/** The nouns that may lead to another of their kind, and what is left of each. */
export const aClaim: Remaining<ClaimView> = { show: showClaim, tombstone: claimTombstone }
export const aLink: Remaining<LinkView> = { show: showLink, tombstone: linkTombstone }
export const aReport = { show: showReport, tombstone: reportTombstone }
export const aSource = { show: showSource, tombstone: sourceTombstone }
