/** How much one answer says at most, in bytes of JSON. */
export const answerWeightMax = 2_000_000

/** How many bytes a value takes as JSON. */
export function weightOf(value: unknown): number {
  const json: string | undefined = JSON.stringify(value)
  return json === undefined ? 0 : Buffer.byteLength(json)
}

/** The first items that fit into one answer, and always one. */
export function firstThatFit<T>(
  items: readonly T[],
  weigh: (item: T) => number = weightOf,
  max = answerWeightMax,
): readonly T[] {
  let weight = 0
  const end = items.findIndex((item) => {
    weight += weigh(item)
    return weight > max
  })
  return end === -1 ? items : items.slice(0, Math.max(1, end))
}
