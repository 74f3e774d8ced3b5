import type { LastStatus } from '../domain/badges.ts'
import type { ClaimId } from '../domain/ids.ts'
import { coveredBy, shownOf } from '../domain/quoted-passages.ts'
import { isGivenUp } from '../engine/graph/compile.ts'
import { countsOf } from '../engine/standing/counts.ts'
import { evaluate, type Evaluation } from '../engine/evaluate.ts'
import { fitOf } from '../engine/standing/fit.ts'
import { leftOpenOf } from '../engine/standing/left-open.ts'
import { assemble } from '../engine/graph/label.ts'
import { endsOf, targetOf } from '../engine/record/links.ts'
import { mergeItems, survivorOf, type MergedItems, type Merges } from '../engine/record/merges.ts'
import { unproven } from '../engine/graph/proofs.ts'
import { PartialRecord } from '../engine/record/partial-record.ts'
import { earlierVersionOf } from '../engine/standing/earlier-versions.ts'
import { readingOf, type Reading } from '../engine/reading/reading.ts'
import type { RecordLink } from '../engine/record/record.ts'
import { canonicalJson } from '../formats/event.ts'
import type { Db } from '../store/database/db.ts'
import { recallStatus } from '../store/last-status.ts'
import { listReplaced, loadEarlierVersions, loadLastStatuses } from '../store/last-statuses.ts'
import { loadMergesInForce } from '../store/merges.ts'
import { listAllMeasured, listMeasured, listPublicQuotes } from '../store/quoted.ts'
import { settleRecord } from '../store/settle-record.ts'
import { snapshot } from '../store/database/transaction.ts'
import {
  loadDependencies,
  loadDerivedClaims,
  loadDerivedLinks,
  loadDerivedReferences,
  loadNodes,
  loadRecordItems,
} from '../store/whole-record.ts'

/**
 * Compares everything that is derived and stored with a computation from scratch: statuses, their
 * history, counts, badges that name an earlier version, what answers touch and leave open, how much
 * of reports is quoted, what is void, merged or conceded, the compiled graph, its labels and their
 * proofs.
 *
 * @returns each difference in words; empty if the record is right
 */
export async function checkRecord(db: Db): Promise<readonly string[]> {
  const tx = await snapshot(db)
  try {
    return await differencesIn(tx)
  } finally {
    await tx.rollback().execute()
  }
}

/** The same inside a transaction, which must see one state of the record throughout. */
export async function differencesIn(tx: Db): Promise<readonly string[]> {
  const merges = await loadMergesInForce(tx)
  const items = mergeItems(await loadRecordItems(tx), merges)
  const evaluation = evaluate(items)
  return [
    ...(await checkMerges(tx, merges, items)),
    ...(await checkClaims(tx, evaluation)),
    ...(await checkLinks(tx, evaluation)),
    ...(await checkGraph(tx, evaluation)),
    ...(await checkVersions(tx)),
    ...(await checkQuoted(tx)),
  ]
}

async function checkMerges(tx: Db, merges: Merges, { leading }: MergedItems): Promise<string[]> {
  const stored = await loadDerivedReferences(tx)
  const led = [...merges.keys()].map((id) => [id, survivorOf(merges, id)] as const)
  return [
    ...differences('Where it is merged into', stored.leading, new Map([...led, ...leading])),
    ...stored.references.flatMap(({ object, column, names, entered }) =>
      difference(
        `What ${column} of ${object} names`,
        names,
        leading.get(entered) ?? survivorOf(merges, entered),
      ),
    ),
  ]
}

const nothingSaid = { label: null, status: null, cites: [] }

async function checkClaims(tx: Db, { judgements, record }: Evaluation): Promise<string[]> {
  const claims = await loadDerivedClaims(tx)
  const reading = readingOf(record)
  return claims.flatMap(({ id, last, label, status, cites, leftOpen, ...counts }) => {
    const isThere = record.claim(id)?.voided === false
    return [
      ...difference(`Claim ${id}`, { label, status, cites }, judgements.get(id) ?? nothingSaid),
      ...difference(`The history of claim ${id}`, last ?? nothingSaid, { label, status, cites }),
      ...difference(`The counts of claim ${id}`, counts, countsOf(record, id)),
      ...difference(
        `What is left open of claim ${id}`,
        leftOpen,
        isThere ? leftOpenOf(reading, id) : null,
      ),
    ]
  })
}

