/** Where an object stands: its own edits, and the last event that changed anything it shows. */
export interface Revision {
  readonly version: number
  readonly seq: number
}

/** What is shown of an object says which version it is. */
export interface Versioned {
  readonly version: number
}
