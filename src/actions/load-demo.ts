import { readFile } from 'node:fs/promises'
import { system } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { bundleLine } from '../formats/bundle.ts'
import { isEmpty } from '../store/head.ts'
import type { Deps } from './record/deps.ts'
import { importBundle } from './import-bundle.ts'

// The same path from src/actions and dist/actions.
const story = new URL('../../db/seed/newsletter.ndjson', import.meta.url)

/** Enters the seed story into an empty record; returns whether it did. */
export async function loadDemo(deps: Deps): Promise<boolean> {
  if (!(await isEmpty(deps.db))) return false
  const text = await readFile(story, 'utf8')
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line, index) => ({ line: index + 1, value: bundleLine.parse(JSON.parse(line)) }))
  try {
    await importBundle(deps, { actor: system, lines, faults: [], onError: 'refuse' })
    return true
  } catch (error) {
    // When several processes start on a new database, another may have been faster.
    if (error instanceof DomainError && !(await isEmpty(deps.db))) return false
    throw error
  }
}
