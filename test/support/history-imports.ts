import type { Actor } from '../../src/domain/actor.ts'
import type { Db } from '../../src/store/database/db.ts'
import type { BundleLine } from '../oracle/bundle-line.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { toNdjson } from '../oracle/bundle.ts'
import { fromBundles } from '../oracle/from-bundles.ts'
import { randomRecord } from '../oracle/random-record.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import { dayAfter } from '../oracle/world-dates.ts'
import { importLines } from './import.ts'

/** The imports with which a history begins. */
export interface Beginning {
  readonly steps: readonly (readonly BundleLine[])[]
  /** Imports the next step; returns the record that is expected then. */
  carryOut(db: Db, actor: Actor, index: number): Promise<PlainRecord>
  /** A report that may be cited, once it is there. */
  cited(): string
  readonly namespace: string
  /** The refs of objects, by id. */
  refs(): Map<string, string>
}

/** A random record of any size, in several imports. */
export function firstImports(random: Random, seed: number): Beginning {
  const plain = randomRecord(seed, {
    sources: 3 + random.below(4),
    claims: 4 + random.below(10),
    links: random.below(28),
  })
  const namespace = `history-${seed}`
  const steps = toBundleSteps(plain, seed, namespace)
  const refs = new Map<string, string>()
  return {
    steps,
    namespace,
    cited: () => refs.get('report-s1') ?? '',
    refs: () => new Map([...refs].map(([ref, id]) => [id, ref])),
    async carryOut(db, actor, index) {
      const done = await importLines(db, steps[index] ?? [], { actor })
      for (const [ref, id] of Object.entries(done.refs)) refs.set(ref, id)
      const record = fromBundles(steps.slice(0, index + 1).map(toNdjson))
      return dated(renamed(withKinds(record, steps), refs))
    },
  }
}

/** With what the lines say of sources; each has a report. */
export function withKinds(
  record: PlainRecord,
  steps: readonly (readonly BundleLine[])[],
): PlainRecord {
  const kinds = new Map(steps.flat().map((line) => [line['ref'], line['kind']]))
  const sources = record.sources.map((source) =>
    Object.assign({}, source, { isBody: kinds.get(source.id) === 'body', hasReport: true }),
  )
  return { ...record, sources }
}

/** With the dates that the lines of endings have. */
function dated({ sources, claims, links }: PlainRecord): PlainRecord {
  const overAt = (id: string) => dayAfter(claims.find((claim) => claim.id === id)?.at ?? null)
  return {
    sources,
    claims: claims.map((claim) =>
      Object.assign({}, claim, { withdrawn: claim.withdrawn && overAt(claim.id) }),
    ),
    links: links.map((link) => Object.assign({}, link, { ended: link.ended && overAt(link.from) })),
  }
}
