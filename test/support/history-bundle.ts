import type { Db } from '../../src/store/database/db.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { edited } from './edit-game.ts'
import {
  amendedLine,
  lineOf,
  type Amendment,
  type BundledEdit,
  type SourceAmendment,
} from './history-bundle-lines.ts'
import type { Bodies } from './history-claims.ts'
import { randomHistoryEdit } from './history-edits.ts'
import { randomPair } from './history-pairs.ts'
import {
  brokenByAffiliations,
  randomSourceEdit,
  sourceEdited,
  type SourceEdit,
  standingSources,
} from './history-sources.ts'

/** Edits that one bundle makes, and the record after them, with refs as the ids of new objects. */
export interface BundledEdits {
  readonly edits: readonly BundledEdit[]
  /** Broken whatever the record after them is. */
  readonly broken: readonly string[]
  readonly after: PlainRecord
  /** Amended lines repeat what is on record. */
  lines(db: Db): Promise<readonly object[]>
}

export interface Bundling {
  readonly bodies: Bodies
  readonly report: string
  readonly count: number
  readonly namespace: string
  /** The refs of what only the namespace has amended, by id. */
  readonly refs: ReadonlyMap<string, string>
}

/**
 * Some edits of different objects; links may join claims of the same bundle. Either endings, or
 * amendments under the refs of a namespace, which would take an ending that came before for the same.
 */
export function randomBundle(
  random: Random,
  record: PlainRecord,
  bundling: Bundling,
): BundledEdits {
  const { bodies, count, namespace, refs } = bundling
  const edits: BundledEdit[] = []
  const lines: ((db: Db) => Promise<object>)[] = []
  const touched = new Set<string>()
  let after = record
  const isAmending = random.chance(0.6)
  const wanted = 2 + random.below(5)
  const isFree = (id: string) => refs.has(id)
  const pair = isAmending && random.chance(0.5) ? [...randomPair(random, record, isFree)] : []
  for (let tries = 0; edits.length < wanted && tries < 400; tries += 1) {
    // The bundle so far may void the last source.
    if (standingSources(after).length === 0) break
    const edit =
      pair.shift() ??
      (random.chance(0.2)
        ? randomSourceEdit(random, after)
        : randomHistoryEdit(random, after, bodies))
    if (!edit || !isBundled(edit) || !isOfRecord(record, edit)) continue
    const isAmendment = isAmended(edit)
    if (isAmendment ? !isAmending || !refs.has(edit.object) : isAmending && isOnce(edit)) continue
    if ('object' in edit) {
      if (touched.has(edit.object)) continue
      touched.add(edit.object)
    }
    const ref = `${count}-${edits.length}`
    edits.push(edit)
    lines.push(async (db) =>
      isAmendment
        ? amendedLine(db, edit, refs.get(edit.object) ?? '')
        : lineOf(edit, ref, { report: bundling.report, quote: `Quote ${ref}` }),
    )
    after = isOfSources(edit) ? sourceEdited(after, edit, ref) : edited(after, edit, ref)
  }
  const header = { type: 'bundle', namespace, duplicates: 'new', onChange: 'amend' }
  return {
    edits,
    broken: brokenByAffiliations(
      record,
      after,
      edits.flatMap((edit) => (edit.do === 'affiliations' ? [edit.object] : [])),
    ),
    after,
    lines: async (db) => {
      const made: object[] = isAmending ? [header] : []
      for (const line of lines) made.push(await line(db))
      return made
    },
  }
}

const bundled: ReadonlySet<string> = new Set([
  'add claim',
  'add link',
  'withdraw',
  'end',
  'words',
  'speaker',
  'kind',
  'about',
  'date',
  'affiliations',
  'add source',
  'source kind',
  'void source',
  'merge',
  'void merge',
])

function isBundled(edit: Edit | SourceEdit): edit is BundledEdit {
  return bundled.has(edit.do)
}

const amending: ReadonlySet<string> = new Set([
  'words',
  'speaker',
  'kind',
  'about',
  'date',
  'affiliations',
  'source kind',
])

function isAmended(edit: BundledEdit): edit is Amendment | SourceAmendment {
  return amending.has(edit.do)
}

/** What a namespace takes for the same when it comes again. */
function isOnce({ do: what }: BundledEdit): boolean {
  return what === 'withdraw' || what === 'end' || what === 'merge'
}

const ofSources: ReadonlySet<string> = new Set([
  'add source',
  'source kind',
  'void source',
  'merge',
  'void merge',
])

function isOfSources(edit: BundledEdit): edit is SourceEdit {
  return ofSources.has(edit.do)
}

/** What a bundle enters does not end in it. What already ended in it is not taken back again. */
function isOfRecord(record: PlainRecord, edit: BundledEdit): boolean {
  if (!('object' in edit) || edit.do === 'merge') return true
  const { sources, claims, links, merges = [] } = record
  return [...sources, ...claims, ...links, ...merges].some(({ id }) => id === edit.object)
}
