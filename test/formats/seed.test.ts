import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { bundleLine, type BundleLine, type BundleLineOf } from '../../src/formats/bundle.ts'

const goldenCases = z.array(
  z.object({
    name: z.string(),
    claims: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        speaker: z.string(),
        about: z.array(z.string()),
      }),
    ),
    links: z.array(z.object({ id: z.string(), rel: z.string(), from: z.string(), to: z.string() })),
  }),
)

/** The names that the golden case uses, and the refs of the same parties in the bundle. */
const partyOf: Record<string, string> = {
  TheInformation: 'the-information',
  Newsletter: 'newsletter',
  Microsoft: 'microsoft',
  Carlyle: 'carlyle',
  Luria: 'gil-luria',
  Materne: 'kirk-materne',
  market: 'investors',
  unattributed: 'adoption-critics',
  'AI industry': 'ai-industry',
}

const newsletter = readSeed('newsletter.ko.txt')
const lines = readSeed('newsletter.ndjson')
  .trimEnd()
  .split('\n')
  .map((line): BundleLine => bundleLine.parse(JSON.parse(line)))
const claims = linesOf('claim')
const links = linesOf('link')
const stories = linesOf('story')
const golden = goldenSeed()

describe('the seed bundle', () => {
  it('begins by naming its namespace', () => {
    expect(lines[0]).toEqual({ type: 'bundle', namespace: 'seed' })
  })

  it('gives every object but the stories a ref, each a different one', () => {
    const refs = refsOf(lines)
    expect(refs).toHaveLength(lines.length - 1 - stories.length)
    expect(new Set(refs).size).toBe(refs.length)
  })

  it('names only what an earlier line has', () => {
    for (const [index, line] of lines.entries()) {
      const earlier = refsOf(lines.slice(0, index))
      for (const reference of referencesOf(line)) expect(earlier).toContain(reference)
    }
  })

  it('names every party in Korean and in English', () => {
    for (const { name, names } of linesOf('source')) {
      const korean = /\p{Script=Hangul}/u
      const inKorean = [name, ...names.map((other) => other.name)].filter((one) => korean.test(one))
      expect(inKorean).toHaveLength(1)
      expect(names).toHaveLength(1)
    }
  })

  it('gives no date but those that are known, and no address', () => {
    for (const { assertedAt } of claims) expect(['2025-12', '2025-12-03']).toContain(assertedAt)
    for (const report of linesOf('report'))
      expect(report).toMatchObject({ publishedAt: '2025-12', url: null, accessedAt: null })
    for (const source of linesOf('source'))
      expect(source).toMatchObject({ url: null, wikidataId: null })
  })

  it('puts every claim into exactly one story', () => {
    const told = stories.flatMap((story) => story.claims)
    expect(told).toHaveLength(claims.length)
    expect(new Set(told)).toEqual(new Set(claims.map(({ ref }) => ref)))
  })

  it('has every claim in Korean, in English by a human, and cited', () => {
    for (const { lang, texts, citations } of claims) {
      expect(lang).toBe('ko')
      expect(texts).toMatchObject([{ lang: 'en', by: 'human' }])
      expect(citations).not.toHaveLength(0)
    }
  })

  it('gives every figure its value, and nothing else one', () => {
    for (const { kind, figure } of claims) expect(figure !== null).toBe(kind === 'figure')
  })

  it('marks what the newsletter repeats from others, and only that, as not its own', () => {
    for (const { speaker, citations } of claims)
      for (const { attribution } of citations)
        expect(attribution).toBeOneOf(
          speaker === 'newsletter' ? ['firsthand', 'unnamed_source'] : ['relay', 'unnamed_source'],
        )
  })
})

