import { setImmediate } from 'node:timers/promises'

/** Computing for longer at a stretch keeps other requests waiting. */
const stretchMs = 10

/** As `map`, with a pause for other requests whenever it has computed for a while. */
export async function mapInSlices<T, R>(
  items: readonly T[],
  map: (item: T, index: number) => R,
): Promise<readonly R[]> {
  const mapped: R[] = []
  let begun = performance.now()
  for (const [index, item] of items.entries()) {
    mapped.push(map(item, index))
    if (performance.now() - begun < stretchMs) continue
    await setImmediate()
    begun = performance.now()
  }
  return mapped
}

/** Runs a computation to its end, with the same pauses between its steps. */
export async function runInSlices<R>(steps: Iterator<unknown, R>): Promise<R> {
  let begun = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() - begun < stretchMs) continue
    await setImmediate()
    begun = performance.now()
  }
}

/** Runs computations one after the other, with a pause for other requests before each. */
export class OneByOne {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(compute: () => T): Promise<T> {
    const mine = this.#last.then(() => setImmediate()).then(compute)
    this.#last = mine.catch(() => {})
    return mine
  }
}

/** Shorter lists are not worth a slice of their own. */
const shortMax = 20

/**
 * As `JSON.stringify` for a plain value, with pauses between the items of long lists among the fields
 * of an object.
 */
export async function jsonInSlices(value: unknown): Promise<string> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const fields = isObject ? Object.entries(value) : []
  if (!fields.some(([, each]) => isLong(each))) return JSON.stringify(value)
  const written: string[] = []
  for (const [name, each] of fields) {
    const json = isLong(each) ? await listInSlices(each) : jsonOf(each)
    if (json !== undefined) written.push(`${JSON.stringify(name)}:${json}`)
  }
  return `{${written.join(',')}}`
}

async function listInSlices(items: readonly unknown[]): Promise<string> {
  return `[${(await mapInSlices(items, (item) => jsonOf(item) ?? 'null')).join(',')}]`
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > shortMax
}

/** Its type does not say that it is undefined for what JSON cannot hold. */
function jsonOf(value: unknown): string | undefined {
  return JSON.stringify(value)
}
