import { describe, expect } from 'vitest'
import type { z } from 'zod'
import type { ClaimView } from '../../src/views/claim.ts'
import type { listDifferenceView } from '../../src/views/list-diff.ts'
import { listDifferences, type DifferencePlace } from '../../src/store/past/list-differences.ts'
import type { Db } from '../../src/store/database/db.ts'
import { randomFrom, type Random } from '../oracle/random.ts'
import { amendment, it, read, type Api } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { claimLine, linkLine, sourceLine } from '../support/lines.ts'
import { enterDense, headOf, writeAnything } from '../support/random-writes.ts'

const writes = 20

type Told = z.output<typeof listDifferenceView>

const plain = [
  '',
  'group=open',
  'status=unchallenged,denied,disputed',
  'kind=figure,ruling',
  'answered=true',
  'answered=false',
  'textLang=en',
  'assertedFrom=2024-06',
  'assertedFrom=2023&assertedTo=2024',
]

describe('GET /v1/diff/claims', () => {
  it.for([1, 2])(
    'tells exactly how the lists of two moments differ, record %i',
    { timeout: 240_000 },
    async (seed, { api, db }) => {
      const random = randomFrom(seed)
      const { since, ground } = await enterDense(db, seed)
      const moments = [await eventNow(db)]
      for (let count = seed * 1000; count < seed * 1000 + writes; count++) {
        if (count % 3 === 0) await redate(api, random)
        else if (!(await writeAnything(db, random, { ground, since, count }))) continue
        moments.push(await eventNow(db))
      }
      const seen = new Map<string, number>()

      for (const query of [...plain, ...(await namedIn(api))]) {
        const lists = new Map<number, ClaimView[]>()
        for (const seq of moments) lists.set(seq, await listThen(api, query, seq))
        for (const from of moments.filter((_, place) => place % 4 === 0))
          for (const to of moments.filter((seq, place) => seq >= from && place % 5 === 0)) {
            const told = await differences(api, query, from, to)
            const expected = compared(lists.get(from) ?? [], lists.get(to) ?? [])
            expect([query, from, to, told.map(brief).toSorted()]).toEqual([
              query,
              from,
              to,
              expected,
            ])
            for (const { change } of told) seen.set(change, (seen.get(change) ?? 0) + 1)
          }
      }
      expect([...seen.keys()].toSorted()).toEqual(['changed', 'entered', 'left'])
    },
  )

  it('tells each claim once, however little one request compares', async ({ db }) => {
    const last = await eventNow(db)
    const moments = [last - 60, last - 20, last]
    for (const from of moments)
      for (const to of moments.filter((each) => each >= from)) {
        const all = await placesOf(db, from, to, 1000)
        expect(all.length).toBe(new Set(all).size)
        for (const looked of [1, 2, 3])
          expect([from, to, looked, await placesOf(db, from, to, looked)]).toEqual([
            from,
            to,
            looked,
            all,
          ])
      }
  })

  it('stays at the moment that the first page found', async ({ api, db }) => {
    const path = `/v1/diff/claims?from=${(await eventNow(db)) - 60}&limit=2`
    const first = await read<{ next: string; to: { seq: number } }>(api, path)
    await redate(api, randomFrom(9))
    const next = await read<{ to: { seq: number } }>(api, `${path}&cursor=${first.next}`)
    expect(next.to).toEqual(first.to)
  })

  it('says of a claim that leaves a list where it stands now', async ({ api, db }) => {
    const lines = [sourceLine('a'), sourceLine('b'), claimLine('c', 'a'), claimLine('d', 'b')]
    const { refs } = await importLines(db, lines)
    const [claim, denial] = [refs['c'] ?? '', refs['d'] ?? '']
    const from = await eventNow(db)
    await importLines(db, [linkLine('l', 'rebuts', denial, claim)])
    const told = await differences(api, 'status=unchallenged', from, await eventNow(db))

    expect(told.find((each) => each.claim === claim)).toMatchObject({
      change: 'left',
      before: { status: 'unchallenged', text: 'What a says in c.' },
      after: { status: 'disputed', text: 'What a says in c.' },
    })
  })

  it('400: refuses what is known of today only, and moments in the wrong order', async ({
    api,
    db,
  }) => {
    const last = await eventNow(db)
    const faults = async (query: string) => {
      const { status, json } = await api<{ errors: { pointer: string; code: string }[] }>(
        `/v1/diff/claims?${query}`,
      )
      return [status, ...json.errors.map(({ pointer, code }) => `${pointer} ${code}`)]
    }

    expect(await faults('from=1&q=a&role=ruling')).toEqual([
      400,
      '/q not-with-diff',
      '/role not-with-diff',
    ])
    expect(await faults(`from=${last}&to=${last - 30}`)).toEqual([400, '/from from-after-to'])
    expect(await faults('to=3')).toEqual([400, '/from missing'])
    expect(await faults('from=1&sort=newest')).toEqual([400, '/sort unknown-parameter'])
  })
})

