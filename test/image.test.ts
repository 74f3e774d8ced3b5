import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n')

/** What the image is made of, but for what comes out of an earlier stage. */
const copied = linesOf('Dockerfile')
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(/\s+/).slice(1, -1))

/** Everything is kept from the build but these. */
const sent = linesOf('.dockerignore').flatMap((line) => (line.startsWith('!') ? line.slice(1) : []))

test.each([...new Set(copied)])('%s is there, and is sent to the build of the image', (path) => {
  expect(existsSync(path)).toBe(true)
  expect(sent.some((each) => path === each || path.startsWith(`${each}/`))).toBe(true)
})

test('the build of the image copies something', () => {
  expect(copied.length).toBeGreaterThan(3)
})

test('to run a command in the image, its verb is enough: the entrypoint has the rest', () => {
  expect(linesOf('Dockerfile')).toContain('ENTRYPOINT ["counterpoint"]')
  for (const file of ['README.md', 'docs/operations.md', 'src/cli/erase.ts'])
    expect(readFileSync(file, 'utf8')).not.toMatch(/(?:compose|docker) run [^\n`]*counterpoint \w/)
})
