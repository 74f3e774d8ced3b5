import type { Remaining } from './lasting.ts'
import { showClaim, showLink, showReport, showSource } from './show.ts'
import type { ClaimView } from './claim.ts'
import type { LinkView } from './objects.ts'
import { claimTombstone, linkTombstone, reportTombstone, sourceTombstone } from './tombstone.ts'

/** The nouns that can be merged, and how to show each and its tombstone. */
export const aClaim: Remaining<ClaimView> = { show: showClaim, tombstone: claimTombstone }
export const aLink: Remaining<LinkView> = { show: showLink, tombstone: linkTombstone }
export const aReport = { show: showReport, tombstone: reportTombstone }
export const aSource = { show: showSource, tombstone: sourceTombstone }
