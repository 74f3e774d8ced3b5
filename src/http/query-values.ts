import { z } from 'zod'

/** Several values of one parameter, separated by commas. */
export function listed<T extends z.ZodType<unknown, string>>(item: T) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(item).max(100, 'At most 100 of them.'))
}

/** A whole number in plain digits. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .transform((text, context) => {
      const value = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
      if (value >= min && value <= max) return value
      context.addIssue({ code: 'custom', message: `Send a whole number from ${min} to ${max}.` })
      return z.NEVER
    })
    .meta({ type: 'integer', minimum: min, maximum: max })
}
