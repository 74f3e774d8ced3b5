import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import * as kinds from '../src/domain/kinds.ts'
import { scopes } from '../src/domain/actor.ts'
import { labels, statuses, statusGroups } from '../src/domain/status.ts'
import { decisionIndex, decisionRecords } from './support/decisions.ts'
import { riddles, riddlesOfCode, riddlesOfDocuments } from './support/riddles.ts'

const documents = globSync(['*.md', 'docs/**/*.md', 'bench/*.md', 'bench/{chaos,soak}/*.md'])

const mainDocuments = documents.filter((document) => !document.includes('decisions'))

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** Scripts that npm has a word of its own for: `npm test`. */
const plainCommands = ['start', 'test', 'ci']

test('there are documents to look at', () => {
  expect(documents).toContain('README.md')
  expect(documents.length).toBeGreaterThan(10)
})

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8')

  it('names only files that exist', () => {
    expect(pathsIn(text).filter((named) => !exists(named, document))).toEqual([])
  })

  it('names only scripts that exist', () => {
    const named = [...text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
    const plain = [...text.matchAll(/`npm ([a-z]+)\b/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
    expect(plain.filter((name) => ![...plainCommands, 'run'].includes(name))).toEqual([])
  })

  it('cites only sections of the rules that exist', () => {
    const cited = [...text.matchAll(/(rules\/\d+|semantics)\.md §(\d+(?:\.\d+)?)/g)]
    const missing = cited.filter(
      ([, page, section = '']) => !sectionsOf(`docs/${page}.md`).has(section),
    )
    expect(missing.map(([citation]) => citation)).toEqual([])
  })
})

test.each([...globSync('src/**/*.{ts,tsx}'), ...mainDocuments])('%s speaks plainly', (file) => {
  const text = readFileSync(file, 'utf8')
  expect(riddles.filter((riddle) => riddle.test(text))).toEqual([])
})

test.each(documents)('%s has no riddles', (document) => {
  expect(foundIn(document, riddlesOfDocuments)).toEqual([])
})

const code = globSync(['{src,test,bench}/**/*.{ts,tsx}', 'db/*.ts'], {
  // The bench installs a program to compare with.
  exclude: (name) => name.includes('node_modules'),
}).filter((file) => file !== 'test/support/riddles.ts')

test.each(code)('%s has no riddles', (file) => {
  expect(foundIn(file, riddlesOfCode)).toEqual([])
})

/** A draft of somebody's, in examples of a command. */
const draft = 'draft.md'
const documentNames = new Set([draft, ...documents.map((document) => path.basename(document))])

test.each(code)('%s names only documents that exist', (file) => {
  const named = readFileSync(file, 'utf8').match(/[\w-]+\.md\b/g) ?? []
  expect(named.filter((name) => !documentNames.has(name))).toEqual([])
})

function foundIn(file: string, turns: typeof riddlesOfCode): string[] {
  const text = readFileSync(file, 'utf8')
  return turns.flatMap(([riddle, instead]) => {
    const [turn] = riddle.exec(text) ?? []
    return turn === undefined ? [] : [`${turn}: ${instead}`]
  })
}

test('pictures are small enough to load with a page', () => {
  const pictures = globSync('docs/pictures/*.png')
  expect(pictures.length).toBeGreaterThan(3)
  expect(pictures.filter((picture) => statSync(picture).size > 150_000)).toEqual([])
})

describe('the glossary', () => {
  const glossary = readFileSync('docs/glossary.md', 'utf8')
  const vocabularies = [...Object.values(kinds), labels, statuses, statusGroups, scopes]

  test.each(vocabularies.flat())('has the word %s', (word) => {
    expect(glossary).toContain(`\`${word}\``)
  })
})

describe('the recipes', () => {
  const recipes = readFileSync('docs/recipes.md', 'utf8')
  const parts = new Map(
    recipes.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part]),
  )

  test.each([
    'A noun',
    'A verb',
    'A route',
    'A page',
    'A relation',
    'An aspect',
    'A status',
    'A display language',
    'A job',
    'A migration',
  ])('say how to add it, and what fails where a step is left out: %s', (title) => {
    const part = parts.get(title) ?? ''
    expect(part).toMatch(/^1\. .*\n[^]*^2\. /m)
    expect(part).toContain('`test/')
  })
})

describe('the decisions', () => {
  const records = decisionRecords()

  test.each(records)('$file has its number, a title, a status and a date', (record) => {
    expect(record.title).not.toBe('')
    expect(record.number).toBe(Number(record.file.slice(0, 4)))
  })

  it('have numbers of their own', () => {
    expect(new Set(records.map(({ number }) => number)).size).toBe(records.length)
  })

  it('stand in the index as they are', () => {
    expect(decisionIndex()).toEqual(records.map(({ supersedes: _, ...record }) => record))
  })

  it('say on both sides what supersedes what', () => {
    const bySuperseded = records.flatMap(({ number, supersededBy }) =>
      supersededBy.map((by) => `${by} supersedes ${number}`),
    )
    const bySuperseding = records.flatMap(({ number, supersedes }) =>
      supersedes.map((superseded) => `${number} supersedes ${superseded}`),
    )
    expect(bySuperseded.toSorted()).toEqual(bySuperseding.toSorted())
  })
})

/** Paths from the root in code, and the targets of links and pictures beside the document. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) => span.split(' '))
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
  const pictures = [...text.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(
    ([, target = '']) => target,
  )
  const targets = [...links, ...pictures].filter((target) => !/^[a-z]+:/.test(target))
  return [...code.filter(isPath), ...targets]
}

function isPath(word: string): boolean {
  return /^(?:\.\.\/)*(?:src|test|db|docs|bench|\.ci)\/[\w.*/-]*$/.test(word)
}

function exists(named: string, document: string): boolean {
  const places = [named, path.join(path.dirname(document), named)]
  if (named.includes('*')) return places.some((place) => globSync(place).length > 0)
  return places.some((place) => existsSync(place))
}

function sectionsOf(document: string): Set<string> {
  const headings = readFileSync(document, 'utf8').matchAll(/^#{2,3} (\d+(?:\.\d+)?)/gm)
  return new Set([...headings].map(([, section = '']) => section))
}
