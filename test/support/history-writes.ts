import { z } from 'zod'
import type { Actor } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { Random } from '../oracle/random.ts'
import { rulesRecord, type PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import { readingOf } from '../oracle/rules/reading.ts'
import { edited, perform } from './edit-game.ts'
import { randomBundle } from './history-bundle.ts'
import type { Bodies } from './history-claims.ts'
import { randomHistoryEdit } from './history-edits.ts'
import { importLines } from './import.ts'

/** A write that only the rules may refuse. */
export interface Write {
  readonly words: string
  /** The record after it, in which new objects have ids of their own. */
  readonly after: PlainRecord
  /** Whether refused lines are left out and the others tried again, which tells of more faults. */
  readonly isTriedAgain: boolean
  make(db: Db, actor: Actor): Promise<Outcome>
}

/** The record after the write, or by which rules it was refused. */
type Outcome =
  | { readonly after: PlainRecord }
  | { readonly rules: readonly string[]; readonly words: string }

interface Cited {
  readonly report: string
  /** The number of the write, for words of its own. */
  readonly count: number
}

/** A single write, or a small bundle; undefined if what was chosen has nothing to change. */
export function randomWrite(random: Random, record: PlainRecord, cited: Cited): Write | undefined {
  const bodies = bodiesOf(record)
  const write = random.chance(0.15)
    ? bundled(random, record, { ...cited, bodies })
    : single(random, record, { ...cited, bodies })
  return write && hasUnnamedConcession(write.after) ? undefined : write
}

/** The service refuses one, though the rules say nothing of it. */
function hasUnnamedConcession(record: PlainRecord): boolean {
  const reading = readingOf(rulesRecord(record))
  return reading.live('concedes').some(({ from }) => reading.claim(from).speaker === null)
}

function single(
  random: Random,
  record: PlainRecord,
  { bodies, report, count }: Cited & { bodies: Bodies },
): Write | undefined {
  const edit = randomHistoryEdit(random, record, bodies)
  if (!edit) return undefined
  const ground = { sources: record.sources.map(({ id }) => id), court: '', report }
  return {
    words: JSON.stringify(edit),
    after: edited(record, edit),
    isTriedAgain: false,
    make: (db, actor) =>
      outcomeOf(async () => {
        const { id } = await perform(db, actor, { edit, ground, count })
        return edited(record, edit, id)
      }),
  }
}

function bundled(random: Random, record: PlainRecord, cited: Cited & { bodies: Bodies }): Write {
  const { lines, after } = randomBundle(random, record, cited)
  return {
    words: JSON.stringify(lines),
    after,
    isTriedAgain: true,
    make: (db, actor) =>
      outcomeOf(async () => {
        const { refs } = await importLines(db, lines, { actor })
        return withIds(after, refs)
      }),
  }
}

function withIds(record: PlainRecord, refs: Readonly<Record<string, string>>): PlainRecord {
  const { sources, claims, links } = record
  const ids = [...sources, ...claims, ...links].map(({ id }) => [id, refs[id] ?? id] as const)
  return renamed(record, new Map(ids))
}

/** Sources that speak rulings, and so are bodies. */
function bodiesOf({ claims }: PlainRecord): Bodies {
  const rulings = claims.filter(({ kind, voided }) => kind === 'ruling' && !voided)
  return new Set(rulings.flatMap(({ speaker }) => speaker ?? []))
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
