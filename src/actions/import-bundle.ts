import { z } from 'zod'
import { mayWrite, type Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { id } from '../domain/references.ts'
import type { Advice } from '../domain/suggestion.ts'
import { showThen } from '../store/as-of.ts'
import { regionMaxOfPreview } from './bundle/merge-region.ts'
import { Attempts, inOrder, refusedLineOf, type RefusedLine } from './bundle/attempts.ts'
import { enterBundle, type EnteredBundle } from './bundle/enter-bundle.ts'
import type { NumberedLine } from './bundle/lines.ts'
import { RefusedLines, type LineFault } from './bundle/refused-lines.ts'
import type { Deps } from './record/deps.ts'
import { requireScope, type Preview } from './write-object.ts'
import { advise, adviseAgain, keepAdvice, keptAdvice } from './record/suggestions/advise.ts'
import { explainChanges, type ExplainedChanges } from './record/explained-claims.ts'
import { importers } from './record/queue/write-queue-limits.ts'
import { writeRecord } from './record/write-record.ts'
import type { Written } from './record/written.ts'
import { retries, type Idempotent } from './record/idempotent.ts'

export interface ImportBundle {
  readonly actor: Actor
  readonly lines: readonly NumberedLine[]
  /** Lines that could not be parsed. */
  readonly faults: readonly LineFault[]
  /** `skip` keeps the good lines and drops the bad ones, with everything that refers to them. */
  readonly onError: 'refuse' | 'skip'
  readonly idempotent?: Idempotent | undefined
  /** Set if the import is only previewed. */
  readonly preview?: Preview | undefined
  /** Omits the ids of the refs from the answer. */
  readonly isBrief?: boolean
  /** For part of a file: whether the file voids the referenced object. */
  readonly voids?: (reference: string) => boolean
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined
  /** How much its merges may rewrite and relabel; by default, as much as a request may. */
  readonly regionMax?: number
}

/** The result of an import. */
export interface Imported {
  /** How many lines are now in the record: the sum of the next three. */
  readonly accepted: number
  readonly new: number
  readonly amended: number
  readonly unchanged: number
  readonly refused: readonly RefusedLine[]
  readonly refs: Readonly<Record<string, string>>
  readonly events: { readonly first: number; readonly last: number } | null
  readonly statusChanges: number
  readonly advice: Advice
  /** Of a preview alone: what would change in statuses and sentences. */
  readonly preview?: ExplainedChanges
}

/**
 * Enters a bundle in one transaction: all or nothing, or with `skip` everything that can be
 * entered. An editor's lines are each judged like a single write.
 *
 * @throws {DomainError} `invalid` or `conflict`, with every refused line
 */
export async function importBundle(deps: Deps, input: ImportBundle): Promise<Imported> {
  requireScope(input.actor, 'edit', input.preview)
  if (input.preview) requireShort(input.lines)
  const options = {
    judgesLines: !mayWrite(input.actor, 'admin'),
    voids: input.voids,
    ...regionFor(input),
  }
  const attempts = new Attempts(input)
  for (;;) {
    attempts.begin()
    const { lines, refused } = attempts
    try {
      return await writeRecord(deps, {
        actor: input.actor,
        isPreview: input.preview !== undefined,
        waitsAs: importers,
        idempotent: input.idempotent,
        work: async (writing) => {
          attempts.hold()
          const names = await enterBundle(writing, lines, options)
          if (refused.length > 0 && input.onError === 'refuse') throw attempts.refusal()
          return names
        },
        answer: async (written, tx) => ({
          ...answerTo(written, input.isBrief ? [] : refsOf(lines), lines, refused),
          advice: await advise(tx, written),
          ...(input.preview && {
            preview: await explainChanges({ tx, before: deps.db }, written, input.preview.language),
          }),
        }),
        retries: retries({
          schema: keptImport,
          keep: keptOf,
          again: async (kept, tx) => ({
            ...answerAgain(kept, input),
            advice: await showThen(tx, kept.events?.last, (then) => adviseAgain(then, kept)),
          }),
        }),
      })
    } catch (error) {
      if (!(error instanceof RefusedLines)) throw error
      attempts.refuse(error)
    }
  }
}

function regionFor({ preview, regionMax }: ImportBundle) {
  if (preview) return { regionMax: regionMaxOfPreview }
  return regionMax === undefined ? {} : { regionMax }
}

/** A preview holds the record lock, even if its key may write nothing. */
const previewedMax = 500

function requireShort(lines: readonly NumberedLine[]): void {
  if (lines.length <= previewedMax) return
  const message = `A preview takes at most ${previewedMax} lines, and this bundle has ${lines.length}. Preview a part of it.`
  throw new DomainError('invalid', message, [{ pointer: '', code: 'too-many-lines', message }])
}

function answerTo(
  { result: names, events, statusChanges }: Written<EnteredBundle>,
  told: readonly LineRef[],
  lines: readonly NumberedLine[],
  refused: readonly LineFault[],
): Omit<Imported, 'advice'> {
  const refs = told.map(({ line, ref }) => [ref, names.ids.get(line) ?? ''])
  const accepted = lines.filter(({ value }) => value.type !== 'bundle').length
  const [amended, unchanged] = [names.amended.size, names.unchanged.size]
  return {
    accepted,
    new: accepted - amended - unchanged,
    amended,
    unchanged,
    refused: inOrder(refused).map(refusedLineOf),
    refs: Object.fromEntries(refs),
    events: events && { first: events.first, last: events.last },
    statusChanges: statusChanges.length,
  }
}

interface LineRef {
  readonly line: number
  readonly ref: string
}

function refsOf(lines: readonly NumberedLine[]): LineRef[] {
  return lines.flatMap(({ line, value }) =>
    'ref' in value && value.ref !== undefined ? [{ line, ref: value.ref }] : [],
  )
}

/**
 * What is stored for retries of an import. Refs and messages may contain words, so they are taken
 * from the retry instead.
 */
const keptImport = z.object({
  accepted: z.int(),
  new: z.int(),
  amended: z.int(),
  unchanged: z.int(),
  // The previous version also reads a message.
  refused: z.array(
    z.object({ line: z.int(), pointer: z.string(), code: z.string(), message: z.string() }),
  ),
  refs: z.array(id),
  events: z.object({ first: z.int(), last: z.int() }).nullable(),
  statusChanges: z.int(),
  ...keptAdvice,
})

type KeptImport = z.output<typeof keptImport>

function keptOf({ advice, ...imported }: Imported): KeptImport {
  return {
    ...imported,
    ...keepAdvice(advice),
    refused: imported.refused.map((fault) => ({ ...fault, message: '' })),
    refs: Object.values(imported.refs),
  }
}

function answerAgain(
  { suggestions: _, moreSuggestions: __, quoted: ___, ...kept }: KeptImport,
  { lines: sent, faults }: ImportBundle,
): Omit<Imported, 'advice'> {
  const refused = new Set(kept.refused.map(({ line }) => line))
  const refs = refsOf(sent.filter(({ line }) => !refused.has(line))).map(({ ref }) => [ref, ''])
  const names = Object.keys(Object.fromEntries(refs))
  const ids = Object.fromEntries(names.map((name, index) => [name, kept.refs[index] ?? '']))
  const messages = new Map(faults.map((fault) => [placeOf(fault), fault.message]))
  const again = kept.refused.map((fault) => ({
    ...fault,
    message: messages.get(placeOf(fault)) ?? refusedBefore,
  }))
  return { ...kept, refused: again, refs: ids }
}

/** The message reported the state of the record at the time, which may have changed. */
const refusedBefore =
  'It was refused when this request first came. Send the line again with a new Idempotency-Key to learn why.'

function placeOf({ line, pointer, code }: Omit<RefusedLine, 'message'>): string {
  return JSON.stringify([line, pointer, code])
}
