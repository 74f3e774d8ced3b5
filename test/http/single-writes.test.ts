import { describe, expect } from 'vitest'
import type { ClaimView } from '../../src/http/views/claim.ts'
import { toBundle } from '../oracle/bundle.ts'
import { randomRecord } from '../oracle/random-record.ts'
import { recompute } from '../oracle/recompute.ts'
import { renamed } from '../oracle/renamed.ts'
import { it, type Api } from '../support/api.ts'

const clients = 8
const recordsWanted = 10

type Line = Readonly<Record<string, unknown>> & { readonly type: string }

describe('a record entered by single writes, eight clients at once', () => {
  it('has the statuses of an independent reading of the rules', async ({ api }) => {
    let entered = 0
    for (let seed = 1; entered < recordsWanted && seed < 40; seed++) {
      const shape = seed % 2 ? 'nasty' : 'realistic'
      const record = randomRecord(seed, { shape, sources: 5, claims: 9, links: 14 })
      const ids = await enter(api, toBundle(record, `singly-${seed}`))
      // Some records need two changes at once, such as a link in place of the one it ends.
      if (!ids) continue
      entered++

      const expected = recompute(renamed(record, ids)).claims
      const shown = await Promise.all(
        [...expected.keys()].map(async (id) => {
          const { label, status, explanation } = (await api<ClaimView>(`/v1/claims/${id}`)).json
          return [id, { label, status, cites: explanation?.cites }] as const
        }),
      )
      expect(new Map(shown)).toEqual(expected)
    }
    expect(entered).toBe(recordsWanted)
  }, 120_000)
})

/** Enters the lines by as many rounds as they depend on each other; undefined if some never can be. */
async function enter(
  api: Api,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, string> | undefined> {
  const ids = new Map<string, string>()
  let pending = lines.filter(({ type }) => type !== 'bundle')
  while (pending.length > 0) {
    const left = await share(pending, (line) => write(api, ids, line))
    if (left.length === pending.length) return undefined
    pending = left
  }
  return ids
}

/** Gives the work to so many clients; returns what they could not do yet. */
async function share<T>(work: readonly T[], doIt: (item: T) => Promise<boolean>): Promise<T[]> {
  const queue = [...work]
  const left: T[] = []
  const client = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      if (!(await doIt(item))) left.push(item)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return left
}

/** Whether the line could be written by itself now. */
async function write(
  api: Api,
  ids: Map<string, string>,
  { type, ...line }: Line,
): Promise<boolean> {
  const body = withIds(line, ids)
  const isEnding = ['withdrawal', 'end', 'void'].includes(type)
  const { ref, ...rest } = body
  const call = isEnding
    ? ending(type, rest)
    : { path: `/v1/${paths[type]}`, body: rest, headers: {} }
  if (!call) return false
  const { status, json, text } = await api<{ object: { id: string } }>(call.path, call)
  if (status >= 500) throw new Error(text)
  if (status >= 300) return false
  if (typeof ref === 'string') ids.set(ref, json.object.id)
  return true
}

const paths: Readonly<Record<string, string>> = {
  source: 'sources',
  report: 'reports',
  claim: 'claims',
  link: 'links',
}

/** Any version will do: what is held here are the statuses. */
const anyVersion = { 'if-match': Array.from({ length: 9 }, (_, index) => `"${index + 1}"`).join() }

function ending(type: string, { claim, link, ...body }: Readonly<Record<string, unknown>>) {
  const verb = type === 'withdrawal' ? 'withdraw' : type
  const noun = claim === undefined ? ['links', link] : ['claims', claim]
  const path = ['/v1', ...noun, verb].join('/')
  return { path, body, headers: anyVersion }
}

/** The line with ids for the refs that are known by now. */
function withIds(line: object, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(line), (key, value: unknown) =>
    typeof value === 'string' && key !== 'ref' ? (ids.get(value) ?? value) : value,
  )
}
