import { z } from 'zod'
import type { TextFault } from './text-faults.ts'

interface CountedDef extends z.core.$ZodArrayDef {
  readonly most: number
  readonly fault: TextFault
}

/** An array that is counted before its items are parsed; zod itself counts afterwards. */
const counted = z.core.$constructor<z.ZodArray, CountedDef>('CountedArray', (schema, def) => {
  z.ZodArray.init(schema, def)
  const { most, fault } = def
  const { _zod: inner } = schema
  inner.bag['maximum'] = most
  const parseItems = inner.parse.bind(inner)
  inner.parse = (payload, context) => {
    const { value } = payload
    if (!Array.isArray(value) || value.length <= most) return parseItems(payload, context)
    const { code, message } = fault
    payload.issues.push({
      code: 'custom',
      params: { code },
      message,
      input: value,
      inst: schema,
      continue: false,
    })
    payload.aborted = true
    return payload
  }
})

/** A list of at most so many items. A longer one has a single fault, whatever is in it. */
export function list<T extends z.ZodType>(
  item: T,
  most: number,
  fault: TextFault = { code: 'too-long', message: `Send at most ${most}.` },
): z.ZodArray<T> {
  const schema: unknown = new counted({ type: 'array', element: item, most, fault })
  // The constructor makes an array of the element that it is given.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return schema as z.ZodArray<T>
}

/** A list in which no two items share a key. */
export function distinct<T extends z.ZodType>(
  item: T,
  max: number,
  keyOf: (value: z.output<T>) => string,
) {
  return list(item, max).superRefine((values, context) => {
    const seen = new Set<string>()
    for (const [index, value] of values.entries()) {
      const key = keyOf(value)
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: [index],
          params: { code: 'repeated' },
          message: `"${clipped(key)}" occurs twice.`,
        })
      seen.add(key)
    }
  })
}

const shownMax = 100

/** A name that a caller sent, as a message repeats it. */
export function clipped(name: string): string {
  return name.length > shownMax ? `${name.slice(0, shownMax)}…` : name
}
