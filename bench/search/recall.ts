import { z } from 'zod'
import { randomFrom, type Random } from '../../test/oracle/random.ts'
import type { ClassQuery, SearchClass } from './classes.ts'
import type { Ask } from './service.ts'
import type { Sentence } from './texts.ts'

/** How well the searches of a class find what they must. */
export interface RecallRow {
  readonly name: string
  readonly count: number
  /** Of what must be found, the share that is. */
  readonly recall: number | undefined
  /** Of what is found, the share that is not wrong. */
  readonly precision: number | undefined
  /** The share of searches of which the first hit has what was typed, if anything has. */
  readonly first: number | undefined
  /** The searches that find least, with what of it they miss. */
  readonly misses: readonly string[]
}

const pageMax = 200

/** Sends every search, and compares what it finds with a plain look at every sentence. */
export async function measureRecall(
  ask: Ask,
  sentences: readonly Sentence[],
  classes: readonly SearchClass[],
): Promise<RecallRow[]> {
  const rows: RecallRow[] = []
  for (const { name, queries } of classes) {
    const measured: Measured[] = []
    for (const query of queries) measured.push(await measure(ask, sentences, query))
    const mean = (of: (one: Measured) => number | undefined) => {
      const known = measured.flatMap((one) => of(one) ?? [])
      return known.length === 0
        ? undefined
        : known.reduce((sum, each) => sum + each, 0) / known.length
    }
    rows.push({
      name,
      count: queries.length,
      recall: mean(({ recall }) => recall),
      precision: mean(({ precision }) => precision),
      first: mean(({ isFirst }) => (isFirst === undefined ? undefined : Number(isFirst))),
      misses: measured.flatMap(({ missed }) => missed).slice(0, 12),
    })
  }
  return rows
}

/** undefined: there is nothing to find, or nothing was found. */
interface Measured {
  readonly recall: number | undefined
  readonly precision: number | undefined
  readonly isFirst: boolean | undefined
  readonly missed: readonly string[]
}

async function measure(
  ask: Ask,
  sentences: readonly Sentence[],
  query: ClassQuery,
): Promise<Measured> {
  const { q, must, may, isTyped } = query
  const found = await everythingFound(ask, q)
  const all = new Set(found)
  const needed = [...new Set(sentences.map(({ text }) => text).filter(must))]
  const missing = needed.filter((text) => !all.has(text))
  const [first] = found
  const wrong = found.filter((text) => !must(text) && !may(text))
  return {
    recall: needed.length === 0 ? undefined : 1 - missing.length / needed.length,
    precision: found.length === 0 ? undefined : 1 - wrong.length / found.length,
    isFirst:
      first === undefined || !found.some((text) => isTyped(text)) ? undefined : isTyped(first),
    missed: [
      ...missing.slice(0, 1).map((text) => `${q} misses: ${text}`),
      ...wrong.slice(0, 1).map((text) => `${q} finds: ${text}`),
      ...(first !== undefined && !isTyped(first) && found.some((text) => isTyped(text))
        ? [`${q} begins with: ${first}`]
        : []),
    ],
  }
}

const page = z.object({
  items: z.array(z.object({ text: z.string() })),
  next: z.string().nullable(),
})

async function everythingFound(ask: Ask, q: string): Promise<string[]> {
  const texts: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = new URLSearchParams({ q, limit: String(pageMax), ...(cursor && { cursor }) })
    const { items, next } = page.parse(await ask.get(`/v1/claims?${asked.toString()}`))
    texts.push(...items.map(({ text }) => text))
    cursor = next
  }
  return texts
}

/** How often a misspelt word is put right by one of the suggestions. */
export async function measureTypos(
  ask: Ask,
  name: string,
  words: readonly string[],
): Promise<RecallRow> {
  const random = randomFrom(3)
  const misses: string[] = []
  let right = 0
  for (const word of words) {
    const typed = misspelt(word, random)
    const asked = new URLSearchParams({ q: typed })
    const { suggestions } = suggested.parse(await ask.get(`/v1/search?${asked.toString()}`))
    if (suggestions.some((each) => each.toLowerCase().includes(word))) right += 1
    else misses.push(`${typed} for ${word}: ${suggestions.join(', ') || 'nothing'}`)
  }
  const share = right / Math.max(1, words.length)
  return { name, count: words.length, recall: share, precision: share, first: share, misses }
}

const suggested = z.object({ suggestions: z.array(z.string()) })

/** Two letters changed places, one left out, or one said twice; in Hangul, one vowel is another. */
function misspelt(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2)
  if (/[가-힣]/.test(word)) {
    const code = word.codePointAt(at) ?? 0
    const [syllable, vowels, codas] = [code - 0xac_00, 21, 28]
    const vowel = Math.floor(syllable / codas) % vowels
    const other = (vowel + 4) % vowels
    const made = String.fromCodePoint(code + (other - vowel) * codas)
    return word.slice(0, at) + made + word.slice(at + 1)
  }
  const [before, letter, next, rest] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ]
  return random.pick([
    before + next + letter + rest,
    before + next + rest,
    before + letter + letter + next + rest,
  ])
}
