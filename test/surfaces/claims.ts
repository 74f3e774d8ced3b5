import { redact } from '../../src/actions/bundle/redact.ts'
import type { DisplayLanguage } from '../../src/domain/display-language.ts'
import { aspects, type Response } from '../../src/domain/kinds.ts'
import type { Status } from '../../src/domain/status.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { reportOf } from '../oracle/bundle-source.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { recompute } from '../oracle/recompute.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { importLines, importSteps } from '../support/import.ts'
import { writeOne } from '../support/write-one.ts'
import { metBy, responseOf, withPoints } from './points.ts'

/** A claim of a random record, and what an independent reading of the rules makes of it. */
export interface KnownClaim {
  readonly id: string
  readonly status: Status | 'voided' | 'removed'
  /** A part of its words, in any language, that no other claim has. */
  readonly words: RegExp
  /** Whose name may be told for what, by language. */
  readonly names: Readonly<Record<'speaker' | 'subjects' | 'cites', Names>>
  /** Whether the words of a denial may say that it is not so, that the claim is left open, or a part of it. */
  readonly mayBe: Readonly<Record<'denied' | 'open' | 'partlyOpen' | 'countered', boolean>>
  /** What is said of it by remarks; undefined if remarks on other versions of it count, too. */
  readonly remarks: ReadonlySet<Response | 'context'> | undefined
}

type Names = Readonly<Record<DisplayLanguage, ReadonlySet<string>>>

export interface KnownStory {
  readonly slug: string
  readonly claims: readonly KnownClaim[]
  /** Addresses of pages of its sources, reports, links and events. */
  readonly places: readonly string[]
  /** Words that claims of it have. */
  readonly searched: Readonly<Record<DisplayLanguage, string>>
}

const size = { sources: 5, claims: 12, links: 24 }

/** Enters a random record, with a story of all its claims, and removes the words of one of them. */
export async function enterRandom(db: Db, seed: number): Promise<KnownStory> {
  const record = randomRecord(seed, size)
  const namespace = `surface-${seed}`
  const steps = toBundleSteps(record, seed, namespace)
  const refs = await importSteps(
    db,
    steps.map((lines) => lines.map((line) => withPoints(record, line))),
  )
  const idOf = (ref: string) => refs[ref] ?? ''
  const entered = record.claims.filter(({ voided }) => !voided)
  const ids = entered.map(({ id }) => idOf(id))
  const slug = `story-${namespace}`
  await importLines(db, [{ type: 'story', slug, title: `Story ${seed}`, claims: ids }])
  const removed = seed % 3 === 0 ? entered[seed % entered.length]?.id : undefined
  if (removed !== undefined)
    await writeOne(db, async (writing) => {
      await redact(writing, 'claim', idOf(removed), { ground: 'erased', statement: null })
    })

  const standing = recompute(record).claims
  const namesOf = namesIn(record, namespace)
  const claims = record.claims.map((claim, index): KnownClaim => {
    const found = standing.get(claim.id)
    const cited = (found?.cites ?? []).map((cite) => record.claims.find(({ id }) => id === cite))
    return {
      id: idOf(claim.id),
      status: claim.id === removed ? 'removed' : (found?.status ?? 'voided'),
      words: new RegExp(`(?:Unit ${index + 1} lowered|(?<!\\d)${index + 1}번 사업부가)`),
      names: {
        speaker: namesOf([claim.speaker]),
        subjects: namesOf(claim.about),
        cites: namesOf(cited.map((cite) => cite?.speaker ?? null)),
      },
      mayBe: denialsOf(record, claim.id, found?.cites ?? []),
      remarks: remarksOn(record, claim.id),
    }
  })
  const first = 1 + (seed % entered.length)
  return {
    slug,
    claims,
    places: await placesOf(db, record, idOf, ids),
    searched: {
      en: `Unit ${first} lowered its sales target for AI products`,
      ko: `${first}번 사업부가 인공지능 제품의 매출 목표를 낮췄다`,
    },
  }
}

/** The pages of some of its sources, reports, links and events. */
async function placesOf(
  db: Db,
  { sources, links }: PlainRecord,
  idOf: (ref: string) => string,
  claims: readonly string[],
): Promise<readonly string[]> {
  const events = await db
    .selectFrom('event')
    .select('seq')
    .where('object', 'in', claims)
    .orderBy('seq', 'desc')
    .limit(3)
    .execute()
  return [
    ...sources.slice(0, 2).map(({ id }) => `/sources/${idOf(id)}`),
    ...sources.slice(0, 3).map(({ id }) => `/reports/${idOf(reportOf(id))}`),
    ...links.slice(0, 6).map(({ id }) => `/links/${idOf(id)}`),
    ...events.map(({ seq }) => `/events/${seq}`),
  ]
}

/** The names of some sources, as bundles have them, and what stands for a speaker without one. */
function namesIn(record: PlainRecord, namespace: string) {
  const lines = new Map(toBundle(record, namespace).map((line) => [line['ref'], line]))
  return (sources: readonly (string | null)[]): Names => {
    const names = sources.flatMap((id) => lines.get(id ?? '') ?? [])
    return {
      en: new Set([...names.map(({ name }) => String(name)), 'a speaker who is not named']),
      ko: new Set([
        ...names.map(({ name }) => String(name).replace(/ [a-z ]+ (\d+)$/, ' 출처 $1')),
        '이름이 밝혀지지 않은 발언자',
      ]),
    }
  }
}

const itself = new Set<string | undefined>([undefined, 'existence', 'quantity'])

/** What the links between a claim and those that it cites allow to be said. */
function denialsOf(record: PlainRecord, claim: string, cites: readonly string[]) {
  const denials = record.links
    .map((link, index) => {
      const aspect = aspects[index % (aspects.length * 2)]
      return { ...link, met: metBy(record, link) ?? (itself.has(aspect) ? 'all' : 'other') }
    })
    .filter(({ voided, ended }) => !voided && ended === false)
  const rebuttals = denials.filter(({ relation }) => relation === 'rebuts')
  const direct = rebuttals.filter(({ from, to }) => {
    const target = 'claim' in to ? to.claim : ''
    return (from === claim && cites.includes(target)) || (target === claim && cites.includes(from))
  })
  const against = denials.filter(({ from, to }) => {
    const target = 'claim' in to ? to.claim : ''
    return (from === claim && cites.includes(target)) || (target === claim && cites.includes(from))
  })
  const isLeftOpen = direct.every(({ met }) => met !== 'all')
  return {
    denied: rebuttals.some(({ met }) => met === 'all'),
    open: isLeftOpen && direct.every(({ met }) => met === 'other'),
    partlyOpen: isLeftOpen && denials.some(({ met }) => met === 'part'),
    countered:
      against.length === 0 || against.some((link) => responseOf(record, link) === undefined),
  }
}

/** What the live remarks on a claim say. */
function remarksOn(record: PlainRecord, claim: string): KnownClaim['remarks'] {
  const onto = record.links.filter(({ to }) => 'claim' in to && to.claim === claim)
  const isVersion = record.links.some(
    ({ relation, from, to }) =>
      relation === 'supersedes' && (from === claim || ('claim' in to && to.claim === claim)),
  )
  if (isVersion) return undefined
  const remarks = onto.filter(({ voided, ended }) => !voided && ended === false)
  return new Set(remarks.map((link) => responseOf(record, link) ?? 'context'))
}
