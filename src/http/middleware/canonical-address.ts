import type { MiddlewareHandler } from 'hono'
import { isSlug } from '../../domain/references.ts'
import type { Http, HttpEnv } from '../contract/env.ts'
import { factsOfRoute } from '../contract/facts.ts'
import { methodsAt } from './methods.ts'

const anyCaseId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=$|\.)/i

/**
 * The canonical form of a path with trailing slashes, an id in capitals (RFC 9562 reads both
 * cases), or a slug in capitals or decomposed letters. Any other path is returned unchanged.
 *
 * @param slugFolders the path segments that a slug may follow
 */
export function canonicalPath(path: string, slugFolders: ReadonlySet<string>): string {
  const segments = path.replace(/(?<=[^/])\/+$/, '').split('/')
  return segments
    .map((segment, index) => {
      const id = anyCaseId.exec(segment)?.[0]
      if (id !== undefined) return id.toLowerCase() + segment.slice(id.length)
      return slugFolders.has(segments[index - 1] ?? '') ? rightSlug(segment) : segment
    })
    .join('/')
}

function rightSlug(segment: string): string {
  const [, name = '', rest = ''] = /^([^.]*)(.*)$/s.exec(segment) ?? []
  const decoded = decode(name)
  const right = decoded.toLowerCase().normalize('NFC')
  return right !== decoded && isSlug(right) ? encodeURIComponent(right) + rest : segment
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The path segments that slugs follow in an app's routes. */
function slugFoldersOf(http: Http): ReadonlySet<string> {
  const folders = http.routes
    .filter((route) => factsOfRoute(route).isBySlug)
    .map(({ path }) => /\/([^/]+)\/:/.exec(path)?.[1] ?? '')
  return new Set(folders)
}

/** Redirects from a nearly right address to the right one, if a route answers there. */
export function redirectToCanonicalAddress(http: Http): MiddlewareHandler<HttpEnv> {
  let slugFolders: ReadonlySet<string> | undefined
  return async function redirectToCanonicalAddress(c, next) {
    // Hono's own path is already decoded.
    if (!/[A-Z\u0080-\uffff]|.\/$/.test(c.req.path)) return next()
    const { pathname, search } = new URL(c.req.url)
    slugFolders ??= slugFoldersOf(http)
    const right = canonicalPath(pathname, slugFolders)
    if (right === pathname || right.startsWith('//') || methodsAt(http, decode(right)).length === 0)
      return next()
    return c.body(null, 308, { location: right + search, 'cache-control': 'public, max-age=3600' })
  }
}
