import { Line } from './bundle-schema.ts'
import type { PlainClaim, PlainLink, PlainRecord, PlainSource } from './record.ts'

/** The record that imports, one after another, amount to; an unknown ref or a malformed line throws. */
export function fromBundles(bundles: readonly string[]): PlainRecord {
  const sources = new Map<string, PlainSource>()
  const claims = new Map<string, PlainClaim>()
  const links = new Map<string, PlainLink>()
  for (const bundle of bundles) {
    const lines = bundle
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)))
    for (const line of lines) {
      if (line.type === 'source') sources.set(line.ref, sourceOf(line))
      if (line.type === 'claim') claims.set(line.ref, claimOf(line))
      if (line.type === 'link') links.set(line.ref, linkOf(line))
    }
    for (const line of lines) {
      if (line.type === 'withdrawal') known(claims, line.claim).withdrawn = true
      if (line.type === 'end') known(links, line.link).ended = true
      if (line.type === 'void') {
        const voided = 'claim' in line ? known(claims, line.claim) : known(links, line.link)
        voided.voided = true
      }
      if (line.type === 'claim')
        for (const id of [line.speaker, ...line.about]) if (id !== null) known(sources, id)
      if (line.type === 'link') {
        known(claims, line.from)
        if ('claim' in line.to) known(claims, line.to.claim)
        else known(links, line.to.link)
      }
    }
  }
  return { sources: byId(sources), claims: byId(claims), links: byId(links) }
}

/** In the order of ids: what a record holds has no order of its own. */
export function byId<Item extends { id: string }>(items: ReadonlyMap<string, Item>): Item[] {
  return [...items.values()].toSorted((a, b) => Number(a.id > b.id) - Number(a.id < b.id))
}

function known<Item>(items: ReadonlyMap<string, Item>, ref: string): Item {
  const item = items.get(ref)
  if (item === undefined) throw new Error(`No line has brought ${ref} yet.`)
  return item
}

function sourceOf({ ref, affiliations }: Extract<Line, { type: 'source' }>): PlainSource {
  return {
    id: ref,
    affiliations: (affiliations ?? []).map(({ relation, source, from, to }) =>
      Object.assign(
        { relation, to: source },
        from !== undefined && { from },
        to !== undefined && { until: to },
      ),
    ),
  }
}

function claimOf({
  ref,
  kind,
  speaker,
  about,
  assertedAt,
}: Extract<Line, { type: 'claim' }>): PlainClaim {
  return { id: ref, kind, speaker, about, at: assertedAt, withdrawn: false, voided: false }
}

function linkOf(line: Extract<Line, { type: 'link' }>): PlainLink {
  const { ref, relation, from, to, change } = line
  return { id: ref, relation, from, to, ...(change && { change }), ended: false, voided: false }
}
