/** Public ids are UUIDs; each alias says whose. Parsed at the edges, see `domain/references.ts`. */
export type SourceId = string
export type ClaimId = string
export type LinkId = string
