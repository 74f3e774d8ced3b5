import type { NewCitation } from './citation.ts'
import type { NewClaim } from './claim.ts'
import type { Attribution } from './kinds.ts'
import type { NewLink } from './link.ts'
import type { Point } from './points.ts'
import type { NewReport } from './report.ts'
import type { NewSource } from './source.ts'
import type { NewStory } from './story.ts'

/** Objects ready to be entered: each has its id, and every reference is an id. */
export type SourceEntry = Omit<NewSource, 'slug'> & { id: string; slug: string }
export type ReportEntry = NewReport & { id: string }
export type ClaimEntry = Omit<NewClaim, 'citations' | 'points'> & {
  id: string
  points: readonly Point[]
}
/** `meets` names points by id. */
export type LinkEntry = Omit<NewLink, 'citations'> & { id: string }
export type StoryEntry = Omit<NewStory, 'slug'> & { id: string; slug: string }
export type CitationEntry = Omit<NewCitation, 'attribution'> & {
  id: string
  attribution: Attribution
  of: { claim: string } | { link: string } | { withdrawal: string } | { end: string }
  /** The event of the withdrawal or end that it is the source of. */
  endingSeq?: number
  /** Its position among the citations of its claim or link. */
  position: number
}
