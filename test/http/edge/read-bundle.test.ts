import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DomainError } from '../../../src/domain/errors.ts'
import { bundleBody } from '../../../src/edges/api/shared/bundle-body.ts'
import { runInSlices } from '../../../src/formats/in-slices.ts'
import { readBundle, readingBundle, requireSound } from '../../../src/formats/read-bundle.ts'
import { route } from '../../../src/http/route.ts'
import { sampleHttp } from './sample.ts'
import { addition } from './support.ts'

const source = '{"type":"source","ref":"msft","kind":"company","name":"Microsoft"}'

function read(...lines: string[]) {
  return readBundle(Buffer.from(lines.join('\n')))
}

describe('readBundle', () => {
  it('numbers its lines as an editor does, and passes over blank ones', () => {
    const { lines, faults } = read('', source, ' \t', source, '')

    expect(lines.map(({ line }) => line)).toEqual([2, 4])
    expect(faults).toEqual([])
  })

  it('takes line ends of either kind, and a last line without one', () => {
    const { lines } = read(`${source}\r`, source)

    expect(lines).toHaveLength(2)
  })

  it('keeps text as it was sent, and fills in what may be left out', () => {
    const { lines } = read('{"type":"source","kind":"group","name":"투자자들 \\u2014 "}')

    expect(lines[0]?.value).toMatchObject({ name: '투자자들 — ', aliases: [] })
  })

  it('checks every line, also after a fault, and names each fault', () => {
    const { lines, faults, isMalformed } = read(
      source,
      '{"type":"source"',
      '{"type":"source","kind":"firm","name":""}',
      source,
      '{"type":"nonsense"}',
    )

    expect(lines.map(({ line }) => line)).toEqual([1, 4])
    expect(faults.map(({ line, pointer, code }) => [line, pointer, code])).toEqual([
      [2, '', 'malformed-json'],
      [3, '/kind', 'not-allowed-value'],
      [3, '/name', 'blank'],
      [5, '/type', 'not-allowed-value'],
    ])
    expect(isMalformed).toBe(true)
  })

  it('tells the place in the bundle, not in the line', () => {
    expect(read(source, source, '{"a":1,"a":1}').faults[0]?.message).toMatch(/^Line 3, column 8: /)
  })

  it('blames only the line whose bytes are not UTF-8', () => {
    const { lines, faults } = readBundle(
      Buffer.concat([
        Buffer.from(`${source}\n`),
        Buffer.from([0x22, 0xff, 0x22, 0x0a]),
        Buffer.from(source),
      ]),
    )

    expect(lines).toHaveLength(2)
    expect(faults).toMatchObject([{ line: 2, code: 'invalid-utf8' }])
  })

  it('refuses a byte order mark and a bundle without a line', () => {
    expect(read(`\uFEFF${source}`).faults).toMatchObject([{ line: 1, code: 'byte-order-mark' }])
    expect(read('', ' ').faults).toMatchObject([{ code: 'empty-body' }])
  })

  it('lets other work go on between its lines', async () => {
    let turns = 0
    const count = () => {
      turns += 1
      turning = setImmediate(count)
    }
    let turning = setImmediate(count)

    const { lines } = await runInSlices(readingBundle(Buffer.from(`${source}\n`.repeat(20_000))))
    clearImmediate(turning)

    expect(lines).toHaveLength(20_000)
    expect(turns).toBeGreaterThan(2)
  })

  it('reads no further in a line than to its thousandth field', () => {
    const fields = Array.from({ length: 1_001 }, (_, nth) => `"f${nth}":1`)

    expect(read(`{${fields.slice(1).join()}}`).isMalformed).toBe(false)
    // What follows is no JSON, and is not looked at.
    expect(read(`{${fields.join()}, and so on`).faults).toMatchObject([
      { line: 1, code: 'too-many-fields' },
    ])
  })

  it('lists a limited number of faults', () => {
    const { faults } = readBundle(Buffer.from('x\n'.repeat(1_000_000)))

    expect(faults).toHaveLength(10_000)
  })
})

function refusalOf(...lines: string[]) {
  try {
    return requireSound(read(...lines))
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.faults.length] : error
  }
}

describe('requireSound', () => {
  it('gives the lines of a bundle without faults', () => {
    expect(requireSound(read(source))).toHaveLength(1)
  })

  it('refuses as malformed what cannot be read, as invalid what does not fit', () => {
    expect(refusalOf(source, '{', '{"type":"x"}')).toEqual(['malformed', 2])
    expect(refusalOf(source, '{"type":"x"}')).toEqual(['invalid', 1])
  })
})

/** An edge that takes bundles and stores nothing. */
function importing() {
  const { http } = sampleHttp()
  route(http, {
    method: 'post',
    path: '/v1/import',
    operationId: 'importBundle',
    tag: 'record',
    summary: 'Import',
    description: 'Counts the lines of a bundle.',
    scope: 'edit',
    body: bundleBody,
    answers: { 200: { description: 'Counted.', schema: z.object({ accepted: z.int() }) } },
  }).handle(({ body }) => ({
    status: 200,
    body: { accepted: requireSound(readBundle(body)).length },
  }))
  return (body: string) =>
    http.request('/v1/import', addition(body, { 'content-type': 'application/x-ndjson' }))
}

describe('a bundle as a body', () => {
  it('200: is taken whole', async () => {
    const answer = await importing()(`${source}\n`.repeat(3))

    expect(await answer.json()).toEqual({ accepted: 3 })
  })

  it('400, 422: names the line of each fault', async () => {
    const send = importing()

    const malformed = await send(`${source}\n{`)
    const invalid = await send(`${source}\n{"type":"x"}`)

    expect([malformed.status, invalid.status]).toEqual([400, 422])
    expect(await invalid.json()).toMatchObject({
      errors: [{ line: 2, pointer: '/type', code: 'not-allowed-value' }],
    })
  })

  it('413: has at most 5 MiB', async () => {
    const send = importing()

    expect((await send(' '.repeat(5 * 1024 * 1024))).status).toBe(400)
    expect((await send(' '.repeat(5 * 1024 * 1024 + 1))).status).toBe(413)
  })
})
