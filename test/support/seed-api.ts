import { readFileSync } from 'node:fs'
import { it as withApi } from './api.ts'

/** The service with the seed story, imported as a newsroom would; and the ids of its refs. */
export const it = withApi.extend('refs', { scope: 'file' }, async ({ api }) => {
  const body = readFileSync('db/seed/newsletter.ndjson', 'utf8')
  const headers = { 'content-type': 'application/x-ndjson' }
  const { json } = await api<{ refs: Record<string, string> }>('/v1/import', { body, headers })
  return (ref: string) => json.refs[ref] ?? ref
})
