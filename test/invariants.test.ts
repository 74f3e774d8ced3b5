import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** What no file of some folders may hold. docs/architecture.md lists these under "Invariants". */
const absent = [
  {
    what: 'SQL outside the store',
    files: 'src/**',
    but: 'src/store/',
    pattern: /\bsql(?:<[^>]*>)?`|\bsql\.(?:raw|id|ref|lit)\b/,
  },
  {
    what: 'an address of the record in the request machine',
    files: 'src/http/**',
    pattern: /^(?!\s*(?:\/\/|\/?\*)).*['"`]\/(?:v1|claims|stories|embed|sources|reports)\b/m,
  },
  {
    what: 'a clock, a random number, a file or a network in the rules, sentences and formats',
    files: 'src/{domain,engine,sentences,formats}/**',
    pattern:
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|'node:(?:fs|http|https|child_process)/,
  },
  {
    what: 'a request to somebody else’s server',
    files: 'src/**',
    but: 'src/browser/',
    pattern: /\bfetch\(|\bundici\b|'node:https'|\bhttps?\.request\(/,
  },
  {
    what: 'an import by one edge of another',
    files: 'src/edges/{api,embed,site}/**',
    pattern: /from '(?:\.\.\/)+(?:api|embed|site)\//,
  },
  {
    what: 'a cookie',
    files: 'src/**',
    but: 'src/cli/terminal/log.ts',
    pattern: /set-cookie|\bsetCookie\b/i,
  },
]

test.each(absent)('there is nowhere $what', ({ files, but = '\0', pattern }) => {
  const looked = globSync(`${files}/*.{ts,tsx}`).filter((file) => !file.startsWith(but))
  expect(looked.length).toBeGreaterThan(10)
  expect(looked.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('cycles of imports are refused, those of types as well', () => {
  const { rules } = z
    .object({ rules: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync('.oxlintrc.json', 'utf8')))
  expect(rules['import/no-cycle']).toEqual(['error', { ignoreTypes: false }])
})

test('properties try the same cases on every run', () => {
  const files = globSync('{test,bench}/**/*.ts').filter((file) =>
    /^(?:import|export|}) .*from 'fast-check'/m.test(readFileSync(file, 'utf8')),
  )
  expect(files).toEqual(['test/support/fast-check.ts'])
})
