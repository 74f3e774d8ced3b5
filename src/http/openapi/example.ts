/** A request that works on the demo record. */
export interface Example {
  /** `$` followed by an operation stands for the id that its example created. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** JSON, or a string if the body is not a JSON document. */
  readonly body?: unknown
  readonly ifMatch?: string
}
