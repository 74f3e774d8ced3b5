declare const valueOf: unique symbol

/** The JSON of a value, serialised where that holds nobody up. */
export type JsonText<T> = string & { readonly [valueOf]: T }

export function jsonText<T>(value: T): JsonText<T> {
  // The property exists only in types.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.stringify(value) as JsonText<T>
}
