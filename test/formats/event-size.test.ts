import { randomUUIDv7 } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { system } from '../../src/domain/actor.ts'
import { factsVersion, type EventDraft } from '../../src/domain/event.ts'
import { canonicalEvent } from '../../src/formats/event.ts'
import * as drafts from '../../src/formats/event-drafts.ts'
import { newClaim } from '../../src/domain/claim.ts'
import { newSource } from '../../src/domain/source.ts'
import { newStory } from '../../src/domain/story.ts'
import { sealing } from '../../src/store/events.ts'

const bytesMax = 65_535

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
const id = () => randomUUIDv7()
/** As long as a tag may be. */
const lang = (index: number) => `en-x-${String(index).padStart(8, '0')}-aaaaaaaa-aaaaaaaa-aaa`

/** As much of everything as may be entered at once. */
const source = {
  id: id(),
  slug: 'a'.repeat(80),
  kind: 'fact_checker' as const,
  name: 'n'.repeat(200),
  names: many(100, (index) => ({ lang: lang(index), name: `${index}` })),
  aliases: many(100, (index) => `alias ${index}`),
  url: 'https://example.com/',
  wikidataId: 'Q1234567890123456',
  affiliations: many(100, () => ({
    relation: 'employed_by' as const,
    source: id(),
    from: '2025-12-03T10:30:00.123456789+14:00',
    to: '2025-12-03T10:30:00.123456789+14:00',
  })),
}
const claim = {
  id: id(),
  kind: 'figure' as const,
  speaker: id(),
  about: many(100, id),
  text: 't',
  lang: lang(0),
  texts: many(50, (index) => ({ lang: lang(index), text: 't', by: 'machine' as const })),
  assertedAt: '2025-12-03T10:30:00.123456789+14:00',
  points: many(40, (index) => {
    const endedAt = index < 8 ? null : '2025-12-03T10:30:00.123456789+14:00'
    const texts = many(6, (nth) => ({ lang: lang(nth + 1), text: 't', by: 'machine' as const }))
    return { id: `p${index + 100}`, text: `${index}`, texts, endedAt }
  }),
  rating: 'r',
  figure: {
    metric: 'm',
    form: 'growth_rate' as const,
    low: '1',
    high: '2',
    lowExclusive: false,
    highExclusive: false,
    unit: 'u',
    baseline: 'b',
    period: 'p',
    scope: 's',
  },
}
const story = {
  id: id(),
  slug: 'a'.repeat(80),
  title: 't',
  titles: many(100, (index) => ({ lang: lang(index), title: 't' })),
  claims: many(5_000, id),
}

function sizeOf(draft: EventDraft): number {
  const { kind, object, facts, texts } = sealing()(draft, 1)
  const body = canonicalEvent({
    seq: Number.MAX_SAFE_INTEGER,
    kind,
    object,
    at: new Date().toISOString(),
    actor: { ...system, id: id() },
    factsVersion,
    facts,
    texts,
    secondPerson: 'exempt',
  })
  return Buffer.byteLength(body)
}

describe('an event at the limits of what may be entered', () => {
  test('is of what the limits allow, and not of less', () => {
    expect(newSource.shape.affiliations.safeParse(source.affiliations).success).toBe(true)
    for (const [schema, list] of [
      [newSource.shape.names, source.names],
      [newSource.shape.aliases, source.aliases],
      [newSource.shape.affiliations, source.affiliations],
      [newClaim.shape.about, claim.about],
      [newClaim.shape.texts, claim.texts],
      [newClaim.shape.points, claim.points],
      [newStory.shape.titles, story.titles],
      [newStory.shape.claims, story.claims],
    ] as const) {
      expect(schema.safeParse(list).success).toBe(true)
      expect(schema.safeParse([...list, list[0]]).success).toBe(false)
    }
    const [point] = claim.points
    const texts = [...(point?.texts ?? []), { lang: 'ko', text: 't', by: 'machine' }]
    expect(newClaim.shape.points.safeParse([{ ...point, texts }]).success).toBe(false)
  })

  test.each([
    ['a source', [drafts.sourceAdded(source)]],
    ['a claim', [drafts.claimAdded(claim)]],
    ['a story', drafts.storyAdded(story)],
  ] as const)('of %s has at most 65,535 bytes', (_, told) => {
    expect(Math.max(...told.map(sizeOf))).toBeLessThanOrEqual(bytesMax)
  })

  test('of a story has every claim once, in order, and its words in the first part alone', () => {
    const parts = drafts.storyAdded(story)

    expect(parts.flatMap(({ facts }) => facts['claims'])).toEqual(story.claims)
    expect(parts.map(({ facts }) => facts['part'])).toEqual(parts.map((_, index) => index + 1))
    expect(parts.slice(1).map(({ words }) => words.size)).toEqual(parts.slice(1).map(() => 0))
    expect(drafts.storyAdded({ ...story, claims: [] })).toHaveLength(1)
    expect(drafts.storyAdded({ ...story, claims: story.claims.slice(0, 1_000) })).toHaveLength(1)
  })
})
