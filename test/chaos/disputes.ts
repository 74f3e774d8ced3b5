import { z } from 'zod'
import { affiliationRelations, claimKinds, relations } from '../../src/domain/kinds.ts'
import type { PlainClaim, PlainLink, PlainRecord, PlainSource } from '../oracle/record.ts'

const date = z.string().transform((text) => Date.parse(text))
const source = z.object({
  id: z.string(),
  affiliations: z.array(z.object({ relation: z.enum(affiliationRelations), source: z.string() })),
})
const claim = z.object({
  id: z.string(),
  kind: z.enum(claimKinds),
  speaker: z.string(),
  about: z.array(z.string()),
  assertedAt: date,
})
const link = z.object({
  id: z.string(),
  relation: z.enum(relations),
  from: z.string(),
  to: z.union([z.object({ claim: z.string() }), z.object({ link: z.string() })]),
})
const ending = z.object({ claim: z.string().optional(), link: z.string().optional() })

/** The record of an export, as the oracle reads it. */
export function plainRecordOf(lines: readonly object[]): PlainRecord {
  const of = (type: string) => lines.filter((line) => 'type' in line && line.type === type)
  const ended = (type: string) =>
    new Set(of(type).flatMap((line) => Object.values(ending.parse(line))))
  const [withdrawn, dropped, voided] = [ended('withdrawal'), ended('end'), ended('void')]
  return {
    sources: of('source').map((line): PlainSource => {
      const { id, affiliations } = source.parse(line)
      return {
        id,
        affiliations: affiliations.map(({ relation, source: to }) => ({ relation, to })),
      }
    }),
    claims: of('claim').map((line): PlainClaim => {
      const { id, assertedAt: at, ...rest } = claim.parse(line)
      return { id, at, ...rest, withdrawn: withdrawn.has(id), voided: voided.has(id) }
    }),
    links: of('link').map((line): PlainLink => {
      const { id, ...rest } = link.parse(line)
      return { id, ...rest, ended: dropped.has(id), voided: voided.has(id) }
    }),
  }
}

/** The record split into parts that no link connects, because the oracle is slow on large ones. */
export function disputesOf({ sources, claims, links }: PlainRecord): PlainRecord[] {
  const neighbours = new Map<string, string[]>()
  const join = (a: string, b: string) => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b])
    neighbours.set(b, [...(neighbours.get(b) ?? []), a])
  }
  for (const { id, from, to } of links) {
    join(id, from)
    join(id, 'claim' in to ? to.claim : to.link)
  }
  const part = new Map<string, number>()
  let parts = 0
  for (const { id } of claims) {
    if (part.has(id)) continue
    const found = [id]
    part.set(id, parts)
    for (const here of found)
      for (const next of neighbours.get(here) ?? [])
        if (!part.has(next)) {
          part.set(next, parts)
          found.push(next)
        }
    parts += 1
  }
  const claimsOf = Map.groupBy(claims, ({ id }) => part.get(id))
  const linksOf = Map.groupBy(links, ({ id }) => part.get(id))
  return Array.from({ length: parts }, (_, index) => {
    const own = claimsOf.get(index) ?? []
    return { sources: ownSources(sources, own), claims: own, links: linksOf.get(index) ?? [] }
  })
}

/** The sources named by the claims, and their affiliations. */
function ownSources(sources: readonly PlainSource[], claims: readonly PlainClaim[]) {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const named = new Set(claims.flatMap(({ speaker, about }) => [speaker ?? [], about].flat()))
  for (const id of named) for (const { to } of byId.get(id)?.affiliations ?? []) named.add(to)
  return [...named].flatMap((id) => byId.get(id) ?? [])
}
