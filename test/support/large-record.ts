import type { Db } from '../../src/store/database/db.ts'
import { importLines } from './import.ts'
import { claimLine, header, linkLine, sourceLine } from './lines.ts'

/** A text of so many characters of four bytes, told from others by how it begins. */
function long(begin: string, length: number): string {
  return begin + '𠀀'.repeat(length - begin.length)
}

function each<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

const sources = each(30, (index) => `s${index}`)
const hubs = each(12, (index) => `hub${index}`)
const ratings = each(150, (index) => `rating${index}`)
const restated = each(40, (index) => `again${index}`)
const answers = each(30, (index) => `answer${index}`)
const cited = each(12, (index) => `cited${index}`)
const stories = each(40, (index) => `story${index}`)

/** For each kind of object, some of which the answers would be largest. */
export interface LargeRecord {
  readonly claims: readonly string[]
  readonly links: readonly string[]
  readonly reports: readonly string[]
  readonly sources: readonly string[]
  readonly stories: readonly string[]
}

/** A record of the longest things that may be entered, many of each that an answer can repeat. */
export async function enterLargeRecord(db: Db): Promise<LargeRecord> {
  const { refs } = await importLines(db, [
    header('large'),
    ...sources.map((ref, index) =>
      sourceLine(ref, {
        name: long(`name of ${ref} `, 200),
        names: each(100, (name) => ({ lang: `en-x-a${name}`, name: long(`${ref} ${name} `, 200) })),
        aliases: each(100, (alias) => long(`${ref} also ${alias} `, 200)),
        affiliations: sources.slice(0, index).map((source) => {
          return { relation: 'employed_by', source, from: null, to: null }
        }),
      }),
    ),
    sourceLine('paper', { kind: 'outlet' }),
    sourceLine('firm'),
    sourceLine('checker', { kind: 'fact_checker', name: long('checker ', 200) }),
    ...['report', 'other'].map((ref) => ({
      type: 'report',
      ref,
      source: 'paper',
      kind: 'article',
      lang: 'ko',
      title: long(`title of ${ref} `, 300),
      url: `https://example.com/${ref}/${'a'.repeat(1_900)}`,
    })),
    ...hubs.map((ref) => claimLine(ref, 'paper', { about: ['firm'] })),
    ...ratings.map((ref) => claimLine(ref, 'checker', { rating: long(`${ref} `, 200) })),
    ...hubs.flatMap((hub) =>
      ratings.map((rating) => linkLine(`${hub}-${rating}`, 'qualifies', rating, hub)),
    ),
    ...['root', ...restated].map((ref) =>
      claimLine(ref, 'paper', {
        about: ['firm', ...sources],
        text: long(`${ref} `, 5_000),
        points: [
          { id: 'a', text: `${ref} one` },
          { id: 'b', text: `${ref} two` },
        ],
        citations: [{ report: 'report', quote: ref }],
      }),
    ),
    ...restated.map((ref) => linkLine(`${ref}-root`, 'restates', ref, 'root')),
    ...answers.map((ref) => claimLine(ref, 'firm', { text: long(`${ref} `, 5_000) })),
    ...answers.map((ref) =>
      linkLine(`${ref}-root`, 'rebuts', ref, 'root', { meets: ['a'], response: 'denies' }),
    ),
    ...cited.map((ref) =>
      claimLine(ref, 'paper', {
        citations: each(200, (quote) => ({ report: 'other', quote: `${ref} ${quote}` })),
      }),
    ),
    ...stories.map((ref) => ({
      type: 'story',
      ref,
      slug: ref,
      title: long(`${ref} `, 300),
      titles: each(100, (lang) => ({ lang: `en-x-b${lang}`, title: long(`${ref} ${lang} `, 300) })),
      claims: ['root', ...restated, ...hubs, ...cited],
    })),
  ])
  const idsOf = (...names: readonly string[]) => names.map((name) => refs[name] ?? '')
  return {
    claims: idsOf('root', 'hub0', 'cited0', 'answer0', 'rating0', 'again0'),
    links: idsOf('answer0-root', 'again0-root'),
    reports: idsOf('report', 'other'),
    sources: idsOf('s0', 's29', 'firm', 'checker'),
    stories: idsOf('story0'),
  }
}
