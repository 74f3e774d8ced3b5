/** Public ids are UUIDs; each alias says whose. Parsed at the edges, see `domain/id.ts`. */
export type SourceId = string
export type ReportId = string
export type ClaimId = string
export type CitationId = string
export type LinkId = string
export type StoryId = string
