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

/** The id that each of its refs stands for. */
export function seedIds(): (ref: string) => string {
  const ids = new Map(
    seedLines().flatMap((line) =>
      'ref' in line && 'id' in line ? [[String(line.ref), String(line.id)] as const] : [],
    ),
  )
  return (ref) => ids.get(ref) ?? ref
}
