import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Http } from '../../http/contract/env.ts'

/** A script of `src/browser/`, to the byte as it stands there. */
export interface BrowserScript {
  readonly path: string
  readonly text: string
  /** What a page that embeds it may hold it to, by subresource integrity. */
  readonly integrity: string
}

/**
 * What publishers' pages load to show cards. They may hold it to its digest, so what was published
 * under a number never changes: whatever is to be different gets the next one, beside this.
 */
export const cardElement = 'claim-card-1.js'

/** What the builder of snippets adds where scripts run. */
export const builderScript = 'card-builder.js'

export async function readScript(name: string): Promise<BrowserScript> {
  const text = await readFile(new URL(`../../browser/${name}`, import.meta.url), 'utf8')
  const digest = createHash('sha384').update(text).digest('base64')
  return { path: `/embed/${name}`, text, integrity: `sha384-${digest}` }
}

export function scriptRoutes(http: Http): void {
  serve(cardElement, 'public, max-age=31536000, immutable')
  serve(builderScript, 'public, max-age=300')

  function serve(name: string, cacheControl: string): void {
    http.get(`/embed/${name}`, async () => {
      const { text } = await readScript(name)
      const headers = {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': cacheControl,
      }
      return new Response(text, { headers })
    })
  }
}
