import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesMax, large, linesMax, rows } from './support/architecture.ts'

const files = globSync('src/**/*.{ts,tsx}')
const benchFiles = globSync('bench/**/*.ts', { exclude: (name) => name.includes('node_modules') })

test('there is code to look at', () => {
  expect(files.length).toBeGreaterThan(100)
})

test.each(files)('%s imports from its own folder or from lower ones', (file) => {
  for (const imported of importsOf(file).filter((specifier) => specifier.startsWith('.'))) {
    const target = path.join(path.dirname(file), imported)
    if (path.dirname(target) === path.dirname(file) && !isTop(file)) continue
    expect(isBelow(target, file), `it imports ${target}`).toBe(true)
  }
})

test.each(files)('%s imports none of what its row never does', (file) => {
  const { never } = rows[placeOf(file)[0] ?? 0] ?? { never: [] }
  const met = importsOf(file).filter((specifier) => never.some((banned) => banned.test(specifier)))
  expect(met).toEqual([])
})

test.each([...files, ...benchFiles])(`%s has at most ${linesMax} lines`, (file) => {
  const source = readFileSync(file, 'utf8')
  expect(isGenerated(source) ? 0 : source.split('\n').length).toBeLessThanOrEqual(linesMax)
})

test.each(files.filter((file) => file !== 'src/config.ts'))(
  '%s leaves the environment to config',
  (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/process\.env\b/)
  },
)

describe('folders', () => {
  const byFolder = Map.groupBy(files, (file) => path.dirname(file))

  test(`have at most ${filesMax} files, but for those that are named`, () => {
    const found = [...byFolder].filter(([, inside]) => inside.length > filesMax)
    expect(found.map(([folder]) => folder).toSorted()).toEqual(Object.keys(large).toSorted())
  })

  test('are listed where they have an order, each of them', () => {
    const listed = rows.flatMap(({ folder, parts = ['.'] }) =>
      parts.map((part) => path.join('src', folder, part)),
    )
    const there = [...byFolder.keys()].filter((folder) => folder !== 'src')
    expect(there.toSorted()).toEqual(listed.filter((each) => byFolder.has(each)).toSorted())
  })

  test('at the top hold less than a quarter of the code each', () => {
    const all = linesIn(files)
    for (const { folder } of rows) {
      const inside = files.filter((file) => file.startsWith(`src/${folder}/`))
      expect([folder, linesIn(inside) / all < 0.25]).toEqual([folder, true])
    }
  })
})

/** Whether it is of a lower row; or of the same row, and of a lower part of it. */
function isBelow(target: string, own: string): boolean {
  const [row, part] = placeOf(target)
  const [ownRow, ownPart] = placeOf(own)
  return row < ownRow || (row === ownRow && part < ownPart)
}

function linesIn(some: readonly string[]): number {
  return some
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => !isGenerated(source))
    .reduce((sum, source) => sum + source.split('\n').length, 0)
}

/** Its row, and its place among the parts of that row. `src/app.ts` is a row of its own. */
function placeOf(file: string): [row: number, part: number] {
  const [, top = '', ...rest] = path.normalize(file).split(path.sep)
  const folder = path.parse(top).name
  const row = rows.findIndex((each) => each.folder === folder)
  expect(row, `${file} is in no row`).not.toBe(-1)
  const { parts = ['.'] } = rows[row] ?? {}
  const part = parts.indexOf(rest.slice(0, -1).join('/') || '.')
  expect(part, `${file} is in no part of ${folder}`).not.toBe(-1)
  return [row, part]
}

/** Files at the top are rows, not one folder. */
function isTop(file: string): boolean {
  return path.dirname(file) === 'src'
}

/** What a file imports: paths, and packages with their subpaths. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [
    ...source.matchAll(/^(?:import|export) [^'"`]*?from ['"]([^'"]+)['"]/gm),
    ...source.matchAll(/\bimport\(['"]([^'"]+)['"]\)/g),
    ...source.matchAll(/^import ['"]([^'"]+)['"]/gm),
  ].map(([, specifier = '']) => specifier)
}

function isGenerated(source: string): boolean {
  return source.startsWith('/**\n * This file was generated')
}
