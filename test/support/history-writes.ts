import { z } from 'zod'
import type { Actor } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Random } from '../oracle/random.ts'
import { rulesRecord, type PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import { readingOf } from '../oracle/rules/reading.ts'
import { edited, perform } from './edit-game.ts'
import { randomBundle, type Bundling } from './history-bundle.ts'
import type { Bodies } from './history-claims.ts'
import { randomHistoryEdit } from './history-edits.ts'
import {
  brokenByAffiliations,
  makeSourceEdit,
  randomSourceEdit,
  sourceEdited,
  standingSources,
} from './history-sources.ts'
import { importLines } from './import.ts'

/** A write that only the rules may refuse. */
export interface Write {
  readonly words: string
  /** The record after it, in which new objects have ids of their own. */
  readonly after: PlainRecord
  /** The rules that it breaks whatever the record after it is. */
  readonly broken: readonly string[]
  /** Whether refused lines are left out and the others tried again, which tells of more faults. */
  readonly isTriedAgain: boolean
  make(db: Db, actor: Actor): Promise<Outcome>
}

/** The record after the write, or by which rules it was refused. */
type Outcome =
  | { readonly after: PlainRecord }
  | { readonly rules: readonly string[]; readonly words: string }

/** What a history has besides its record. */
interface Around extends Pick<Bundling, 'report' | 'namespace'> {
  /** The number of the write, for words of its own. */
  readonly count: number
  /** The refs of what only the namespace has amended, by id. */
  readonly refs: Map<string, string>
}

/**
 * A single write, or a small bundle; undefined if what was chosen has nothing to change.
 */
export function randomWrite(
  random: Random,
  record: PlainRecord,
  around: Around,
): Write | undefined {
  const write = random.chance(0.2)
    ? bundled(random, record, around)
    : random.chance(0.2)
      ? ofSources(random, record, around)
      : single(random, record, around)
  return write && hasUnnamedConcession(write.after) ? undefined : write
}

/** The service refuses one, though the rules say nothing of it. */
function hasUnnamedConcession(record: PlainRecord): boolean {
  const reading = readingOf(rulesRecord(record))
  return reading.live('concedes').some(({ from }) => reading.claim(from).speaker === null)
}

function single(random: Random, record: PlainRecord, around: Around): Write | undefined {
  const { report, count, refs } = around
  const edit = randomHistoryEdit(random, record, bodiesOf(record))
  if (!edit) return undefined
  const ground = { sources: record.sources.map(({ id }) => id), court: '', report }
  const after = edited(record, edit)
  return {
    words: JSON.stringify(edit),
    after,
    broken: edit.do === 'affiliations' ? brokenByAffiliations(record, after, [edit.object]) : [],
    isTriedAgain: false,
    make: (db, actor) =>
      outcomeOf(async () => {
        const { id } = await perform(db, actor, { edit, ground, count })
        if ('object' in edit) refs.delete(edit.object)
        return edited(record, edit, id)
      }),
  }
}

function ofSources(random: Random, record: PlainRecord, around: Around): Write | undefined {
  const edit = randomSourceEdit(random, record)
  if (!edit) return undefined
  return {
    words: JSON.stringify(edit),
    after: sourceEdited(record, edit),
    broken: [],
    isTriedAgain: false,
    make: (db, actor) =>
      outcomeOf(async () => {
        const id = await makeSourceEdit(db, actor, edit, `${around.count}`)
        if (edit.do === 'source kind') around.refs.delete(edit.object)
        return sourceEdited(record, edit, id)
      }),
  }
}

function bundled(random: Random, record: PlainRecord, around: Around): Write {
  const bundle = randomBundle(random, record, { ...around, bodies: bodiesOf(record) })
  const { after, broken } = bundle
  return {
    words: JSON.stringify(bundle.edits),
    after,
    broken,
    isTriedAgain: true,
    make: (db, actor) =>
      outcomeOf(async () => {
        const { refs } = await importLines(db, await bundle.lines(db), { actor })
        return withIds(after, refs)
      }),
  }
}

function withIds(record: PlainRecord, refs: Readonly<Record<string, string>>): PlainRecord {
  const { sources, claims, links } = record
  const ids = [...sources, ...claims, ...links].map(({ id }) => [id, refs[id] ?? id] as const)
  return renamed(record, new Map(ids))
}

/** Sources that may speak rulings. */
function bodiesOf(record: PlainRecord): Bodies {
  return new Set(standingSources(record).flatMap(({ id, isBody }) => (isBody ? [id] : [])))
}

async function outcomeOf(write: () => Promise<PlainRecord>): Promise<Outcome> {
  try {
    return { after: await write() }
  } catch (error) {
    // Affiliations are checked when a line is parsed.
    if (error instanceof z.ZodError)
      return { rules: error.issues.map(codeOf), words: error.message }
    if (!(error instanceof DomainError)) throw error
    return { rules: error.faults.map(({ code }) => code), words: error.message }
  }
}

function codeOf(issue: z.core.$ZodIssue): string {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined
  return typeof code === 'string' ? code : issue.code
}
