import { withoutEnd } from '../domain/without-end.ts'

export const depthMax = 32

/** Nothing that is sent has nearly as many fields in one object. */
const fieldsMax = 1_000

/** Nor has a document nearly as many values. Reading very many would keep other requests waiting. */
const valuesMax = 10_000

/** Why a text is not strict JSON, and the index at which the fault begins. */
export interface JsonFault {
  readonly code: string
  readonly message: string
  readonly at: number
}

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const bracket = 0x5b
const backslash = 0x5c
const brace = 0x7b
/** The distance from an opening bracket or brace to its counterpart. */
const toClosing = 2

/** The first fault in a text: not JSON, or something that `JSON.parse` would silently change. */
export function findJsonFault(text: string): JsonFault | undefined {
  /** The keys of each enclosing object, innermost last; undefined for an array. */
  const open: (Set<string> | undefined)[] = []
  let at = skipSpace(text, 0)

  for (let values = 1; ; values += 1) {
    if (values > valuesMax) return tooManyValues(at)
    const keys = open.at(-1)
    if (keys) {
      const end = endOfString(text, at)
      const fault = end === undefined ? malformed(at) : keyFault(text.slice(at, end), keys, at)
      if (fault || end === undefined) return fault
      at = skipSpace(text, end)
      if (text.charCodeAt(at) !== colon) return malformed(at)
      at = skipSpace(text, at + 1)
    }

    const first = text.charCodeAt(at)
    if (first === brace || first === bracket) {
      if (open.length === depthMax) return tooDeep(at)
      open.push(first === brace ? new Set() : undefined)
      at = skipSpace(text, at + 1)
      if (text.charCodeAt(at) !== first + toClosing) continue
    } else {
      const end = first === quote ? endOfString(text, at) : endOfWord(text, at)
      if (end === undefined) return malformed(at)
      if (first !== quote && !survives(text.slice(at, end))) return unrepresentable(at)
      at = skipSpace(text, end)
    }

    while (open.length > 0 && text.charCodeAt(at) === closingOf(open.at(-1))) {
      open.pop()
      at = skipSpace(text, at + 1)
    }
    if (open.length === 0) return at === text.length ? undefined : malformed(at)
    if (text.charCodeAt(at) !== comma) return malformed(at)
    at = skipSpace(text, at + 1)
  }
}

function closingOf(keys: Set<string> | undefined): number {
  return (keys ? brace : bracket) + toClosing
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at += 1
  return at
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function endOfString(text: string, from: number): number | undefined {
  if (text.charCodeAt(from) !== quote) return undefined
  let at = from + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === backslash) {
      escape.lastIndex = at
      if (!escape.test(text)) return undefined
      at = escape.lastIndex
    } else if (code >= 0x20) at += 1
    else return undefined
  }
}

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

function endOfWord(text: string, from: number): number | undefined {
  word.lastIndex = from
  return word.test(text) ? word.lastIndex : undefined
}

function keyFault(literal: string, keys: Set<string>, at: number): JsonFault | undefined {
  const key = literal.includes('\\') ? String(JSON.parse(literal)) : literal
  const name = key === literal ? literal.slice(1, -1) : key
  if (name === '__proto__')
    return { code: 'forbidden-key', message: 'The key __proto__ is not allowed.', at }
  if (keys.has(name))
    return { code: 'duplicate-key', message: 'This key occurs twice in its object.', at }
  if (keys.size === fieldsMax) return tooManyFields(at)
  keys.add(name)
  return undefined
}

/** Whether a double represents the written decimal exactly. Fifteen digits always fit. */
function survives(literal: string): boolean {
  if (literal.length <= 15 && !/[eE]/.test(literal)) return true
  if (literal.length > 400) return false
  return decimalOf(literal) === decimalOf(String(Number(literal)))
}

/** The normal form of a decimal: significant digits and exponent. */
function decimalOf(literal: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = withoutEnd(digits, /0/)
  if (significant === '') return whole === '' ? 'none' : '0'
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}

function malformed(at: number): JsonFault {
  return { code: 'malformed-json', message: 'This is not JSON.', at }
}

function tooDeep(at: number): JsonFault {
  return { code: 'too-deep', message: `It nests deeper than ${depthMax} levels.`, at }
}

function tooManyFields(at: number): JsonFault {
  return { code: 'too-many-fields', message: `An object has at most ${fieldsMax} fields.`, at }
}

function tooManyValues(at: number): JsonFault {
  const message = `There are at most ${valuesMax} values in one document.`
  return { code: 'too-many-values', message, at }
}

function unrepresentable(at: number): JsonFault {
  const message = 'This number has more digits or a larger exponent than a double holds.'
  return { code: 'unrepresentable-number', message, at }
}
