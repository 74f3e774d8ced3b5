import { DomainError, type FieldFault } from '../domain/errors.ts'
import { bundleLine, type BundleLine } from './bundle.ts'
import { inZone } from './local-dates.ts'
import { parse, type Parsed } from './faults.ts'
import { parseJson } from './strict-json.ts'

export type LineFault = FieldFault & { readonly line: number }

/** The lines of a bundle, and their faults. */
export interface Bundle {
  readonly lines: readonly { readonly line: number; readonly value: BundleLine }[]
  readonly faults: readonly LineFault[]
  /** Some line cannot be parsed at all; otherwise all faults concern the content. */
  readonly isMalformed: boolean
}

/** After how many faults reading ends; the lines that follow are neither sound nor refused. */
export const faultsMax = 10_000

/**
 * Reads every line, even after a fault. Blank lines are counted but skipped.
 *
 * @param zone the zone of local times if the header names none
 */
export function readBundle(bytes: Uint8Array, zone?: string): Bundle {
  const reading = readingBundle(bytes, zone)
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
  }
}

/** The same as steps, one for each line. */
export function* readingBundle(bytes: Uint8Array, zone?: string): Generator<void, Bundle, void> {
  const lines: { line: number; value: BundleLine }[] = []
  const faults: LineFault[] = []
  let isMalformed = false
  let timezone = zone

  for (const { line, content } of linesOf(bytes)) {
    if (faults.length >= faultsMax) break
    yield
    const json = parseJson(content, line)
    if (json.fault?.code === 'empty-body') continue
    if (json.fault) {
      isMalformed = true
      faults.push({ ...json.fault, line })
      continue
    }
    const parsed = parseLine(json.value, timezone)
    if (parsed.faults) {
      for (const fault of parsed.faults) faults.push({ ...fault, line })
      continue
    }
    const { value } = parsed
    lines.push({ line, value })
    if (value.type === 'bundle') timezone = value.timezone ?? timezone
  }

  if (lines.length > 0 || faults.length > 0) return { lines, faults, isMalformed }
  const fault = { pointer: '', code: 'empty-body', message: 'It contains no lines.', line: 1 }
  return { lines, faults: [fault], isMalformed: true }
}

function parseLine(sent: unknown, timezone: string | undefined): Parsed<BundleLine> {
  if (timezone === undefined) return parse(bundleLine, sent)
  const { line, faults } = inZone(sent, timezone)
  const parsed = parse(bundleLine, line)
  if (faults.length === 0) return parsed
  const places = new Set(faults.map(({ pointer }) => pointer))
  const others = parsed.faults?.filter(({ pointer }) => !places.has(pointer)) ?? []
  return { faults: [...faults, ...others] }
}

/** @throws {DomainError} `malformed` or `invalid`, with every fault, unless all lines are sound */
export function requireSound({ lines, faults, isMalformed }: Bundle): Bundle['lines'] {
  if (faults.length === 0) return lines
  const rest = faults.length < faultsMax ? '' : ' There may be more than are listed.'
  const message = `Nothing was stored: some lines of the bundle are refused.${rest}`
  throw new DomainError(isMalformed ? 'malformed' : 'invalid', message, faults)
}

function* linesOf(bytes: Uint8Array): Generator<{ line: number; content: Uint8Array }> {
  let line = 1
  for (let begin = 0; begin <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, begin)
    const end = feed === -1 ? bytes.length : feed
    yield { line, content: bytes.subarray(begin, end) }
    begin = end + 1
  }
}
