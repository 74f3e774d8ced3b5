import type { ClaimId } from '../../../domain/ids.ts'
import type { FigureSuggestion } from '../../../domain/suggestion.ts'
import {
  compareFigures,
  normalFigure,
  type FigureProposal,
} from '../../../engine/figures/figures.ts'
import type { PartialRecord } from '../../../engine/record/partial-record.ts'
import type { RecordView } from '../../../engine/record/record.ts'
import { figuresInWords } from '../../../sentences/figures/suggested-figures.ts'
import type { Db } from '../../../store/database/db.ts'
import { listComparable, listFiguresAbout, loadFigures } from '../../../store/figure-keys.ts'
import { loadFamilies } from '../../../store/merged-lists.ts'
import { listFamily } from '../../../store/merges.ts'
import { settleRecord } from '../../../store/settle-record.ts'
import type { Told } from '../written.ts'
import { areJoined } from './joined.ts'

type Pair = readonly [ClaimId, ClaimId]

/** What the figures of a write suggest, the nearest in date first. */
export async function suggestFigures(
  tx: Db,
  record: PartialRecord,
  told: readonly Told[],
): Promise<readonly FigureSuggestion[]> {
  const entered = told.flatMap(figureOf)
  const merged = await figuresOfMerges(tx, told)
  if (entered.length + merged.length === 0) return []
  const pairs = await pairsOf(tx, record, [...new Set([...entered, ...merged])])
  // Figures of one source could be compared before it was merged.
  const [isEntered, wasThere] = [new Set(entered), new Set(merged)]
  const fresh = pairs.filter(
    (pair) => pair.some((id) => isEntered.has(id)) || !pair.every((id) => wasThere.has(id)),
  )
  const found = await suggestionsOf(tx, record, fresh)
  return settleRecord(tx, record, () =>
    found.filter(({ relation, from, to }) => !areJoined(record, relation, from, to)),
  )
}

/** What pairs of figures suggest, in their order, whatever links there are. */
export async function suggestionsOf(
  db: Db,
  record: PartialRecord,
  pairs: readonly Pair[],
): Promise<readonly FigureSuggestion[]> {
  if (pairs.length === 0) return []
  const figures = await loadFigures(db, [...new Set(pairs.flat())])
  const claimOf = (id: ClaimId) => {
    const [claim, figure] = [record.claim(id), figures.get(id)]
    return (
      claim && figure && { claim: id, about: claim.about, assertedAt: claim.assertedAt, figure }
    )
  }
  const proposals = await settleRecord(db, record, () =>
    pairs.flatMap(([one, other]) => {
      const [a, b] = [claimOf(one), claimOf(other)]
      return (a && b && compareFigures(a, b)) ?? []
    }),
  )
  const distinct = new Map(proposals.map((each) => [`${each.from} ${each.to}`, each]))
  return [...distinct.values()].flatMap((each) => worded(each, figures) ?? [])
}

function worded(
  { relation, from, to }: FigureProposal,
  figures: Awaited<ReturnType<typeof loadFigures>>,
): FigureSuggestion | undefined {
  const [one, other] = [figures.get(from), figures.get(to)]
  if (!one || !other) return undefined
  const normalised = [normalFigure(one), normalFigure(other)] as const
  return {
    kind: relation === 'rebuts' ? 'figures_conflict' : 'figures_match',
    relation,
    from,
    to,
    message: figuresInWords(relation, [one, other], normalised),
    figures: [
      { claim: from, normalised: normalised[0] },
      { claim: to, normalised: normalised[1] },
    ],
  }
}

/** A figure with numbers that an event enters or amends, or that takes the place of another. */
function figureOf({ kind, object, facts }: Told): readonly ClaimId[] {
  if (kind === 'claim.merged') return typeof facts['into'] === 'string' ? [facts['into']] : []
  if (kind !== 'claim.added' && kind !== 'claim.amended') return []
  return facts['kind'] === 'figure' && facts['figure'] !== null ? [object] : []
}

/** The figures about merged sources, which can be compared with others than before. */
async function figuresOfMerges(tx: Db, told: readonly Told[]): Promise<readonly ClaimId[]> {
  const merged = told.flatMap(({ kind, object }) => (kind === 'source.merged' ? [object] : []))
  const families = await Promise.all(merged.map((source) => listFamily(tx, source)))
  return listFiguresAbout(tx, [...new Set(families.flat())])
}

async function pairsOf(
  tx: Db,
  record: PartialRecord,
  claims: readonly ClaimId[],
): Promise<readonly Pair[]> {
  const figures = await loadFigures(tx, claims)
  const subjects = await settleRecord(tx, record, () => subjectsOf(record, [...figures.keys()]))
  const families = await loadFamilies(tx, [...new Set(subjects.values())])
  return listComparable(
    tx,
    [...figures].map(([claim, figure]) => {
      return { claim, figure, subject: families.get(subjects.get(claim) ?? '') ?? [] }
    }),
  )
}

/** One subject of each claim that has any: comparable figures share them all. */
function subjectsOf(record: RecordView, claims: readonly ClaimId[]): ReadonlyMap<ClaimId, string> {
  return new Map(
    claims.flatMap((id) => {
      const [subject] = record.claim(id)?.about ?? []
      return subject === undefined ? [] : [[id, subject] as const]
    }),
  )
}
