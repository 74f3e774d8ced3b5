import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { answerConstant } from '../../http/coding/constant.ts'
import type { Http } from '../../http/contract/env.ts'

/** A script from `src/browser/`, byte for byte. */
export interface BrowserScript {
  readonly path: string
  readonly text: string
  /** For pages that embed it with subresource integrity. */
  readonly integrity: string
}

/**
 * Publishers' pages load this to show cards, and may pin its digest. So a published number never
 * changes: a different script gets the next number and is served beside this one.
 */
export const cardElement = 'claim-card-2.js'

/** Earlier ones, which articles may still load. */
export const earlierElements = ['claim-card-1.js'] as const

/** Enhances the card builder if scripts are enabled. */
export const builderScript = 'card-builder.js'

export async function readScript(name: string): Promise<BrowserScript> {
  const text = await readFile(new URL(`../../browser/${name}`, import.meta.url), 'utf8')
  const digest = createHash('sha384').update(text).digest('base64')
  return { path: `/embed/${name}`, text, integrity: `sha384-${digest}` }
}

export function scriptRoutes(http: Http): void {
  for (const name of [cardElement, ...earlierElements])
    serve(name, 'public, max-age=31536000, immutable')
  serve(builderScript, 'public, max-age=300')

  function serve(name: string, cacheControl: string): void {
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cacheControl,
    }
    const load = async () => (await readScript(name)).text
    http.get(`/embed/${name}`, answerConstant(load, headers))
  }
}