describe('quotes of the seed bundle', () => {
  const cited = [...claims, ...links].flatMap(({ ref, citations }) =>
    citations.map((citation): [string | undefined, typeof citation] => [ref, citation]),
  )

  test.each(cited)('%s: found once in the newsletter, between its prefix and suffix', (_, cite) => {
    expect(newsletter).toContain(cite.quote)
    expect(cite.prefix).not.toBeNull()
    expect(cite.suffix).not.toBeNull()
    expect(newsletter.split(`${cite.prefix}${cite.quote}${cite.suffix}`)).toHaveLength(2)
  })
})

describe('the quotes of the seed bundle together', () => {
  const [report] = linesOf('report')

  it('are measured against all of the newsletter', () => {
    expect(report?.length).toBe([...newsletter.trim()].length)
  })

  it('cover less than 30 % of it, place by place', () => {
    const covered = new Set<number>()
    for (const { quote, prefix } of [...claims, ...links].flatMap(({ citations }) => citations)) {
      const start = newsletter.indexOf(`${prefix}${quote}`) + (prefix?.length ?? 0)
      for (let at = start; at < start + quote.length; at++) covered.add(at)
    }

    expect(covered.size / (report?.length ?? 0)).toBeLessThan(0.3)
  })
})

describe('the seed bundle beside the golden case', () => {
  test.each(golden.claims)('$id has the same kind, speaker and subjects', (expected) => {
    const claim = claims.find(({ ref }) => ref === expected.id)
    expect(claim).toMatchObject({
      kind: expected.kind,
      speaker: partyOf[expected.speaker],
      about: expected.about.map((party) => partyOf[party]),
    })
  })

  it('joins the same claims by the same links, no fewer and no more', () => {
    const known = new Set(golden.claims.map(({ id }) => id))
    const among = links.filter(
      ({ from, to }) => known.has(from) && (!('claim' in to) || known.has(to.claim)),
    )
    expect(among.map(({ ref, relation, from, to }) => [ref, relation, from, nameOf(to)])).toEqual(
      golden.links.map(({ id, rel, from, to }) => [id, rel, from, to]),
    )
  })

  it('reads both figures of the sales target in the context of the newsletter, so that they are comparable', () => {
    const figures = claims.filter(({ ref }) => ref === 'F1' || ref === 'F2')
    const shared = {
      metric: 'ai-product-sales-target',
      baseline: '전년',
      period: '지난 7월 시작된 새 회계연도',
      scope: '일부 AI 제품',
    }
    expect(figures.map(({ figure }) => figure)).toMatchObject([
      { ...shared, form: 'change', low: '-50', high: '-25' },
      { ...shared, form: 'level', low: '25', high: '50' },
    ])
  })
})

function readSeed(name: string): string {
  return readFileSync(new URL(`../../db/seed/${name}`, import.meta.url), 'utf8')
}

function goldenSeed(): z.output<typeof goldenCases>[number] {
  const path = new URL('../oracle/rules/golden.json', import.meta.url)
  const found = goldenCases
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .find(({ name }) => name.startsWith('SEED'))
  if (!found) throw new Error('golden.json has no case SEED')
  return found
}

function linesOf<T extends BundleLine['type']>(type: T): BundleLineOf<T>[] {
  return lines.filter((line): line is BundleLineOf<T> => line.type === type)
}

function refsOf(some: readonly BundleLine[]): string[] {
  return some.flatMap((line) => ('ref' in line && line.ref !== undefined ? [line.ref] : []))
}

function referencesOf(line: BundleLine): string[] {
  switch (line.type) {
    case 'source':
      return line.affiliations.map(({ source }) => source)
    case 'report':
      return [line.source]
    case 'claim':
      return [
        line.speaker ?? [],
        ...line.about,
        ...line.citations.map(({ report }) => report),
      ].flat()
    case 'link':
      return [line.from, nameOf(line.to), ...line.citations.map(({ report }) => report)]
    case 'story':
      return line.claims
    case 'bundle':
    case 'withdrawal':
    case 'end':
    case 'merge':
    case 'void':
    default:
      return []
  }
}

function nameOf(to: BundleLineOf<'link'>['to']): string {
  return 'claim' in to ? to.claim : to.link
}
