import { readFileSync } from 'node:fs'

/** The lines of the seed story, as the demo record is made of. */
export function seedLines(): object[] {
  return readFileSync('db/seed/newsletter.ndjson', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
