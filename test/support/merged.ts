import type { Api } from './api.ts'
import { aCitation, aClaim, aLink, aSource, type Wrote } from './record.ts'

/** A merged entry, and its survivor. */
interface Merged {
  readonly away: string
  readonly into: string
}

/** One of each noun that can be merged; links are when their ends are. */
export type AllMerged = Readonly<Record<'source' | 'report' | 'claim' | 'link', Merged>>

const first = { 'if-match': '"1"' }

async function mergeOf(
  api: Api,
  noun: 'source' | 'report' | 'claim',
  { away, into }: Merged,
): Promise<string> {
  const body = { into, reason: 'One and the same.' }
  const path = `/v1/${noun}s/${away}/merge`
  const { json, text } = await api<Wrote<{ id: string }>>(path, { body, headers: first })
  if (json?.object === undefined) throw new Error(text)
  return json.object.id
}

export async function allMerged(api: Api): Promise<AllMerged> {
  const source = { away: await aSource(api), into: await aSource(api) }
  const report = {
    away: (await aCitation(api)).report,
    into: (await aCitation(api)).report,
  }
  const [speaker, target] = [await aSource(api), await aClaim(api)]
  const into = (await aClaim(api, { speaker })).id
  const claim = { away: (await aClaim(api, { speaker, text: 'The same.' })).id, into }
  const link = {
    into: await aLink(api, 'undercuts', claim.into, { claim: target.id }),
    away: await aLink(api, 'undercuts', claim.away, { claim: target.id }),
  }
  await mergeOf(api, 'source', source)
  await mergeOf(api, 'report', report)
  await mergeOf(api, 'claim', claim)
  return { source, report, claim, link }
}
