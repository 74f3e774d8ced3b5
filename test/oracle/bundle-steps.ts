import { brokenRules } from './broken-rules.ts'
import { bundleEnding, bundleHeader, bundleLink, bundleObjects, cited } from './bundle.ts'
import type { BundleLine } from './bundle-line.ts'
import { endingsOf, type Ending } from './endings.ts'
import { randomFrom } from './random.ts'
import type { PlainLink, PlainRecord } from './record.ts'

const stepsMax = 5

type Change = { link: PlainLink } | { ending: Ending }

/**
 * The record of `toBundle` as several imports, one after another, the lines of each shuffled:
 * sources, reports and claims first, links over time, and what is over some time after it began.
 *
 * After every import the record keeps the write-time rules.
 */
export function toBundleSteps(
  record: PlainRecord,
  seed: number,
  namespace = 'random',
): BundleLine[][] {
  const random = randomFrom(seed)
  const line = (change: Change) =>
    'link' in change
      ? cited(record, bundleLink(change.link, record.links.indexOf(change.link)))
      : bundleEnding(record, change.ending)

  const steps = [bundleObjects(record, namespace)]
  const made: Change[] = []
  let pending: Change[] = [
    ...record.links.map((link) => ({ link })),
    ...endingsOf(record).map((ending) => ({ ending })),
  ]
  while (pending.length > 0) {
    // What no single change could bring, such as a link dropped because of the others that stand
    // now, comes in the last import with everything that is left.
    const isLast = steps.length === stepsMax
    const step: Change[] = []
    for (const change of random.shuffled(pending)) {
      if (!isLast && random.chance(0.5)) continue
      if (isLast || isPossible(record, made, step, change)) step.push(change)
    }
    pending = pending.filter((change) => !step.includes(change))
    made.push(...step)
    steps.push(step.map(line))
  }
  return steps.map((lines) => [bundleHeader(namespace)].concat(random.shuffled(lines)))
}

/** Whether a change can be made now: what it refers to exists, and the rules hold afterwards. */
function isPossible(
  record: PlainRecord,
  before: readonly Change[],
  step: readonly Change[],
  change: Change,
): boolean {
  const now = [...before, ...step]
  const isReady = isEnding(change)
    ? hasBegun(record, before, now, change.ending)
    : hasTarget(now, change.link)
  return isReady && brokenRules(after(record, [...now, change])).length === 0
}

function hasTarget(made: readonly Change[], { to }: PlainLink): boolean {
  return 'claim' in to || made.some((change) => 'link' in change && change.link.id === to.link)
}

/** Nothing ends in the import that brings it, and nothing is voided that later links target. */
function hasBegun(
  record: PlainRecord,
  before: readonly Change[],
  now: readonly Change[],
  ending: Ending,
): boolean {
  const isThere = (id: string, made: readonly Change[]) =>
    made.some((change) => 'link' in change && change.link.id === id)
  if ('link' in ending && !isThere(ending.link, before)) return false
  return ending.type !== 'void' || dependants(record, ending).every(({ id }) => isThere(id, now))
}

/** The links that hang on a claim or link, recursively. */
function dependants(
  record: PlainRecord,
  target: { claim: string } | { link: string },
): PlainLink[] {
  const found = record.links.filter(({ from, to }) =>
    'claim' in target
      ? from === target.claim || ('claim' in to && to.claim === target.claim)
      : 'link' in to && to.link === target.link,
  )
  return found.concat(found.flatMap(({ id }) => dependants(record, { link: id })))
}

/** The record after these changes. */
function after(record: PlainRecord, changes: readonly Change[]): PlainRecord {
  const over = new Set(changes.filter(isEnding).map(({ ending }) => keyOf(ending)))
  return {
    sources: record.sources,
    claims: record.claims.map((claim) =>
      Object.assign({}, claim, {
        withdrawn: over.has(keyOf({ type: 'withdrawal', claim: claim.id })),
        voided: over.has(keyOf({ type: 'void', claim: claim.id })),
      }),
    ),
    links: changes
      .filter((change) => 'link' in change)
      .map(({ link }) =>
        Object.assign({}, link, {
          ended: over.has(keyOf({ type: 'end', link: link.id })),
          voided: over.has(keyOf({ type: 'void', link: link.id })),
        }),
      ),
  }
}

function keyOf(ending: Ending): string {
  return 'claim' in ending
    ? `${ending.type} claim ${ending.claim}`
    : `${ending.type} link ${ending.link}`
}

function isEnding(change: Change): change is { ending: Ending } {
  return 'ending' in change
}
