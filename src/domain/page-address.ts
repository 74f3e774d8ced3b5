import { articleAddress } from './article-address.ts'
import { plainEscapes } from './page-escapes.ts'
import { siteOf } from './page-host.ts'
import { plainQuery } from './page-query.ts'
import { isWebAddress } from './url.ts'
import { withoutEnd } from './without-end.ts'

/** Archives and caches whose addresses end with the address of the archived page. */
const wrappers = [
  /^https?:\/\/(?:www\.|web\.)?archive\.org\/web\/(?:\d{1,14}(?:[a-z]{2}_)?|\d*\*)\/(.+)$/i,
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:today|ph|is|li|md|vn|fo))\/(https?:\/.+)$/i,
  /^https?:\/\/archive\.(?:today|ph|is|li|md|vn|fo)\/(?:[\d.-]{4,20}|newest|oldest)\/(.+)$/i,
  /^https?:\/\/[a-z0-9-]+\.cdn\.ampproject\.org\/[acv]\/(?:s\/)?(.+)$/i,
  /^https?:\/\/www\.google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/i,
]

/**
 * The normal form of an address, the same for all addresses of one page. It ignores the scheme, the
 * default port, `www.` and mobile forms, escaping, trailing slashes, tracking parameters, the order
 * of parameters, positions within the page, and an enclosing archive. On well-known sites, an article
 * is recognised by its number. Pages not known to be the same keep different addresses.
 *
 * @param url a valid web address
 */
export function pageAddress(url: string): string {
  const parsed = new URL(unwrapped(url))
  const { host, port, isAmp } = siteOf(parsed)
  const path = plainPath(parsed.pathname, isAmp)
  const article = port === '' ? articleAddress(host, path, parsed.searchParams) : undefined
  return article ?? host + port + path + plainQuery(parsed.search) + route(parsed.hash)
}

/** The address of the archived page, even through several archives; any other is unchanged. */
function unwrapped(url: string): string {
  for (const wrapper of wrappers) {
    const kept = wrapper.exec(url)?.[1]
    if (kept === undefined) continue
    // Some servers collapse the two slashes of the inner address.
    const inner = /^https?:\/*/i.test(kept)
      ? kept.replace(/^(https?):\/*/i, '$1://')
      : `http://${kept}`
    if (isWebAddress(inner)) return unwrapped(inner)
  }
  return url
}

/**
 * The last segment of an article's path. Unlike that of a section, it has a digit, a mark between
 * words, or a character outside ASCII.
 */
const articleName = /[\d\-_.]|\P{ASCII}/u

/** Removes AMP segments from a path if the rest still names an article. */
function plainPath(pathname: string, isAmp: boolean): string {
  const whole = withoutEnd(plainEscapes(pathname), /\//)
  let path = isAmp && whole.startsWith('/amp/') ? whole.slice('/amp'.length) : whole
  for (;;) {
    const shorter = withoutAmp(path)
    if (shorter === path || !articleName.test(shorter.slice(shorter.lastIndexOf('/')))) return path
    path = shorter
  }
}

function withoutAmp(path: string): string {
  if (path.startsWith('/amp/')) return path.slice('/amp'.length)
  return path.endsWith('/amp') ? withoutEnd(path.slice(0, -'/amp'.length), /\//) : path
}

/** Keeps a fragment that is a route of a single-page application, not one that is a position. */
function route(hash: string): string {
  const [fragment = ''] = hash.replace(/^#/, '').split(':~:')
  if (!/^!|^\//.test(fragment)) return ''
  const [place = '', ...query] = fragment.split('?')
  const path = withoutEnd(plainEscapes(place), /\//)
  const asked = plainQuery(query.join('?'))
  const isHome = path === '' || path === '!'
  if (isHome) return asked === '' ? '' : `#${path}/${asked}`
  return `#${path}${asked}`
}
