import { z } from 'zod'
import { characterFault, lineFault, type TextFault } from './text-faults.ts'

/** Maximum lengths of texts, in Unicode code points. */
export const textMax = { name: 200, title: 300, prose: 5000, note: 2000, url: 2000, locator: 200 }

const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Why a text is unfit for the record, if it is. Texts are refused, never repaired. */
export function textFault(text: string, max: number): TextFault | undefined {
  const found = characterFault(text)
  if (found) return found
  return text.length > max && [...text].length > max
    ? fault('too-long', `It is longer than ${max} characters.`)
    : undefined
}

/** Why a text cannot be a slug, a ref or similar: each name must have one spelling. */
export function nameFault(text: string): TextFault | undefined {
  return text.normalize('NFC') === text
    ? undefined
    : fault('not-nfc', 'It is not in Unicode normalization form C; normalize it and send it again.')
}

/** A text of the record: clean, at most `max` code points, and not blank. */
export function text(max: number) {
  return worded(max, () => undefined)
}

/** A single-line text: a name or a title. */
export function line(max: number) {
  return worded(max, lineFault)
}

function worded(max: number, furtherFault: (text: string) => TextFault | undefined) {
  return z
    .string()
    .superRefine((value, context) => {
      const found = blank.test(value)
        ? fault('blank', 'It is empty or blank.')
        : (textFault(value, max) ?? furtherFault(value))
      if (found) refuse(context, found)
    })
    .meta({ minLength: 1, maxLength: max })
}

/** An internal name, for those who enter it. */
export function label(max: number) {
  return line(max).superRefine((value, context) => {
    const found = nameFault(value)
    if (found) refuse(context, found)
  })
}

/**
 * The context of a quote. It may be only white space, such as the line break before a paragraph.
 */
export function context(max: number) {
  return z
    .string()
    .min(1, 'It is empty; leave it out or send null.')
    .superRefine((value, context) => {
      const found = textFault(value, max)
      if (found) refuse(context, found)
    })
    .meta({ minLength: 1, maxLength: max })
}

/** Reports a refusal with our own stable code, which `errors[].code` passes to the caller. */
export function refuse(
  context: z.RefinementCtx,
  { code, message }: TextFault,
  path: readonly (string | number)[] = [],
): void {
  context.addIssue({ code: 'custom', path: [...path], params: { code }, message })
}

function fault(code: string, message: string): TextFault {
  return { code, message }
}
