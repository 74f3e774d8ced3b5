import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { newClaim } from '../../../src/domain/claim.ts'
import { jsonBody } from '../../../src/http/contract/body-format.ts'
import type { Http } from '../../../src/http/contract/env.ts'
import { dataLicenseOf } from '../../../src/domain/data-license.ts'
import { openApiOf } from '../../../src/edges/api/reference/document.ts'
import { bundleBody } from '../../../src/edges/api/shared/bundle-body.ts'
import { route } from '../../../src/http/route.ts'
import { sampleHttp } from './sample.ts'
import { publicUrl, serveSample } from './support.ts'

function never(): never {
  throw new Error('Nobody calls it')
}

/** Routes that take the nouns of the record, whose schemas the document must get right. */
function withNouns(): Http {
  const { http } = sampleHttp()
  const answers = { 200: { description: 'Done.', schema: z.object({ claim: newClaim }) } }
  const common = { method: 'post', tag: 'record', summary: 'Add', description: 'Adds.' } as const
  route(http, {
    ...common,
    path: '/v1/claims',
    operationId: 'addClaim',
    scope: 'edit',
    body: jsonBody(newClaim),
    answers,
  }).handle(never)
  route(http, {
    ...common,
    path: '/v1/import',
    operationId: 'importBundle',
    scope: 'edit',
    body: bundleBody,
    answers,
  }).handle(never)
  return http
}

const operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.tuple([z.string()]),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
})

const documentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  servers: z.array(z.object({ url: z.string() })),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.record(z.string(), z.unknown())),
    securitySchemes: z.unknown(),
  }),
})

function documentOf(http: Http) {
  return documentSchema.parse(openApiOf(http, publicUrl))
}

describe('/openapi.json', () => {
  it('is served, and describes every route in full', async () => {
    const { ask } = await serveSample()

    const document = documentSchema.parse(await (await ask('/openapi.json')).json())

    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/v1/notes', '/v1/notes/{id}', '/healthz', '/readyz']),
    )
    expect(document.servers).toEqual([{ url: 'https://counterpoint.example' }])
    const used = Object.values(document.paths).flatMap(Object.values<z.output<typeof operation>>)
    expect(new Set(used.map(({ operationId }) => operationId)).size).toBe(used.length)
    expect(new Set(used.flatMap(({ tags }) => tags))).toEqual(
      new Set(document.tags.map(({ name }) => name)),
    )
  })

  it('says which operations are open and which need a key', () => {
    const { paths, components } = documentOf(sampleHttp().http)

    expect(paths['/v1/notes']?.['get']?.security).toEqual([])
    expect(paths['/v1/notes']?.['post']?.security).toEqual([{ key: [] }])
    expect(components.securitySchemes).toMatchObject({ key: { type: 'http', scheme: 'bearer' } })
  })

  it('lists the parameters, headers and problems that follow from a contract', () => {
    const { paths } = documentOf(sampleHttp().http)
    const { get, post } = paths['/v1/notes'] ?? {}
    const patch = paths['/v1/notes/{id}']?.['patch']

    expect(get?.parameters.map(({ name }) => name)).toEqual(['colour', 'limit', 'cursor', 'lang'])
    expect(get?.parameters[0]).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array', items: { enum: ['red', 'green'] } },
    })
    expect(get?.parameters[1]).toMatchObject({
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    })
    expect(post?.parameters).toMatchObject([
      { name: 'preview', required: false, schema: { enum: ['true', 'false'] } },
      { name: 'lang', required: false },
      { name: 'Idempotency-Key', required: true },
    ])
    expect(Object.keys(patch?.responses ?? {})).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '406',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '429',
      '500',
      '503',
    ])
    expect(patch?.responses['409']?.description).toContain('`conflict`')
  })

  it('allows null where it is allowed, and only there', () => {
    const { schemas } = documentOf(withNouns()).components
    const { properties } = z
      .object({ properties: z.record(z.string(), z.unknown()) })
      .parse(schemas['NewClaim'])

    expect(properties['figure']).toMatchObject({
      anyOf: [{ $ref: '#/components/schemas/Figure' }, { type: 'null' }],
    })
    expect(schemas['Figure']).toMatchObject({ type: 'object' })
    expect(schemas['Reference']).toMatchObject({
      pattern: String.raw`^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\p{C}\p{Z}])?$`,
    })
  })

  it.each(['Relation', 'Aspect', 'Attribution', 'Form'])('says in words what a %s is', (name) => {
    const { schemas } = documentOf(withNouns()).components
    const words = z
      .object({ enum: z.array(z.string()), description: z.string() })
      .parse(schemas[name])

    for (const word of words.enum) expect(words.description).toContain(`\`${word}\``)
  })

  it('leads to the glossary, which is there', async () => {
    const { externalDocs } = z
      .object({ externalDocs: z.object({ url: z.string() }) })
      .parse(openApiOf(sampleHttp().http, publicUrl))
    const { ask } = await serveSample()

    const answer = await ask(new URL(externalDocs.url).pathname)

    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('| arguendo |')
  })

  it.each([
    [undefined, { name: 'Terms not stated', url: 'https://counterpoint.example/terms' }],
    ['CC-BY-4.0', { name: 'CC-BY-4.0', identifier: 'CC-BY-4.0' }],
    [
      'https://a.example/terms',
      { name: 'https://a.example/terms', url: 'https://a.example/terms' },
    ],
  ])('has the licence of the data: %s', (text, license) => {
    const stated = text === undefined ? undefined : dataLicenseOf(text)

    expect(openApiOf(sampleHttp().http, publicUrl, stated).info.license).toEqual(license)
  })

  it('tells what is sent from what comes back', () => {
    const { schemas } = documentOf(withNouns()).components

    expect(schemas['NewClaim']).toMatchObject({ required: expect.not.arrayContaining(['texts']) })
    expect(schemas['NewClaimOutput']).toMatchObject({ required: expect.arrayContaining(['texts']) })
    expect(schemas['Note']).not.toHaveProperty('additionalProperties')
    expect(schemas['NewNote']).toHaveProperty('additionalProperties', false)
  })

  it('points only to what it holds', () => {
    const document = documentOf(withNouns())
    const references = JSON.stringify(document).matchAll(/"#\/([^"]+)"/g)

    for (const [, target = ''] of references)
      expect(document.components.schemas).toHaveProperty(target.replace('components/schemas/', ''))
  })

  it('passes the linter', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'openapi-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = path.join(folder, 'openapi.json')
    await writeFile(file, JSON.stringify(openApiOf(withNouns(), publicUrl)))

    const linter = promisify(execFile)('node_modules/.bin/redocly', ['lint', file], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    })

    const { stderr } = await linter
    expect(stderr).not.toMatch(/warning|error/i)
  })
})

describe('/docs', () => {
  it('is served whole from here, and may ask nobody else', async () => {
    const { ask } = await serveSample()
    const page = await ask('/docs')
    const text = await page.text()
    const files = [...text.matchAll(/(?:src|rel="stylesheet" href)="([^"]+)"/g)].map(([, file]) =>
      String(file),
    )

    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    )
    expect(page.headers.get('content-security-policy')).not.toMatch(/https?:|unsafe-eval/)
    expect(files).toHaveLength(4)
    for (const file of files) {
      const answer = await ask(file)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/(css|javascript)/)
    }
  })

  it('validates nowhere else', async () => {
    const { ask } = await serveSample()

    expect(await (await ask('/docs/start.js')).text()).toContain('validatorUrl: null')
  })
})
