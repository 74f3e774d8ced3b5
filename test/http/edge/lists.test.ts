import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { hiddenId, noteId } from './sample.ts'
import { addition, faultsOf, serveSample } from './support.ts'

const list = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() })

describe('a list', () => {
  it('is read through to its end, each item once', async () => {
    const { ask } = await serveSample()
    const seen: string[] = []
    let next: string | null = ''

    for (let count = 0; next !== null && count < 5; count += 1) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`
      const page = list.parse(await (await ask(`/v1/notes?limit=1${cursor}`)).json())
      seen.push(...page.items.map(({ id }) => id))
      next = page.next
    }

    expect(seen).toEqual([noteId, hiddenId])
    expect(next).toBeNull()
  })

  it('takes several values of a filter', async () => {
    const { ask } = await serveSample()
    const count = async (query: string) =>
      list.parse(await (await ask(`/v1/notes${query}`)).json()).items.length

    expect(await count('?colour=red')).toBe(1)
    expect(await count('?colour=red,green')).toBe(2)
    expect(await count('?colour=red%2Cgreen')).toBe(2)
  })

  it('takes further values by repetition, as many generated clients send them', async () => {
    const { ask } = await serveSample()
    const count = async (query: string) =>
      list.parse(await (await ask(`/v1/notes${query}`)).json()).items.length

    expect(await count('?colour=red&colour=green')).toBe(2)
    expect(await count('?colour=red&limit=5&colo%75r=green,red')).toBe(2)
    expect(await count('?colour=red&colour=red')).toBe(1)
  })

  it('goes on with another limit', async () => {
    const { ask } = await serveSample()
    const { next } = list.parse(await (await ask('/v1/notes?limit=1')).json())

    expect((await ask(`/v1/notes?limit=7&cursor=${next}`)).status).toBe(200)
  })
})

describe('400', () => {
  test.each([
    ['?bad=1', '/bad', 'unknown-parameter'],
    ['?limit=1&limit=1', '/limit', 'repeated'],
    ['?limi%74=1&limit=1', '/limit', 'repeated'],
    ['?limit=0', '/limit', 'invalid'],
    ['?limit=201', '/limit', 'invalid'],
    ['?limit=1.5', '/limit', 'invalid'],
    ['?limit=0x10', '/limit', 'invalid'],
    ['?limit=1e2', '/limit', 'invalid'],
    ['?limit=%201', '/limit', 'invalid'],
    ['?limit=', '/limit', 'invalid'],
    ['?limit', '/limit', 'invalid'],
    ['?colour=blue', '/colour/0', 'not-allowed-value'],
    ['?colour=red,', '/colour/1', 'not-allowed-value'],
    ['?colour=', '/colour/0', 'not-allowed-value'],
    ['?colour=red&colour=blue', '/colour/1', 'not-allowed-value'],
    ['?colour=red&colour=', '/colour/1', 'not-allowed-value'],
    ['?cursor=e30&cursor=e30', '/cursor', 'repeated'],
    ['?Colour=red', '/Colour', 'unknown-parameter'],
    ['?__proto__=1', '/__proto__', 'unknown-parameter'],
    ['?=1', '/', 'unknown-parameter'],
    ['?colour=%ff', '/colour', 'bad-encoding'],
    ['?colour=%', '/colour', 'bad-encoding'],
    ['?lang=fr', '/lang', 'not-allowed-value'],
    ['?cursor=', '/cursor', 'bad-cursor'],
    ['?cursor=nonsense', '/cursor', 'bad-cursor'],
    ['?cursor=e30', '/cursor', 'bad-cursor'],
  ])('%s', async (query, pointer, code) => {
    const { ask } = await serveSample()

    const answer = await ask(`/v1/notes${query}`)

    expect(answer.status).toBe(400)
    expect(await faultsOf(answer)).toContainEqual([pointer, code])
  })

  it('names every wrong parameter at once', async () => {
    const { ask } = await serveSample()

    const faults = await faultsOf(await ask('/v1/notes?bad=1&limit=0&colour=blue'))

    expect(faults.map(([pointer]) => pointer)).toEqual(['/bad', '/colour/0', '/limit'])
  })

  it('refuses the cursor of another list, of other filters, and one that was changed', async () => {
    const { ask } = await serveSample()
    const { next } = list.parse(await (await ask('/v1/notes?limit=1&colour=red,green')).json())
    const changed = Buffer.from(
      Buffer.from(String(next), 'base64url').toString().replace(noteId, 'x'),
    ).toString('base64url')

    const filters = 'colour=red,green'
    const queries = [
      `cursor=${next}`,
      `colour=red&cursor=${next}`,
      `${filters}&cursor=${next}!`,
      `${filters}&cursor=${changed}`,
    ]

    const answers = await Promise.all(queries.map((query) => ask(`/v1/notes?${query}`)))

    expect((await ask(`/v1/notes?${filters}&cursor=${next}`)).status).toBe(200)
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
  })

  it('accepts no parameter if none is declared', async () => {
    const { ask, board } = await serveSample()

    const write = await ask('/v1/notes?onError=skip', addition({ words: 'x' }))
    const read = await ask('/healthz?verbose')

    expect([write.status, read.status]).toEqual([400, 400])
    expect(board).toHaveLength(2)
  })
})
