import type { z } from 'zod'
import type { FieldFault } from '../domain/errors.ts'

/** What a schema made of input that people sent: the value, or every fault in it. */
export type Parsed<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly FieldFault[] }

/** Parses input of a request, naming each fault by JSON Pointer, stable code and plain words. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input, { error: plainWords, reportInput: true })
  if (result.success) return { value: result.data }
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) }
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function faultsOf(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): FieldFault[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerTo([...path, key]),
      code: 'unknown-field',
      message: 'There is no such field.',
    }))
  if (issue.code === 'invalid_union' && issue.input !== undefined) {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0]
    if (closest) return closest.flatMap((nested) => faultsOf(nested, path))
  }
  return [{ pointer: pointerTo(path), code: codeOf(issue), message: issue.message }]
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return ownCode(issue.params) ?? 'invalid'
  if (isMissing(issue)) return 'missing'
  const isCounted = 'origin' in issue && issue.origin !== 'number'
  if (issue.code === 'too_big') return isCounted ? 'too-long' : 'too-large'
  if (issue.code === 'too_small') return isCounted ? 'too-short' : 'too-small'
  return codes[issue.code] ?? 'invalid'
}

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'not-allowed-value',
  invalid_union: 'not-allowed-value',
}

function ownCode(params: Record<string, unknown> | undefined): string | undefined {
  return typeof params?.['code'] === 'string' ? params['code'] : undefined
}

interface Sent {
  readonly code?: string
  readonly input?: unknown
  readonly discriminator?: string | undefined
}

/** JSON knows no `undefined`: where there is none to be read, nothing was sent. */
function isMissing({ code, input, discriminator }: Sent): boolean {
  if (code === 'custom') return false
  if (discriminator === undefined) return input === undefined
  return typeof input === 'object' && input !== null && !Object.hasOwn(input, discriminator)
}

/** Words for what a schema does not put in words of its own. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  if (isMissing(issue)) return 'It is missing.'
  if (issue.code === 'invalid_type') return `Send ${kinds[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') return `Send ${orList(issue.values)}.`
  if (issue.code === 'invalid_union' && Array.isArray(issue.options))
    return `Send ${orList(issue.options)}.`
  if (issue.code === 'too_big') return `At most ${issue.maximum}.`
  if (issue.code === 'too_small') return `At least ${issue.minimum}.`
  return 'It does not have the form required here.'
}

function orList(values: readonly unknown[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(values.map(String))
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
  null: 'null',
}
