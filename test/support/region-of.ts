import type { RecordItems } from '../../src/engine/record/memory.ts'
import { endsOf } from '../../src/engine/record/links.ts'
import { recordOf } from '../../src/engine/record/memory.ts'
import type { RecordRegion } from '../../src/engine/record/region.ts'

/** A whole record as a region that has all of it, or all but the links of some claims. */
export function regionOf(items: RecordItems, partial: readonly string[] = []): RecordRegion {
  const record = recordOf(items)
  const links = items.links.flatMap(({ id }) => record.link(id) ?? [])
  return {
    claims: items.claims,
    whole: items.claims.map(({ id }) => id).filter((id) => !partial.includes(id)),
    links,
    undercutEnds: links
      .filter(({ to }) => 'link' in to)
      .flatMap((link) => endsOf(record, link).map((claim) => ({ claim, link: link.id }))),
    affiliations: items.affiliations,
  }
}
