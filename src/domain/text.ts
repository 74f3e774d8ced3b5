import { z } from 'zod'
import { characterFault, lineFault, type TextFault } from './text-faults.ts'

/** Longest texts, in Unicode code points. */
export const textMax = { name: 200, title: 300, prose: 5000, note: 2000, url: 2000, locator: 200 }

const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** What makes a text unfit for the record, or nothing. A text is refused, never repaired. */
export function textFault(text: string, max: number): TextFault | undefined {
  const found = characterFault(text)
  if (found) return found
  return text.length > max && [...text].length > max
    ? fault('too-long', `It is longer than ${max} characters.`)
    : undefined
}

/** What keeps a text from being a slug, a ref or their like: each name has one spelling. */
export function nameFault(text: string): TextFault | undefined {
  return text.normalize('NFC') === text
    ? undefined
    : fault('not-nfc', 'It is not in Unicode normalization form C; normalize it and send it again.')
}

/** A text of the record: clean, of at most `max` code points, and not blank. */
export function text(max: number) {
  return worded(max, () => undefined)
}

/** A text that stands in one line: a name or a title. */
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

/** A text that names something for those who enter it. */
export function label(max: number) {
  return line(max).superRefine((value, context) => {
    const found = nameFault(value)
    if (found) refuse(context, found)
  })
}

/** What stands beside a quote: may be white space alone, as a line break before a paragraph is. */
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

/** Reports a refusal with our own stable code, which `errors[].code` carries to the caller. */
export function refuse(context: z.RefinementCtx, { code, message }: TextFault): void {
  context.addIssue({ code: 'custom', params: { code }, message })
}

function fault(code: string, message: string): TextFault {
  return { code, message }
}
