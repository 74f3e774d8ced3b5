/**
 * Public ids are UUIDs; each alias says of what. They are parsed at the edges, see
 * `domain/references.ts`.
 */
export type SourceId = string
export type ClaimId = string
export type LinkId = string
