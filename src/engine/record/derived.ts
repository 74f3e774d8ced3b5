/**
 * What was derived from an object, kept with the object. In a `WeakMap` that outlives many objects,
 * V8 takes what they map to for alive until it collects all garbage: every write would leave all that
 * it has loaded behind.
 */
export class Derived {
  readonly #values = new Map<symbol, unknown>()

  /** @param key of one function that makes such values */
  get<Value>(key: symbol, make: () => Value): Value {
    if (!this.#values.has(key)) this.#values.set(key, make())
    // Only `make` of this key has set it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return this.#values.get(key) as Value
  }
}

/** A value of each object, made when it is first asked for. */
export function derivedFrom<Of extends { readonly derived: Derived }, Value>(
  make: (of: Of) => Value,
): (of: Of) => Value {
  const key = Symbol('derived')
  return (of) => of.derived.get(key, () => make(of))
}
