import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { bundleLine } from '../../src/formats/bundle.ts'
import { parse } from '../../src/formats/faults.ts'
import { readBundle } from '../../src/formats/read-bundle.ts'
import { detachedApp } from '../support/detached-app.ts'

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const folders = ['domain', 'formats', 'queries']
const sources = globSync(folders.map((folder) => `src/${folder}/**/*.ts`))

/** Every schema of the layers that parse input, with those inside it. */
const schemas = await collect()

async function collect(): Promise<ReadonlyMap<z.core.$ZodType, string>> {
  const found = new Map<z.core.$ZodType, string>()
  for (const file of sources) {
    const module: unknown = await import(pathToFileURL(path.resolve(file)).href)
    if (isObject(module))
      for (const [name, value] of Object.entries(module)) walk(value, `${file} ${name}`, found, 0)
  }
  return found
}

/** Schemas are found wherever a definition or an object of fields has them. */
function walk(value: unknown, where: string, found: Map<z.core.$ZodType, string>, depth: number) {
  if (value instanceof z.core.$ZodType) {
    if (found.has(value)) return
    found.set(value, where)
    const { _zod: inner } = value
    const def: unknown = inner.def
    if (isObject(def))
      for (const [name, part] of Object.entries(def)) walk(part, `${where}.${name}`, found, 0)
  } else if (depth < 2 && (isObject(value) || Array.isArray(value)))
    for (const [name, part] of Object.entries(value))
      walk(part, `${where}.${name}`, found, depth + 1)
}

const arrays = [...schemas].filter(([schema]) => schema instanceof z.ZodArray)

test('there are arrays to look at', () => {
  expect(arrays.length).toBeGreaterThan(10)
})

test.each(arrays.map(([schema, where]) => ({ schema, where })))(
  '$where: a list that is too long has one fault, whatever is in it',
  ({ schema }) => {
    const { _zod: inner } = schema
    const most: unknown = inner.bag['maximum']
    expect(most).toBeTypeOf('number')

    const result = z.safeParse(
      schema,
      Array.from({ length: Number(most) + 1 }, () => 0),
    )

    expect(result.error?.issues).toHaveLength(1)
  },
)

test('no schema of input has keys without number, but for values of any kind', () => {
  const open = [...schemas].filter(
    ([schema]) =>
      schema instanceof z.ZodMap ||
      schema instanceof z.ZodSet ||
      (schema instanceof z.ZodRecord && !(schema.valueType instanceof z.ZodUnknown)),
  )

  expect(open.map(([, where]) => where)).toEqual([])
})

test('zod counts a list after it has parsed the items, so lists of input are made by list()', () => {
  // A library's output is no input of ours.
  const input = sources.filter((file) => file !== 'src/formats/claim-citation.ts')
  const made = input.filter((file) => /\.array\(/.test(readFileSync(file, 'utf8')))

  expect(made).toEqual([])
})

const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

test('every list that a request can contain says how long it may be', async () => {
  const open: string[] = []
  const look = (value: unknown, where: string): void => {
    if (Array.isArray(value)) value.forEach((each, index) => look(each, `${where}/${index}`))
    if (!isObject(value)) return
    if (value['type'] === 'array' && typeof value['maxItems'] !== 'number') open.push(where)
    for (const [name, part] of Object.entries(value)) look(part, `${where}/${name}`)
  }
  const answer = await detachedApp().request('/openapi.json')
  const { paths, components } = described.parse(await answer.json())
  const asked = new Set<string>()
  const follow = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value).matchAll(/#\/components\/schemas\/([^"]+)/g)) {
      if (name === undefined || asked.has(name)) continue
      asked.add(name)
      const component = components.schemas[name]
      look(component, name)
      follow(component)
    }
  }
  for (const [address, methods] of Object.entries(paths))
    for (const [method, { parameters = [], requestBody = {} }] of Object.entries(methods)) {
      look([parameters, requestBody], `${method} ${address}`)
      follow([parameters, requestBody])
    }

  expect(asked.size).toBeGreaterThan(10)
  expect(open).toEqual([])
})

const million = Array.from({ length: 300_000 }, () => 0)
const lists = ['about', 'texts', 'points', 'citations', 'claims', 'meets', 'names', 'affiliations']
const ofTombstones = ['source', 'report', 'claim', 'link', 'story']
const types = ['source', 'report', 'claim', 'link', 'story', 'withdrawal', 'end', 'void', 'merge']
const heads = [
  ...types.map((type) => ({ type })),
  ...ofTombstones.map((of) => ({ type: 'tombstone', of })),
]
const lines = heads.flatMap((head) => lists.map((name) => ({ ...head, [name]: million })))

describe('the faults of one line are few', () => {
  test.each(
    lines.map((line) => ({
      line,
      name: Object.entries(line)
        .map(([key]) => key)
        .join(),
    })),
  )('of $line.type $line.of with $name', ({ line }) => {
    expect(parse(bundleLine, line).faults?.length).toBeLessThanOrEqual(101)
  })

  it('counts those that it leaves out, also unknown fields and those in lists of lists', () => {
    const unknown = Object.fromEntries(million.map((_, index) => [`field${index}`, 0]))
    const faults = parse(z.strictObject({}), unknown).faults ?? []

    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toMatchObject({
      code: 'more-faults',
      message: expect.stringMatching(/^And 299,900 more\./),
    })
  })

  it('repeats long names of fields only in part', () => {
    const faults = parse(bundleLine, { type: 'end', ['x'.repeat(1_000_000)]: 0 }).faults ?? []

    expect(JSON.stringify(faults).length).toBeLessThan(2_000)
  })

  it('stays few in a bundle, and reads a line of 5 MB', () => {
    const zeros = `[${'0,'.repeat(2_400_000)}0]`
    const bundle = [
      `{"type":"link","citations":${zeros}}`,
      ...heads.map((head) => JSON.stringify(head)),
    ]
    const { faults } = readBundle(Buffer.from(bundle.join('\n')))

    expect(faults.length).toBeLessThan(200)
    expect(faults.filter(({ line }) => line === 1)).toContainEqual(
      expect.objectContaining({ code: 'too-many-values' }),
    )
  })
})
