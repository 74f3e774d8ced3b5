/** A request of an operation that the demo record answers well. */
export interface Example {
  /** `$` and an operation stand for the id of what its example made. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** JSON, or a text for what is no JSON document. */
  readonly body?: unknown
  readonly ifMatch?: string
}
