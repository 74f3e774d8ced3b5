import type { ClaimView } from '../../src/views/claim.ts'
import type { Api } from './api.ts'

/** The answer to a write of one object. */
export interface Wrote<T> {
  object: T
  event: { seq: number; at: string }
  statusChanges: { claim: string; from: string | null; to: string | null }[]
}

let names = 0

/** A source with a unique name. */
export async function aSource(api: Api, kind = 'outlet'): Promise<string> {
  names += 1
  const body = { kind, name: `Source ${names} ${crypto.randomUUID()}` }
  return (await api<Wrote<{ id: string }>>('/v1/sources', { body })).json.object.id
}

/** A place in a new report. */
export async function aCitation(api: Api): Promise<{ report: string; quote: string }> {
  const body = { source: await aSource(api), kind: 'article', title: 'A report', lang: 'en' }
  const { json } = await api<Wrote<{ id: string }>>('/v1/reports', { body })
  return { report: json.object.id, quote: 'It says so.' }
}

/** A claim by a new source, unless the test says otherwise. */
export async function aClaim(api: Api, given: object = {}): Promise<ClaimView> {
  const speaker = 'speaker' in given ? {} : { speaker: await aSource(api) }
  const body = { kind: 'fact', text: 'It is so.', lang: 'en', about: [], assertedAt: '2025-12-03' }
  const { json, text } = await api<Wrote<ClaimView>>('/v1/claims', {
    body: { ...body, ...speaker, ...given },
  })
  if (json?.object === undefined) throw new Error(text)
  return json.object
}

/** A concession has a citation. */
export async function aLink(api: Api, relation: string, from: string, to: object): Promise<string> {
  const citations = relation === 'concedes' ? [await aCitation(api)] : []
  const { json, text } = await api<Wrote<{ id: string }>>('/v1/links', {
    body: { relation, from, to, citations },
  })
  if (json?.object === undefined) throw new Error(text)
  return json.object.id
}
