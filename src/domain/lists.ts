import { z } from 'zod'

/** A list in which no two items share a key. */
export function distinct<T extends z.ZodType>(
  item: T,
  max: number,
  keyOf: (value: z.output<T>) => string,
) {
  return z
    .array(item)
    .max(max, `Send at most ${max}.`)
    .superRefine((values, context) => {
      const seen = new Set<string>()
      for (const [index, value] of values.entries()) {
        const key = keyOf(value)
        if (seen.has(key))
          context.addIssue({
            code: 'custom',
            path: [index],
            params: { code: 'repeated' },
            message: `"${key}" occurs twice.`,
          })
        seen.add(key)
      }
    })
}
