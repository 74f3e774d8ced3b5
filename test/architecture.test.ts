import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Lowest first. Code imports from its own folder or from a lower row: never up, never sideways. */
const rows = [
  ['domain'],
  ['config'],
  ['engine'],
  ['sentences'],
  ['formats'],
  ['store'],
  ['actions'],
  ['views'],
  ['queries'],
  ['jobs'],
  ['http'],
  ['html'],
  ['edges'],
  ['browser'],
  ['app'],
  ['cli'],
  ['main'],
]
const linesMax = 250

const files = globSync('src/**/*.{ts,tsx}')
const benchFiles = globSync('bench/**/*.ts', { exclude: (name) => name.includes('node_modules') })

test('there is code to look at', () => {
  expect(files.length).toBeGreaterThan(10)
})

test.each(files)('%s keeps to its layer and to 250 lines', (file) => {
  const source = readFileSync(file, 'utf8')
  expect(isGenerated(source) ? 0 : source.split('\n').length).toBeLessThanOrEqual(linesMax)

  for (const [, specifier = ''] of source.matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)) {
    const imported = path.join(path.dirname(file), specifier)
    if (folderOf(imported) === folderOf(file)) continue
    expect(rowOf(imported), `imports ${imported}`).toBeLessThan(rowOf(file))
  }
})

test.each(benchFiles)('%s keeps to 250 lines', (file) => {
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(linesMax)
})

test.each(files.filter((file) => file !== 'src/config.ts'))(
  '%s leaves the environment to config',
  (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(/process\.env\b/)
  },
)

/** `src/domain/claim.ts` → `domain`; `src/app.ts` → `app`. */
function folderOf(file: string): string {
  return path.parse(file.split(path.sep)[1] ?? '').name
}

function rowOf(file: string): number {
  const row = rows.findIndex((folders) => folders.includes(folderOf(file)))
  expect(row, `${file} is in no layer`).not.toBe(-1)
  return row
}

function isGenerated(source: string): boolean {
  return source.startsWith('/**\n * This file was generated')
}
