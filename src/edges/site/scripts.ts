import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A script that pages load, under an address that names its content. */
interface PageScript {
  readonly address: string
  readonly text: string
}

/** Searches as the reader types. */
export const searchScript = readScript('search')

/** From `dist/`, also where the service runs from source: browsers read no TypeScript. */
function readScript(name: string): PageScript {
  const text = readFileSync(new URL(`../../../dist/browser/${name}.js`, import.meta.url), 'utf8')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { address: `/scripts/${name}-${digest}.js`, text }
}
