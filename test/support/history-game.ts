import { isDeepStrictEqual } from 'node:util'
import { checkRecord } from '../../src/actions/check-record.ts'
import type { Actor } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import { brokenRules } from '../oracle/broken-rules.ts'
import { randomFrom } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { anActor } from './actors.ts'
import { copyTo, exported, standing } from './copies.ts'
import { firstImports } from './history-imports.ts'
import { randomWrite, type Write } from './history-writes.ts'
import { recordDifferences } from './record-differences.ts'

interface HistoryGame {
  /** Both empty. */
  readonly original: Db
  readonly copy: Db
  readonly seed: number
  /** How many writes follow the first imports, including refused ones. */
  readonly writes: number
  readonly fault: (words: string) => void
}

interface Seen {
  readonly imports: number
  done: number
  refused: number
}

/**
 * Plays a random history in an empty record, and compares the record with the rules after every
 * write: first imports; then single writes, amendments, merges and small bundles, also of amendments,
 * that only the rules may refuse. At the end, its export must make an equal record. Ends at the first write with a fault.
 */
export async function historyGame({ original: db, copy, ...game }: HistoryGame): Promise<Seen> {
  const { seed, writes } = game
  /** Whether nothing was found. */
  const tell = (where: string, found: readonly string[]): boolean => {
    for (const what of found) game.fault(`history ${seed}, ${where}: ${what}`)
    return found.length === 0
  }
  const random = randomFrom(seed)
  const actor = await anActor(db, 'admin')
  const beginning = firstImports(random, seed)
  const seen: Seen = { imports: beginning.steps.length, done: 0, refused: 0 }
  let record: PlainRecord = { sources: [], claims: [], links: [] }
  let isRight = true
  for (let index = 0; isRight && index < seen.imports; index += 1) {
    record = await beginning.carryOut(db, actor, index)
    isRight = tell(`import ${index + 1}`, await recordDifferences(db, record))
  }

  const refs = beginning.refs()
  for (let count = 0; isRight && seen.done + seen.refused < writes; count += 1) {
    const { namespace } = beginning
    const around = { report: beginning.cited(), namespace, refs, count }
    const write = randomWrite(random, record, around)
    if (!write) continue
    const { after, found } = await tried(db, actor, write)
    if (after) seen.done += 1
    else seen.refused += 1
    record = after ?? record
    const unlike = await recordDifferences(db, record)
    isRight = tell(`write ${count}, ${write.words}`, [...found, ...unlike])
  }
  if (isRight && tell('its end', await checkRecord(db))) {
    await copyTo(copy, db)
    tell('its copy', await copyDifferences(copy, db, record))
  }
  return seen
}

async function copyDifferences(copy: Db, db: Db, record: PlainRecord): Promise<string[]> {
  return [
    ...(isDeepStrictEqual(await exported(copy), await exported(db)) ? [] : ['another export']),
    ...(isDeepStrictEqual(await standing(copy), await standing(db)) ? [] : ['stands otherwise']),
    ...(await recordDifferences(copy, record)),
    ...(await checkRecord(copy)),
  ]
}

/** The record after the write, unless it is refused; and whether the rules decide otherwise. */
async function tried(
  db: Db,
  actor: Actor,
  write: Write,
): Promise<{ after: PlainRecord | undefined; found: readonly string[] }> {
  const after = brokenRules(write.after).map(({ rule }) => rule)
  const broken = [...new Set([...write.broken, ...after])]
  const outcome = await write.make(db, actor)
  if ('after' in outcome) {
    const found = broken.length > 0 ? [`it was done, but breaks ${broken.join()}`] : []
    return { after: outcome.after, found }
  }
  const { rules, words } = outcome
  const named = rules.filter((rule) => broken.includes(rule))
  const isExpected = named.length > 0 && (write.isTriedAgain || named.length === rules.length)
  const refused = `it was refused by ${rules.join()}, the rules have ${broken.join()}: ${words}`
  return { after: undefined, found: isExpected ? [] : [refused] }
}
