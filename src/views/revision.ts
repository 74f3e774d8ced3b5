/**
 * The revision of an object: its own version, and the last event that changed anything shown of it.
 */
export interface Revision {
  readonly version: number
  readonly seq: number
}

/** Views carry their version. */
export interface Versioned {
  readonly version: number
}
