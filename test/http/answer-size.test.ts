import { describe, expect } from 'vitest'
import { z } from 'zod'
import { it as withApi, type Api } from '../support/api.ts'
import { enterLargeRecord, type LargeRecord } from '../support/large-record.ts'
import { operationsIn, pathOf, type Operation } from '../support/open-api.ts'

/** `answerWeightMax`, and what an answer has beside the list that is weighed. */
const bytesMax = 3_000_000

const it = withApi.extend('record', { scope: 'file' }, async ({ db }) => enterLargeRecord(db))

const graph = z.object({
  nodes: z.array(z.object({ id: z.string(), isWhole: z.boolean() })),
  links: z.array(z.object({ from: z.string(), to: z.object({ claim: z.string() }) })),
  isCut: z.boolean(),
  complete: z.boolean(),
})

const page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })

/** Those that answer with the whole record as a stream, or with nothing of it. */
const others = new Set(['exportRecord', 'listKeys'])

function readsIn(document: unknown): readonly Operation[] {
  return operationsIn(document).filter(
    ({ method, operationId, path }) =>
      method === 'GET' && path.startsWith('/v1/') && !others.has(operationId),
  )
}

/** The largest answers that an operation can be asked for. */
function asked(operation: Operation, record: LargeRecord): readonly string[] {
  const [, , noun] = operation.path.split('/')
  const byNoun = new Map<string, readonly string[]>(Object.entries(record))
  const ids = byNoun.get(noun ?? '') ?? ['']
  const wanted = { limit: '200', depth: '5', url: 'https://example.com/none' }
  const query = operation.parameters.flatMap(({ name, in: place }) => {
    const value = Object.entries(wanted).find(([each]) => each === name)?.[1]
    return place === 'query' && value !== undefined ? [[name, value]] : []
  })
  const search = new URLSearchParams(Object.fromEntries(query)).toString()
  const paths = operation.path.includes('{') ? ids : ['']
  return paths.map((id) => `${pathOf(operation, { id, version: '2' })}?${search}`)
}

/** All pages of a list. */
async function pagesFrom(api: Api, path: string): Promise<readonly z.output<typeof page>[]> {
  const pages: z.output<typeof page>[] = []
  let next: string | null = ''
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${next}`
    const { json } = await api(`${path}${cursor}`, { isPublic: true })
    const read = page.parse(json)
    pages.push(read)
    next = read.next
  }
  return pages
}

describe('a record of the largest things', () => {
  it(
    'is read in answers of a limited size, whatever is asked',
    { timeout: 300_000 },
    async ({ api, record }) => {
      const reads = readsIn((await api('/openapi.json')).json)
      expect(reads.length).toBeGreaterThan(15)

      const answered: [string, number, number][] = []
      for (const path of reads.flatMap((operation) => asked(operation, record))) {
        const { status, text } = await api(path, { isPublic: true })
        answered.push([path, status, Buffer.byteLength(text)])
      }

      expect(answered.filter(([, status]) => status >= 500)).toEqual([])
      expect(answered.filter(([, , bytes]) => bytes > bytesMax)).toEqual([])
      const full = answered.filter(([, status, bytes]) => status === 200 && bytes > bytesMax / 3)
      expect(full.length).toBeGreaterThan(8)
    },
  )

  it('loses nothing where a page ends early, and has no empty page', async ({ api, record }) => {
    const [report = ''] = record.reports
    const [root = ''] = record.claims
    const lists: [string, number][] = [
      ['/v1/sources?limit=200', 33],
      ['/v1/stories?limit=200', 40],
      ['/v1/claims?limit=200', 245],
      [`/v1/reports/${report}/left-open?limit=200`, 41],
      [`/v1/reports/${report}/claims?limit=200`, 41],
      [`/v1/claims/${root}/counterpoints?limit=200`, 30],
    ]
    for (const [path, count] of lists) {
      const pages = await pagesFrom(api, path)
      const items = pages.flatMap((each) => each.items)

      expect([path, pages.filter((each) => each.items.length === 0)]).toEqual([path, []])
      expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length)
      expect([path, items.length]).toEqual([path, count])
    }
  })

  it('shows a graph without what is far, and says so', async ({ api, record }) => {
    const [root = ''] = record.claims
    const { json } = await api(`/v1/claims/${root}/graph?depth=5`, { isPublic: true })
    const { nodes, links, isCut, complete } = graph.parse(json)

    const shown = new Set(nodes.map((node) => node.id))
    expect(shown).toContain(root)
    expect([isCut, complete]).toEqual([true, false])
    expect(nodes.find((node) => node.id === root)?.isWhole).toBe(false)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter(({ from, to }) => !shown.has(from) || !shown.has(to.claim))).toEqual([])
  })
})
