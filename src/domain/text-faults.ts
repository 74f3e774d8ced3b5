import { classOf } from './character-class.ts'
import { firstStacked, stackedMax } from './stacked-marks.ts'
import { unassigned, unicodeVersion } from './unicode-tables.ts'

/** A fault in a text: a code for programs; for people, where it is and what to do. */
export interface TextFault {
  readonly code: string
  readonly message: string
}

interface Refusal {
  readonly code: string
  /** What kind of character it is, if `names` has no name for it. */
  readonly is: string
  readonly advice: string
  readonly characters: RegExp
}

/** Characters refused anywhere in a text. The first match counts. */
const refusals: readonly Refusal[] = [
  {
    code: 'lone-surrogate',
    is: 'half of a surrogate pair',
    advice: 'Send whole characters.',
    characters: /[\uD800-\uDFFF]/u,
  },
  {
    code: 'replacement-character',
    is: 'the mark of a failed decoding',
    advice: 'Decode the text with its actual encoding.',
    characters: /\uFFFD/u,
  },
  {
    code: 'noncharacter',
    is: 'a noncharacter',
    advice: 'Leave it out.',
    characters: /\p{Noncharacter_Code_Point}/u,
  },
  {
    code: 'control-character',
    is: 'a control character',
    advice: 'Only tab and line feed may be used; end lines with a line feed alone.',
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    characters: /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u,
  },
  {
    code: 'bidi-control',
    is: 'an embedding or override of direction',
    advice: 'Leave it out, or use an isolate (U+2066 to U+2068) closed by U+2069.',
    characters: /[\u202A-\u202E]/u,
  },
  {
    code: 'annotation-character',
    is: 'an interlinear annotation character, which hides text',
    advice: 'Leave it out.',
    characters: /[\uFFF9-\uFFFB]/u,
  },
  {
    code: 'private-use',
    is: 'a private use character, which means nothing to others',
    advice: 'Write what it stands for.',
    characters: /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u,
  },
  {
    code: 'unassigned',
    is: `not assigned in Unicode ${unicodeVersion}`,
    advice: 'Leave it out.',
    characters: new RegExp(`[${classOf(unassigned)}]`, 'u'),
  },
]

const never = new RegExp(
  `[${refusals.map(({ characters }) => characters.source.replace(/^\[|\]$/g, '')).join('')}]`,
  'u',
)
const tags = /[\u{E0000}-\u{E007F}]/u
const isolates = /[\u2066-\u2069]/u
const regionFlag = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}/gu

/** The first character that is refused, or refused in its place. */
export function characterFault(text: string): TextFault | undefined {
  return (
    neverFault(text) ??
    (tags.test(text) ? tagFault(text) : undefined) ??
    (isolates.test(text) ? isolateFault(text) : undefined) ??
    stackingFault(text)
  )
}

/**
 * The first character that breaks or controls lines; other control characters are refused in every
 * text.
 */
export function lineFault(text: string): TextFault | undefined {
  const found = /[\t\n\u2028\u2029]/.exec(text)
  if (!found) return undefined
  const message = `It holds ${describe(found[0], 'a line break')} ${placeOf(text, found.index)}. A name or a title is a single line; write a space instead.`
  return { code: 'line-break', message }
}

function neverFault(text: string): TextFault | undefined {
  const found = never.exec(text)
  if (!found) return undefined
  const [character] = found
  const refusal = refusals.find(({ characters }) => characters.test(character))
  if (!refusal) return undefined
  const { code, is, advice } = refusal
  return {
    code,
    message: `It holds ${describe(character, is)} ${placeOf(text, found.index)}. ${advice}`,
  }
}

/**
 * Tag characters are valid only in flags of regions, such as Scotland's; elsewhere they hide text.
 */
function tagFault(text: string): TextFault | undefined {
  const rest = text.replace(regionFlag, (flag) => ' '.repeat(flag.length))
  const found = tags.exec(rest)
  return (
    (found && {
      code: 'tag-character',
      message: `It holds ${describe(found[0], 'a tag character outside the flag of a region')} ${placeOf(text, found.index)}. Tag characters hide text; leave them out.`,
    }) ??
    undefined
  )
}

function isolateFault(text: string): TextFault | undefined {
  const open: { character: string; index: number }[] = []
  for (const { 0: character, index } of text.matchAll(new RegExp(isolates, 'gu'))) {
    if (character !== '\u2069') open.push({ character, index })
    else if (!open.pop()) return unbalanced(text, character, index, 'closes nothing')
  }
  const [first] = open
  return first && unbalanced(text, first.character, first.index, 'is never closed by U+2069')
}

function unbalanced(text: string, character: string, index: number, why: string): TextFault {
  const message = `It holds ${describe(character, 'an isolate of direction')} ${placeOf(text, index)}, which ${why}. Isolates come in pairs.`
  return { code: 'unbalanced-isolate', message }
}

function stackingFault(text: string): TextFault | undefined {
  const found = firstStacked(text)
  if (!found) return undefined
  const message = `It holds more than ${stackedMax} stacking marks in a row, up to ${describe(found.character, 'a combining mark')} at character ${found.place}. Leave out what goes beyond.`
  return { code: 'stacked-marks', message }
}

/** Describes a character: its code point, and its name or kind. */
function describe(character: string, is: string): string {
  const code = character.codePointAt(0) ?? 0
  return `${pointOf(code)} (${names[code] ?? is})`
}

function pointOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** The position in characters (code points), counted from 1. */
function placeOf(text: string, index: number): string {
  return `at character ${Array.from(text.slice(0, index)).length + 1}`
}

const names: Readonly<Record<number, string>> = {
  0x00: 'NUL',
  0x08: 'backspace',
  0x09: 'tab',
  0x0a: 'line feed',
  0x0b: 'line tabulation',
  0x0c: 'form feed',
  0x0d: 'carriage return',
  0x1b: 'escape',
  0x7f: 'delete',
  0x85: 'next line',
  0x20_28: 'line separator',
  0x20_29: 'paragraph separator',
  0x20_2a: 'left-to-right embedding',
  0x20_2b: 'right-to-left embedding',
  0x20_2c: 'pop directional formatting',
  0x20_2d: 'left-to-right override',
  0x20_2e: 'right-to-left override',
  0x20_66: 'left-to-right isolate',
  0x20_67: 'right-to-left isolate',
  0x20_68: 'first strong isolate',
  0x20_69: 'pop directional isolate',
  0xff_f9: 'interlinear annotation anchor',
  0xff_fa: 'interlinear annotation separator',
  0xff_fb: 'interlinear annotation terminator',
  0xff_fd: 'replacement character',
}
