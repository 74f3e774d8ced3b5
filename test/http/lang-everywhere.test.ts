import { describe, expect } from 'vitest'
import { it } from '../support/api.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
  >
}

interface Problem {
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

describe('every operation of the API', () => {
  it('takes `lang` and says so', async ({ api }) => {
    const { paths } = (await api<Document>('/openapi.json')).json
    const operations = Object.entries(paths)
      .filter(([path]) => path.startsWith('/v1/'))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { parameters = [] }]) => ({
          name: `${method} ${path}`,
          lang: parameters.find(({ name }) => name === 'lang'),
        })),
      )

    expect(operations.length).toBeGreaterThan(40)
    expect(operations.filter(({ lang }) => lang?.in !== 'query' || !lang.description)).toEqual([])
  })

  it('answers as it would without', async ({ api }) => {
    for (const path of ['/v1/events', '/v1/statuses', '/v1/keys', '/v1/export', '/v1/claims']) {
      const { status } = await api(path)
      expect([path, (await api(`${path}?lang=ko`)).status]).toEqual([path, status])
    }
  })

  it('400: for any other language', async ({ api }) => {
    for (const path of ['/v1/events', '/v1/statuses', '/v1/export', '/v1/claims']) {
      const { status, json } = await api<Problem>(`${path}?lang=fr`)
      expect([path, status, json.errors?.map(({ pointer }) => pointer)]).toEqual([
        path,
        400,
        ['/lang'],
      ])
    }
  })
})