/** What befell earlier versions, and the badges of the claims that replace them. */
async function checkVersions(tx: Db): Promise<string[]> {
  const record = new PartialRecord()
  const last = new Map<ClaimId, LastStatus | null>()
  for (const claim of await listReplaced(tx))
    last.set(claim, (await recallStatus(tx, record, claim)).last)
  const stored = await loadLastStatuses(tx, [...last.keys()])
  const facts = { lastStatusOf: (claim: ClaimId) => last.get(claim) ?? null }
  const badges = await loadEarlierVersions(tx)
  const computed = await settleRecord(tx, record, () =>
    [...badges.keys()].map((id) => [id, earlierVersionOf(record, facts, id) ?? null] as const),
  )
  return [
    ...differences('What befell claim', stored, new Map([...last].filter(([, each]) => each))),
    ...differences('The earlier version of claim', badges, new Map(computed)),
  ]
}

/** How much of each report the quotes on record cover. */
async function checkQuoted(tx: Db): Promise<string[]> {
  const reports = await listAllMeasured(tx)
  const measured = await listMeasured(tx, { reports, merges: [], cited: [] })
  const quotes = Map.groupBy(await listPublicQuotes(tx, reports), ({ report }) => report)
  return measured.flatMap(({ id, quoted, isGone }) => {
    const own = shownOf(quotes.get(id) ?? [])
    return difference(`What is quoted of report ${id}`, quoted, isGone ? null : coveredBy(own))
  })
}

async function checkLinks(tx: Db, { record }: Evaluation): Promise<string[]> {
  const reading = readingOf(record)
  const endsUnder = ({ to }: RecordLink) => {
    const target = 'link' in to ? record.link(to.link) : undefined
    return target ? endsOf(record, target).toSorted() : []
  }
  return (await loadDerivedLinks(tx)).flatMap(({ id, ...stored }) => {
    const link = record.link(id)
    const computed = link && {
      from: link.from,
      to: targetOf(link),
      isVoid: link.voided,
      isConceded: isConceded(reading, link),
      fit: fitOf(reading, reading.link(id) ?? link),
      ends: endsUnder(link),
    }
    return difference(`Link ${id}`, stored, computed)
  })
}

function isConceded(reading: Reading, { id }: RecordLink): boolean {
  const link = reading.link(id)
  return link !== undefined && !link.voided && isGivenUp(reading, link)
}

async function checkGraph(tx: Db, { contributions, states }: Evaluation): Promise<string[]> {
  const nodes = await loadNodes(tx)
  const dependencies = await loadDependencies(tx)
  const compiled = contributions.flatMap(({ owner, ...parts }) => ({
    nodes: parts.nodes.map((node) => ({ ...node, owner })),
    dependencies: parts.dependencies.map((dependency) => ({ ...dependency, owner })),
  }))
  return [
    ...differences(
      'Node',
      new Map(nodes.map(({ id, owner, meaning, forced }) => [id, { owner, meaning, forced }])),
      new Map(
        compiled.flatMap(({ nodes }) =>
          nodes.map(({ id, owner, meaning, forced }) => [id, { owner, meaning, forced }] as const),
        ),
      ),
    ),
    ...differences(
      'Dependency',
      new Map(dependencies.map((each) => [`${each.node} on ${each.on}`, each])),
      new Map(
        compiled.flatMap(({ dependencies }) =>
          dependencies.map((each) => [`${each.node} on ${each.on}`, each] as const),
        ),
      ),
    ),
    ...differences(
      'The label of node',
      new Map(nodes.map(({ id, label }) => [id, label])),
      new Map([...states].map(([id, { label }]) => [id, label])),
    ),
    ...unproven(assemble(contributions), new Map(nodes.map((node) => [node.id, node]))).map(
      (node) => `Node ${node}: rank and witness do not prove its label.`,
    ),
  ]
}

function differences(
  what: string,
  stored: ReadonlyMap<string, unknown>,
  computed: ReadonlyMap<string, unknown>,
): string[] {
  const ids = new Set([...stored.keys(), ...computed.keys()])
  return [...ids].flatMap((id) => difference(`${what} ${id}`, stored.get(id), computed.get(id)))
}

function difference(what: string, stored: unknown, computed: unknown): string[] {
  const [found, expected] = [written(stored), written(computed)]
  return found === expected ? [] : [`${what}: stored is ${found}, computed ${expected}.`]
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : canonicalJson(value)
}
