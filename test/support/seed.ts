import { readFileSync } from 'node:fs'

/** The seed story, from which the demo record is made. */
export function seedBundle(): string {
  return readFileSync('db/seed/newsletter.ndjson', 'utf8')
}

/** Its lines. */
export function seedLines(): object[] {
  return seedBundle()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
