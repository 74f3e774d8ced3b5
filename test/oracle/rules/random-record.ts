import { type Random, randomFrom } from '../random.ts'
import { relations, smallShape, type Shape } from './random-shapes.ts'
import { PlainRecord, type WrittenRecord } from './record.ts'
import { brokenRules } from './write-rules.ts'

type WrittenClaim = WrittenRecord['claims'][number]
type WrittenLink = WrittenRecord['links'][number]
type WrittenSource = NonNullable<WrittenRecord['sources']>[number]

const speakers = ['MS', 'MS', 'MS', 'Shaw', 'Azure', 'VP', 'Info', 'Nat', 'Bloom', 'Lab', null]
const bodies = ['Court', 'Appeal']
const dates = [
  '2025',
  '2025-12',
  '2025-12-03',
  '2025-12-04',
  '2025-12-05',
  '2025-12-03T10:00:00Z',
  '2025-12-04T11:59:59+09:00',
  '2025-12-02/2025-12-04',
  '2025-12-04/..',
  null,
]
/** A record that the write rules accept, small by default; the same for the same seed. */
export function randomRecord(seed: number, shapeOf = smallShape): PlainRecord {
  const random = randomFrom(seed)
  const sources = affiliations(random)
  const shape = shapeOf(seed, random)
  const claims = Array.from({ length: shape.claims }, (_, n) => claim(random, `C${n}`, shape))
  const links: WrittenLink[] = []
  for (let n = 0; n < shape.links; n += 1) {
    const added = [...links, link(random, `l${n}`, { claims, links, shape })]
    if (brokenRules(PlainRecord.parse({ sources, claims, links: added })).length === 0) {
      links.splice(0, links.length, ...added)
    }
  }
  return PlainRecord.parse({ sources, claims, links })
}

/** Some of the affiliations of the people and the parts of MS, dated or not. */
function affiliations(random: Random): WrittenSource[] {
  const all = [
    { id: 'Shaw', relation: 'speaks_for', source: 'MS' },
    { id: 'Azure', relation: 'part_of', source: 'MS' },
    { id: 'VP', relation: 'employed_by', source: 'MS' },
    { id: 'Bloom', relation: 'speaks_for', source: 'Shaw' },
    { id: 'Lab', relation: 'part_of', source: 'Azure' },
  ] as const
  return all
    .filter(({ id }) => random.chance(id === 'Bloom' || id === 'Lab' ? 0.1 : 0.8))
    .map(({ id, ...affiliation }) => ({
      id,
      affiliations: [{ ...affiliation, ...(random.chance(0.3) && { to: random.pick(dates) }) }],
    }))
}

function claim(random: Random, id: string, { kinds }: Shape): WrittenClaim {
  const kind = random.weighted(['fact', 'figure', 'opinion', 'ruling'], kinds)
  return {
    id,
    kind,
    speaker: random.pick(kind === 'ruling' ? bodies : speakers),
    about: random.shuffled(['MS', 'Azure', 'Info', 'else']).slice(0, random.pick([0, 1, 1, 1, 2])),
    at: random.pick(dates),
    withdrawn: random.chance(0.05),
    voided: random.chance(0.03),
  }
}

interface Around {
  readonly claims: readonly WrittenClaim[]
  readonly links: readonly WrittenLink[]
  readonly shape: Shape
}

function link(random: Random, id: string, { claims, links, shape }: Around): WrittenLink {
  const rel = random.weighted(relations, shape.relations)
  const ends = {
    from: random.pick(claims).id,
    to: random.pick(rel === 'undercuts' && random.chance(0.25) ? [...claims, ...links] : claims).id,
  }
  // Often in other words for the same: a ruling undercuts a ruling and rebuts it, too.
  const before = links.at(-1)
  return {
    id,
    rel,
    ...(before && random.chance(shape.again) ? { from: before.from, to: before.to } : ends),
    ended: random.chance(0.08),
    voided: random.chance(0.03),
    change: random.chance(0.5) ? 'wording' : 'substance',
  }
}
