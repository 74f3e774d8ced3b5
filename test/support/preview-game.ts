import { DomainError } from '../../src/domain/errors.ts'
import { sql } from 'kysely'
import { explainClaims, type Explained } from '../../src/actions/record/explained-claims.ts'
import type { WrittenObject } from '../../src/actions/write-object.ts'
import type { Db } from '../../src/store/database/db.ts'
import { randomFrom } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { anActor } from './actors.ts'
import { edited, perform, randomEdit } from './edit-game.ts'
import { editGround } from './edit-ground.ts'
import { tracesIn } from './traces.ts'

interface PreviewGame {
  readonly db: Db
  readonly seed: number
  /** How many writes are previewed, including refused ones. */
  readonly count: number
  readonly fault: (words: string) => void
  readonly progress?: (done: number) => void
}

/** Previews and then makes each write; counts those done and those refused. */
export async function previewGame(game: PreviewGame): Promise<{ done: number; refused: number }> {
  const { db, seed, count, fault, progress } = game
  const random = randomFrom(seed)
  const keys = [await anActor(db, 'edit'), await anActor(db, 'edit'), await anActor(db, 'admin')]
  const { ground, record: first } = await editGround(db, keys, seed)
  let record: PlainRecord = first
  const seen = { done: 0, refused: 0 }
  for (let number = 0; seen.done + seen.refused < count; number += 1) {
    const edit = randomEdit(random, record, ground)
    if (!edit) continue
    const actor = random.pick(keys)
    const asked = { edit, ground, count: number }
    const language = random.pick(['en', 'ko'] as const)
    const where = `seed ${seed}, write ${number} (${edit.do})`
    const [traces, sentences] = [await tracesIn(db), await sentencesIn(db, language)]

    const shown = await outcome(() => perform(db, actor, { ...asked, preview: { language } }))
    if (!isSame(await tracesIn(db), traces)) fault(`${where}: the preview left a trace.`)
    const done = await outcome(() => perform(db, actor, asked))

    if ('refusal' in done || 'refusal' in shown) {
      if (!isSame(done, shown)) fault(`${where}: ${inWords(shown)}, but the write ${inWords(done)}`)
      seen.refused += 1
    } else {
      const after = await sentencesIn(db, language)
      const differs = differenceOf(shown, done, { before: sentences, after })
      if (differs) fault(`${where}: ${differs}`)
      const told = new Set(shown.preview?.explained?.map(({ claim }) => asDone(claim, shown, done)))
      const untold = [...after].filter(
        ([claim, sentence]) => sentence !== sentences.get(claim) && !told.has(claim),
      )
      if (untold.length > 0 && edit.do !== 'rename')
        fault(`${where}: the preview left out ${JSON.stringify(untold[0])}`)
      seen.done += 1
      record = edited(record, edit, done.id)
    }
    progress?.(seen.done + seen.refused)
  }
  return seen
}

/** What a refused write would have entered gets another id each time. */
const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

type Outcome = WrittenObject<{ id: string }> | { readonly refusal: string }

async function outcome(write: () => Promise<WrittenObject<{ id: string }>>): Promise<Outcome> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return {
      refusal: JSON.stringify([error.code, error.message, error.faults]).replaceAll(anId, '…'),
    }
  }
}

/** The differences between a preview and its write, ignoring the ids of new objects. */
function differenceOf(
  shown: WrittenObject<{ id: string }>,
  done: WrittenObject<{ id: string }>,
  { before, after }: Record<'before' | 'after', ReadonlyMap<string, string>>,
): string | undefined {
  const moved = (written: WrittenObject<unknown>) =>
    written.statusChanges.map((change) => asDone(JSON.stringify(change), shown, done)).toSorted()
  if (!isSame(moved(shown), moved(done)))
    return `statuses ${String(moved(shown))}, but they became ${String(moved(done))}`
  if (shown.event?.seq !== done.event?.seq) return 'another event'
  for (const explained of shown.preview?.explained ?? []) {
    const claim = asDone(explained.claim, shown, done)
    const told = sentence(explained.after)
    if (told !== after.get(claim)) return `"${told}", but it became "${String(after.get(claim))}"`
    const was = explained.before ? sentence(explained.before) : undefined
    if (was !== before.get(claim))
      return `it was "${String(was)}", not "${String(before.get(claim))}"`
  }
  return undefined
}

async function sentencesIn(db: Db, language: 'en' | 'ko'): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string }>`select id from claim order by id`.execute(db)
  const sentences = new Map<string, string>()
  for (let first = 0; first < rows.length; first += 100) {
    const ids = rows.slice(first, first + 100).map(({ id }) => id)
    for (const [claim, explained] of await explainClaims(db, ids, language))
      sentences.set(claim, sentence(explained))
  }
  return sentences
}

function sentence({ statusLabel, explanation }: Explained): string {
  return `${statusLabel ?? 'none'}: ${explanation?.text ?? 'none'}`
}

/** A new object has another id in the preview than in the write. */
function asDone(told: string, shown: { id: string }, done: { id: string }): string {
  return told.replaceAll(shown.id, done.id)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function inWords(outcome: Outcome): string {
  return 'refusal' in outcome ? `is refused: ${outcome.refusal}` : 'is done'
}
