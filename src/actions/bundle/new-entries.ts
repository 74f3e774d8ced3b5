import type { NewCitation } from '../../domain/citation.ts'
import type {
  CitationEntry,
  ClaimEntry,
  LinkEntry,
  ReportEntry,
  SourceEntry,
  StoryEntry,
} from '../../domain/entries.ts'

/** A citation that may have left out how the report has it. */
export type UnattributedCitation = Omit<CitationEntry, 'attribution'> &
  Pick<NewCitation, 'attribution'> & {
    /** The claim whose speaker it is evidence of: the cited one, or the one its link starts at. */
    readonly claim: string
  }

/** The new objects of a bundle, every reference resolved. */
export interface Entries {
  readonly sources: readonly SourceEntry[]
  readonly reports: readonly ReportEntry[]
  readonly claims: readonly ClaimEntry[]
  readonly links: readonly LinkEntry[]
  readonly stories: readonly StoryEntry[]
  readonly citations: readonly UnattributedCitation[]
}
