import { z } from 'zod'

/** Longest texts, in Unicode code points. */
export const textMax = { name: 200, title: 300, prose: 5000, note: 2000, url: 2000, locator: 200 }

// oxlint-disable-next-line no-control-regex -- they are what it looks for
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/
const noncharacters = /\p{Noncharacter_Code_Point}/u
const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u

interface TextFault {
  readonly code: string
  readonly message: string
}

/** What makes a text unfit for the record, or nothing. A text is refused, never repaired. */
export function textFault(text: string, max: number): TextFault | undefined {
  if (!text.isWellFormed())
    return fault('lone-surrogate', 'It holds half of a surrogate pair; send whole characters.')
  if (text.includes('\uFFFD'))
    return fault(
      'replacement-character',
      'It holds U+FFFD, the mark of a decoding that went wrong.',
    )
  if (noncharacters.test(text))
    return fault('noncharacter', 'It holds a code point that is no character.')
  if (controls.test(text))
    return fault(
      'control-character',
      'It holds a control character; only tab and line feed may be used.',
    )
  if (bidiControls.test(text))
    return fault('bidi-control', 'It holds a character that overrides the direction of text.')
  if (text.normalize('NFC') !== text)
    return fault(
      'not-nfc',
      'It is not in Unicode normalization form C; normalize it and send it again.',
    )
  if (text.length > max && [...text].length > max)
    return fault('too-long', `It is longer than ${max} characters.`)
  return undefined
}

/** A text of the record: clean, of at most `max` code points, and not blank. */
export function text(max: number) {
  return z
    .string()
    .superRefine((value, context) => {
      const found = blank.test(value)
        ? fault('blank', 'It is empty or blank.')
        : textFault(value, max)
      if (found) refuse(context, found)
    })
    .meta({ minLength: 1, maxLength: max })
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
