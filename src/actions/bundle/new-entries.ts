import type { NewCitation } from '../../domain/citation.ts'
import type {
  CitationEntry,
  ClaimEntry,
  LinkEntry,
  ReportEntry,
  SourceEntry,
  StoryEntry,
} from '../../domain/entries.ts'

/** A citation that may lack its attribution. */
export type UnattributedCitation = Omit<CitationEntry, 'attribution'> &
  Pick<NewCitation, 'attribution'> & {
    /**
     * The claim whose speaker the citation is evidence of: the cited claim, or the one where the
     * cited link starts.
     */
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
