import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import type { StoredAccount } from '../../src/domain/account.ts'
import type { StoredBadges } from '../../src/domain/badges.ts'
import { aspects } from '../../src/domain/kinds.ts'
import { accountOf } from '../../src/engine/account/account.ts'
import type { BadgeFacts } from '../../src/engine/record/partial-facts.ts'
import { badgesOf } from '../../src/engine/standing/badges.ts'
import { statusOf } from '../../src/engine/standing/status.ts'
import type { Db } from '../../src/store/database/db.ts'
import { wholeRecord } from '../engine/whole-record.ts'
import type { BundleLine } from '../oracle/bundle-line.ts'
import { bundleLink } from '../oracle/bundle.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { renamed } from '../oracle/renamed.ts'
import { importSteps } from '../support/import.ts'
import { it } from '../support/it.ts'
import { lastStatusIn } from '../support/last-status-of.ts'

describe('what is stored beside the statuses after several writes', () => {
  it.for(Array.from({ length: 100 }, (_, index) => index + 1))(
    'is what a computation from scratch finds, record %i',
    async (seed, { db }) => {
      const record = randomRecord(seed, { sources: 7, claims: 12, links: 26 })
      const steps = toBundleSteps(record, seed, `beside-${seed}`)

      const refs = await importSteps(
        db,
        steps.map((lines) => lines.map(withFacts)),
      )

      const plain = withAspects(renamed(record, new Map(Object.entries(refs))))
      const { items, record: whole, labels } = wholeRecord(plain)
      const facts = { ...factsOf(refs, record), lastStatusOf: lastStatusIn(items) }
      const expected = plain.claims.map(({ id }) => {
        const judgement = statusOf(whole, labels, id)
        return [
          id,
          {
            account: judgement ? accountOf(whole, labels, id, judgement) : null,
            badges: badgesOf(whole, labels, facts, id) ?? null,
          },
        ] as const
      })
      expect(
        await besides(
          db,
          plain.claims.map(({ id }) => id),
        ),
      ).toEqual(new Map(expected))
    },
  )
})

/** What the bundle says of each link, which the record leaves out. */
function withAspects(plain: PlainRecord): PlainRecord {
  const links = plain.links.map((link, index) => {
    const { aspect = null } = z
      .looseObject({ aspect: z.enum(aspects).nullish() })
      .parse(bundleLink(link, index))
    return { ...link, aspect }
  })
  return { ...plain, links }
}

/** The fifth source checks facts, unless it is a body; what it claims rates something. */
const checker = 's5'

/** Every third claim is only relayed, and fact-checkers rate. */
function withFacts(line: BundleLine): BundleLine {
  if (line.type !== 'claim') return line
  const isRelayed = isRelay(String(line['ref']))
  const citations = [line['citations']]
    .flat()
    .map((citation) =>
      Object.assign({}, citation, { attribution: isRelayed ? 'relay' : 'firsthand' }),
    )
  return { ...line, citations, ...(line['speaker'] === checker && { rating: 'Mostly so' }) }
}

function isRelay(ref: string): boolean {
  return /[258]$/.test(ref)
}

function factsOf(
  refs: Readonly<Record<string, string>>,
  { claims }: ReturnType<typeof randomRecord>,
): Omit<BadgeFacts, 'lastStatusOf'> {
  const refOf = new Map(Object.entries(refs).map(([ref, id]) => [id, ref]))
  const isBody = claims.some(({ speaker, kind }) => speaker === checker && kind === 'ruling')
  return {
    attributionsOf: (id) => [isRelay(refOf.get(id) ?? '') ? 'relay' : 'firsthand'],
    isRating: (id) =>
      !isBody && claims.some((claim) => claim.id === refOf.get(id) && claim.speaker === checker),
  }
}

interface Beside {
  readonly account: StoredAccount | null
  readonly badges: StoredBadges | null
}

async function besides(db: Db, claims: readonly string[]): Promise<Map<string, Beside>> {
  const { rows } = await sql<Beside & { id: string }>`
    select id, account, badges from claim where id = any(${claims}::uuid[])
  `.execute(db)
  return new Map(rows.map(({ id, ...beside }) => [id, beside]))
}
