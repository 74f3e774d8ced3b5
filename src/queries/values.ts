import { z } from 'zod'
import { list } from '../domain/lists.ts'
import { textFault, textMax } from '../domain/text.ts'

const several = 100

const sentValues = list(z.string(), several)

/** Several values of one parameter, separated by commas or repeated. */
export function listed<T extends z.ZodType<unknown, string>>(item: T) {
  return sentValues
    .transform((sent) => [...new Set(sent.flatMap((text) => text.split(',')))])
    .pipe(list(item, several))
}

/**
 * Names of things, separated by commas; a repeated parameter may contain commas in its values.
 * Which it is, the record decides.
 */
export const named = sentValues
  .refine((sent) => sent.flatMap(partsOfNames).length <= several, `Send at most ${several}.`)
  .superRefine((sent, context) => {
    for (const [index, name] of sent.flatMap(partsOfNames).entries()) {
      const fault = nameFault(name)
      if (fault)
        context.addIssue({ code: 'custom', path: [index], params: fault, message: fault.message })
    }
  })
  .pipe(sentValues)

/** The names in a value, if it has commas that separate them. */
export function partsOfNames(value: string): string[] {
  return value.split(',').map((name) => name.trim())
}

function nameFault(name: string) {
  if (name === '') return { code: 'blank', message: 'It is empty; leave it out, or name one.' }
  return textFault(name.normalize('NFC'), textMax.name)
}

/** Whether a parameter takes a list, optional or not. */
export function takesSeveral(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return takesSeveral(schema.unwrap())
  return schema instanceof z.ZodPipe ? takesSeveral(schema.in) : schema instanceof z.ZodArray
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
