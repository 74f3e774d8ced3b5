import { readFileSync } from 'node:fs'

/** The seed story, as the lines of a bundle. */
export function seedLines(): unknown[] {
  return readFileSync('db/seed/newsletter.ndjson', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
