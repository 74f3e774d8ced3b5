import { DomainError } from '../../domain/errors.ts'
import {
  releaseSavepoint,
  rollBackToSavepoint,
  setSavepoint,
} from '../../store/database/savepoint.ts'
import { secondPerson } from '../record/consequence/second-person.ts'
import { tryAlone } from '../record/try-alone.ts'
import type { Writing } from '../record/writing.ts'
import type { NumberedLine } from './lines.ts'
import { idOf, withAllThatName } from './named-along.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'
import { refersToRecord, stepsOf } from './steps.ts'

/**
 * How many lines of a bundle may affect what is on record: each is judged under the record lock.
 */
const singlyMax = 300

type Enter = (writing: Writing, lines: readonly NumberedLine[], names: Names) => Promise<unknown>

/**
 * Judges each line of a bundle like a single write, in the order of entry, and then rolls
 * everything back. A bundle in which no line refers to something on record has nothing to judge.
 *
 * @param enter enters some lines without checking the rules for links
 * @returns whether every line could be judged; if not, the bundle as a whole cannot be entered
 * either
 * @throws {RefusedLines} naming the lines that take a second person
 */
export async function judgeLines(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  enter: Enter,
): Promise<boolean> {
  const { meter } = writing
  const { together, singly } = stepsOf(lines, names)
  meter.check()
  const never = lines.filter(
    (line) => !names.known.has(line.line) && neverAlone(line) !== undefined,
  )
  const faults = never.map((line) => faultAt(line.line, secondPerson(neverAlone(line) ?? '')))
  const fresh = new Set(
    [...names.ids].filter(([line]) => !names.known.has(line)).map(([, id]) => id),
  )
  const isOnRecord = singly.some((line) => refersToRecord(line, names, fresh))
  meter.check()
  if (isOnRecord && singly.length > singlyMax) throw tooMany(singly.length)

  const isJudged =
    !isOnRecord || (await judgeSingly(writing, names, { together, singly, enter, never, faults }))
  if (faults.length > 0) throw new RefusedLines(faults)
  return isJudged
}

async function judgeSingly(
  writing: Writing,
  names: Names,
  {
    together,
    singly,
    enter,
    never,
    faults,
  }: {
    together: readonly NumberedLine[]
    singly: readonly NumberedLine[]
    enter: Enter
    /** Those already refused. */
    never: readonly NumberedLine[]
    faults: LineFault[]
  },
): Promise<boolean> {
  const { tx } = writing
  const refused = withAllThatName(never, [...together, ...singly], names, writing.meter)
  let last = writing.lastSeq()
  await setSavepoint(tx, 'judging')
  try {
    const rest = together.filter((line) => !refused.has(idOf(line, names)))
    last = await tryAlone(writing, last, (alone) => enter(alone, rest, withResent(names)))
    for (const line of singly) {
      if (refused.has(idOf(line, names)) || namesAnyOf(line, names, refused)) continue
      const ofLine = withResent(names, line)
      await setSavepoint(tx, 'one_line')
      try {
        last = await tryAlone(writing, last, (alone) => enter(alone, [line], ofLine))
        await releaseSavepoint(tx, 'one_line')
      } catch (error) {
        if (!isOfSecondPerson(error)) throw error
        await rollBackToSavepoint(tx, 'one_line')
        faults.push(faultAt(line.line, error.message))
        refused.add(idOf(line, names))
      }
    }
  } catch (error) {
    if (!(error instanceof RefusedLines)) throw error
    return false
  } finally {
    await rollBackToSavepoint(tx, 'judging')
  }
  return true
}

/** The names of a bundle, limited to one line, or to the lines that amend nothing. */
function withResent(names: Names, only?: NumberedLine): Names {
  return { ...names, resent: names.resent.filter(({ line }) => line === only?.line) }
}

/** Whether a line depends on a refused one, and so goes with it. */
function namesAnyOf({ value }: NumberedLine, names: Names, refused: ReadonlySet<string>): boolean {
  return mentionsOf(value).some(({ type, reference }) =>
    refused.has(names.resolve(type, reference) ?? ''),
  )
}

function isOfSecondPerson(error: unknown): error is DomainError {
  return error instanceof DomainError && error.faults.some(({ code }) => code === 'second-person')
}

/** Why a line always takes a second person, whatever its consequences. */
function neverAlone({ value }: NumberedLine): string | undefined {
  if (value.type === 'source' && value.kind === 'body') return 'make a source a body'
  return value.type === 'claim' && value.kind === 'ruling' ? 'enter a ruling' : undefined
}

function faultAt(line: number, message: string): LineFault {
  return { line, pointer: '', code: 'second-person', message, isConflict: true }
}

function tooMany(count: number): DomainError {
  const message = `${count} lines of this bundle affect what is on record, and each of them is judged separately; send at most ${singlyMax} at once.`
  return new DomainError('invalid', message)
}
