import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { displayLanguages } from '../../../src/domain/display-language.ts'
import { markColours, markShapes } from '../../../src/sentences/table/marks.ts'
import { removedPrefix, standingCases, standings } from '../../../src/sentences/table/standings.ts'
import { statusVocabulary } from '../../../src/sentences/table/vocabulary.ts'

/** A phrase this short says nothing of a standing by itself. */
const lengthMin = { en: 11, ko: 4 }

const phrases = new Set(
  displayLanguages.flatMap((lang) =>
    [
      ...standingCases.flatMap((found) => [standings[found].word, standings[found].prefix]),
      ...statusVocabulary.map(({ label }) => label),
      removedPrefix,
    ]
      .flatMap((phrase) => phrase?.[lang].split(/\{[^}]*\}|[[\]()|]/) ?? [])
      .map((part) => part.replace(/^[ ·,:]+|[ ·,:]+$/g, ''))
      .filter((part) => part.length >= lengthMin[lang] && part !== 'it is about'),
  ),
)

/** Signs have a colour of their own; the others are also those of ink. */
const colours = (['amber', 'teal', 'plum'] as const).flatMap((name) =>
  Object.values(markColours[name]),
)

const files = globSync('src/**/*.{ts,tsx,js}', {
  exclude: (name) => name.startsWith('src/sentences/table'),
})

describe('the table of standings is the only source', () => {
  it('of some phrases, and there are files to look at', () => {
    expect(phrases.size).toBeGreaterThan(40)
    expect(files.length).toBeGreaterThan(300)
  })

  test.each(files)('%s has no words, shapes or colours of a standing of its own', (file) => {
    const source = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const met = [
      ...[...phrases].filter((phrase) => !isSentence(file) && source.includes(phrase)),
      ...Object.values(markShapes).filter((path) => source.includes(path)),
      ...colours.filter((colour) => source.toLowerCase().includes(colour)),
      // A path drawn here, or words kept by status, would be another table.
      ...(/\bd=["'`]M/.exec(source) ?? []),
      ...(/Record<(?:Status|StatusGroup|StandingCase)\b/.exec(source) ?? []),
    ]
    const allowed = allowedIn[file] ?? []
    expect(met.filter((each) => !allowed.includes(each))).toEqual([])
  })
})

/** The sentences that explain a status tell what somebody did, in the same words where they fit. */
function isSentence(file: string): boolean {
  return /^src\/sentences\/(?:english|korean|explain)-[\w-]+\.ts$/.test(file)
}

/** What means something else there. */
const allowedIn: Readonly<Record<string, readonly string[]>> = {
  // The group of each status, not its words.
  'src/domain/status.ts': ['Record<Status'],
  // The lines of a map, for links.
  'src/edges/site/story/map-edges.tsx': ['d="M'],
}