/** What differs of a claim itself, as the list shows it at both moments. */
function compared(before: readonly ClaimView[], after: readonly ClaimView[]): string[] {
  const [old, now] = [byId(before), byId(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)]
      if (!was || !is) return [`${is ? 'entered' : 'left'} ${id}`]
      const shown = fieldsOf(is)
      const fields = [...fieldsOf(was)].filter(([field, value]) => shown.get(field) !== value)
      // What is called by another name since a merge of sources is no other subject.
      if (was.version !== is.version && subjects(was) !== subjects(is)) fields.push(['about', ''])
      return fields.length === 0
        ? []
        : [
            `changed ${id} ${fields
              .map(([field]) => field)
              .toSorted()
              .join()}`,
          ]
    })
    .toSorted()
}

function subjects({ about }: ClaimView): string {
  return about.map(({ id }) => id).join()
}

function byId(claims: readonly ClaimView[]): Map<string, ClaimView> {
  return new Map(claims.map((claim) => [claim.id, claim]))
}

const toldFields = [
  'kind',
  'text',
  'lang',
  'texts',
  'assertedAt',
  'withdrawnAt',
  'points',
  'figure',
  'rating',
  'label',
  'status',
  'leftOpen',
  'counts',
] as const

function fieldsOf(claim: ClaimView): Map<string, string> {
  const own: Readonly<Record<string, unknown>> = claim
  const fields: [string, unknown][] = [
    ...toldFields.map((field): [string, unknown] => [field, own[field]]),
    ['speaker', claim.speaker?.id],
    ['citations', claim.citations.map(({ id, report, quote }) => [id, report.id, quote])],
    ['cites', claim.explanation?.cites],
  ]
  return new Map(fields.map(([field, value]) => [field, JSON.stringify(value) ?? '']))
}

function brief({ change, claim, fields }: Told): string {
  return change === 'changed'
    ? `changed ${claim} ${fields.toSorted().join()}`
    : `${change} ${claim}`
}

async function differences(api: Api, query: string, from: number, to: number): Promise<Told[]> {
  return pages<Told>(api, `/v1/diff/claims?${query}&from=${from}&to=${to}&limit=6`)
}

async function listThen(api: Api, query: string, asOf: number): Promise<ClaimView[]> {
  return pages<ClaimView>(api, `/v1/claims?${query}&asOf=${asOf}&limit=50`)
}

async function pages<T>(api: Api, path: string): Promise<T[]> {
  const items: T[] = []
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next && `&cursor=${next}`
    const page: { items: T[]; next: string | null } = await read(api, `${path}${cursor}`)
    items.push(...page.items)
    next = page.next
  }
  return items
}

/** Gives some claim another date, and so another place in the list. */
async function redate(api: Api, random: Random): Promise<void> {
  const { items } = await read<{ items: ClaimView[] }>(api, '/v1/claims?limit=100')
  const { id, version } = random.pick(items)
  const assertedAt = `202${random.below(6)}-0${1 + random.below(9)}`
  await api(`/v1/claims/${id}`, amendment({ assertedAt }, version))
}

/** Filters by what the claims on record name. */
async function namedIn(api: Api): Promise<string[]> {
  const { items } = await read<{ items: ClaimView[] }>(api, '/v1/claims?limit=200')
  const sources = new Set(
    items.flatMap(({ speaker, about }) => [speaker, ...about].flatMap((each) => each?.slug ?? [])),
  )
  const stories = await read<{ items: { id: string }[] }>(api, '/v1/stories')
  return [
    ...[...sources].flatMap((slug) =>
      ['source', 'about', 'responseFrom', 'quotedSource'].map((name) => `${name}=${slug}`),
    ),
    ...stories.items.map(({ id }) => `story=${id}`),
  ]
}

async function eventNow(db: Db): Promise<number> {
  return (await headOf(db)) ?? 0
}

async function placesOf(
  db: Db,
  from: number,
  to: number,
  looked: number,
): Promise<readonly string[]> {
  const limits = { looked, lookedRelated: looked, rounds: 2, few: 0 }
  const [at, ids] = [new Date(), new Array<string>()]
  let after: DifferencePlace | undefined
  do {
    const asked = { from: { seq: from, at }, to: { seq: to, at }, after, limit: 3 }
    const { differences, end } = await listDifferences(db, { answered: true }, asked, limits)
    ids.push(...differences.map((one) => `${one.id} ${one.wasListed} ${one.isListed}`))
    after = differences.length === 3 ? differences.at(-1) : end
  } while (after)
  return ids
}
