/** A rule of 1.2, by name, and the claim, link or source that breaks it. */
export interface Breach {
  readonly rule: string
  readonly item: string
}
