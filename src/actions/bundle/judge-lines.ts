import { sql } from 'kysely'
import { DomainError } from '../../domain/errors.ts'
import type { Db } from '../../store/db.ts'
import { secondPerson } from '../consequence/second-person.ts'
import { tryAlone } from '../try-alone.ts'
import type { Writing } from '../writing.ts'
import type { NumberedLine } from './lines.ts'
import { mentionsOf } from './mentions.ts'
import type { Names } from './names.ts'
import { RefusedLines, type LineFault } from './refused-lines.ts'
import { bearsOnRecord, stepsOf } from './steps.ts'

/** So many lines of one bundle may bear on what is on record: each is judged under the record lock. */
const singlyMax = 300

type Enter = (writing: Writing, lines: readonly NumberedLine[], names: Names) => Promise<unknown>

/**
 * Judges each line of a bundle like a single write, in the order in which they are entered, and takes
 * all of it back again. A bundle of which no line speaks of what was on record before has nothing to
 * judge.
 *
 * @param enter enters some lines, whatever the rules for links say of them
 * @returns whether every line could be judged; else the bundle as a whole cannot be entered either
 * @throws {RefusedLines} naming the lines that take a second person
 */
export async function judgeLines(
  writing: Writing,
  lines: readonly NumberedLine[],
  names: Names,
  enter: Enter,
): Promise<boolean> {
  const { together, singly } = stepsOf(lines, names)
  const faults = lines.flatMap((line) => (names.known.has(line.line) ? [] : neverAlone(line)))
  const fresh = new Set(
    [...names.ids].filter(([line]) => !names.known.has(line)).map(([, id]) => id),
  )
  const bears = singly.some((line) => bearsOnRecord(line, names, fresh))
  if (bears && singly.length > singlyMax) throw tooMany(singly.length)

  const isJudged =
    !bears || (await judgeSingly(writing, names, { together, singly, enter, faults }))
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
    faults,
  }: {
    together: readonly NumberedLine[]
    singly: readonly NumberedLine[]
    enter: Enter
    faults: LineFault[]
  },
): Promise<boolean> {
  const { tx } = writing
  const refused = new Set<string>()
  let last = writing.lastSeq()
  await sql`savepoint judging`.execute(tx)
  try {
    last = await tryAlone(writing, last, (alone) => enter(alone, together, withResent(names)))
    for (const line of singly) {
      if (namesAnyOf(line, names, refused)) continue
      const ofLine = withResent(names, line)
      await sql`savepoint one_line`.execute(tx)
      try {
        last = await tryAlone(writing, last, (alone) => enter(alone, [line], ofLine))
        await sql`release savepoint one_line`.execute(tx)
      } catch (error) {
        if (!isOfSecondPerson(error)) throw error
        await takeBack(tx, 'one_line')
        faults.push(faultAt(line.line, error.message))
        refused.add(names.ids.get(line.line) ?? '')
      }
    }
  } catch (error) {
    if (!(error instanceof RefusedLines)) throw error
    return false
  } finally {
    // Released as well: what comes after is written by the transaction that holds the record lock.
    await takeBack(tx, 'judging')
  }
  return true
}

async function takeBack(tx: Db, savepoint: string): Promise<void> {
  await sql`rollback to savepoint ${sql.id(savepoint)}`.execute(tx)
  await sql`release savepoint ${sql.id(savepoint)}`.execute(tx)
}

/** The names of a bundle for one of its lines, or for those that are no amendments. */
function withResent(names: Names, only?: NumberedLine): Names {
  return { ...names, resent: names.resent.filter(({ line }) => line === only?.line) }
}

/** Whether a line hangs on one that is refused: with that it goes. */
function namesAnyOf({ value }: NumberedLine, names: Names, refused: ReadonlySet<string>): boolean {
  return mentionsOf(value).some(({ type, reference }) =>
    refused.has(names.resolve(type, reference) ?? ''),
  )
}

function isOfSecondPerson(error: unknown): error is DomainError {
  return error instanceof DomainError && error.faults.some(({ code }) => code === 'second-person')
}

/** What nobody enters alone, whoever else has to do with it. */
function neverAlone({ line, value }: NumberedLine): LineFault[] {
  const isBody = value.type === 'source' && value.kind === 'body'
  const isRuling = value.type === 'claim' && value.kind === 'ruling'
  if (!isBody && !isRuling) return []
  return [faultAt(line, secondPerson(isBody ? 'make a source a body' : 'enter a ruling'))]
}

function faultAt(line: number, message: string): LineFault {
  return { line, pointer: '', code: 'second-person', message, isConflict: true }
}

function tooMany(count: number): DomainError {
  const message = `${count} lines of this bundle bear on what is on record, and each of them is judged by itself; send at most ${singlyMax} at once.`
  return new DomainError('invalid', message)
}
