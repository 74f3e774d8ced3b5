import { z } from 'zod'
import { writtenDate } from '../domain/date-advice.ts'
import { DomainError, firstFaults, type FieldFault } from '../domain/errors.ts'
import { clipped } from '../domain/lists.ts'
import { adviceOnWord } from '../domain/word-advice.ts'

/** The result of parsing external input: the value, or all its faults. */
export type Parsed<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly FieldFault[] }

/** How many faults of one parse are listed: those of a long list are mostly alike. */
const listedMax = 100

/**
 * Parses external input; each fault has a JSON Pointer, a stable code and a plain message. If there
 * are very many, the last one says how many more.
 */
export function parse<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(input, { error: plainWords, reportInput: true })
  if (result.success) return { value: result.data }
  const { issues } = result.error
  const faults: FieldFault[] = []
  for (const issue of issues) {
    if (faults.length >= listedMax) break
    faults.push(...faultsOf(issue, []))
  }
  const count = issues.reduce((sum, issue) => sum + countOf(issue), 0)
  return { faults: firstFaults(faults, listedMax, count) }
}

/** Parses the body of a request. @throws {DomainError} `invalid` */
export function parseSent<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = parse(schema, value)
  if (parsed.faults)
    throw new DomainError('invalid', 'The body does not fit; see errors.', parsed.faults)
  return parsed.value
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function faultsOf(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): FieldFault[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, listedMax).map((key) => ({
      pointer: pointerTo([...path, clipped(key)]),
      code: 'unknown-field',
      message: unknownField(key),
    }))
  if (issue.code === 'invalid_union' && issue.input !== undefined) {
    const form = resembled(issue.errors)
    if (form) return form.flatMap((nested) => faultsOf(nested, path))
  }
  return [{ pointer: pointerTo(path), code: codeOf(issue), message: messageOf(issue) }]
}

/** How many faults an issue makes. */
function countOf(issue: z.core.$ZodIssue): number {
  if (issue.code === 'unrecognized_keys') return issue.keys.length
  const form =
    issue.code === 'invalid_union' && issue.input !== undefined && resembled(issue.errors)
  return form ? form.reduce((sum, nested) => sum + countOf(nested), 0) : 1
}

/** Fields of answers that people try to set, and how they are actually set. */
const setElsewhere: Readonly<Record<string, string>> = {
  withdrawnAt: 'a claim is withdrawn by POST …/withdraw, and a wrong withdrawal is voided',
  endedAt: 'a link is ended by POST …/end, and a wrong end is voided',
  voidedAt: 'an entry error is marked by POST …/void',
  redaction: 'words are removed by POST …/redact',
  mergedInto: 'entries of the same thing are merged by POST …/merge',
  recordedAt: 'the service says when something was recorded',
  version: 'the service counts versions; send the one you saw in If-Match',
  ...Object.fromEntries(
    ['label', 'status', 'statusLabel', 'statusGroup', 'statusSince', 'explanation', 'badges'].map(
      (name) => [name, 'it follows from the record by the rules'],
    ),
  ),
}

function unknownField(name: string): string {
  const how = Object.hasOwn(setElsewhere, name) ? setElsewhere[name] : undefined
  return how === undefined ? 'There is no such field.' : `It cannot be set here: ${how}.`
}

/**
 * The faults of the variant that the input resembles: among those of its type (object, text), the
 * one with the fewest missing or unknown fields. Undefined if none, or several equally.
 */
function resembled(
  forms: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined {
  const ofItsKind = forms
    .filter((issues) => !issues.some(isOfAnotherKind))
    .map((issues) => ({ issues, distance: distanceOf(issues) }))
    .toSorted((a, b) => a.distance - b.distance)
  const [closest, next] = ofItsKind
  return closest && closest.distance !== next?.distance ? closest.issues : undefined
}

function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0
}

function distanceOf(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 2 * issue.keys.length
    return sum + (isMissing(issue) && issue.path.length === 1 ? 1 : 0)
  }, 0)
}

/** Suggests how to write a date given in prose, if it is clear. */
function messageOf({ code, input, message, ...issue }: z.core.$ZodIssue): string {
  const isNoDate = code === 'custom' && 'params' in issue && ownCode(issue.params) === noSuchDate
  const date = isNoDate && typeof input === 'string' ? writtenDate(input) : undefined
  return date === undefined ? message : `${message} Write it as "${date}".`
}

const noSuchDate = 'no-such-date'

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

/** JSON has no `undefined`, so undefined means that nothing was sent. */
function isMissing({ code, input, discriminator }: Sent): boolean {
  if (code === 'custom') return false
  if (discriminator === undefined) return input === undefined
  return typeof input === 'object' && input !== null && !Object.hasOwn(input, discriminator)
}

/** Messages for faults that a schema has no message of its own for. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  const example = exampleOf(issue.inst)
  if (isMissing(issue)) return `It is missing.${example ? ` Send ${example}, for example.` : ''}`
  if (issue.code === 'invalid_type') return `Send ${kinds[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') return wordsFor(issue.input, issue.values)
  if (issue.code === 'invalid_union' && Array.isArray(issue.options))
    return wordsFor(tagIn(issue), issue.options)
  if (issue.code === 'invalid_union' && example) return `Send ${example}.`
  if (issue.code === 'too_big') return `At most ${issue.maximum}.`
  if (issue.code === 'too_small') return `At least ${issue.minimum}.`
  return 'It does not have the form required here.'
}

function wordsFor(sent: unknown, vocabulary: readonly unknown[]): string {
  const advice = adviceOnWord(sent, vocabulary)
  return `Send ${orList(vocabulary)}.${advice === undefined ? '' : ` ${advice}`}`
}

function tagIn({ input, discriminator }: Sent): unknown {
  if (typeof input !== 'object' || input === null || discriminator === undefined) return undefined
  return Object.entries(input).find(([name]) => name === discriminator)?.[1]
}

/** The example in a schema, as JSON; for a union, the examples of its variants. */
function exampleOf(schema: unknown): string | undefined {
  if (schema instanceof z.ZodEnum) return orList(schema.options)
  if (!(schema instanceof z.ZodType)) return undefined
  const { example, examples = [example] } = schema.meta() ?? {}
  const shown = Array.isArray(examples) ? examples.filter((each) => each !== undefined) : []
  return shown.length === 0 ? undefined : orList(shown.map((each) => JSON.stringify(each)))
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
