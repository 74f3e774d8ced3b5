import { articleAddress } from './article-address.ts'
import { plainEscapes } from './page-escapes.ts'
import { siteOf } from './page-host.ts'
import { plainQuery } from './page-query.ts'
import { isWebAddress } from './url.ts'

/** Archives and caches that name the page they keep at the end of their own address. */
const wrappers = [
  /^https?:\/\/(?:www\.|web\.)?archive\.org\/web\/(?:\d{1,14}(?:[a-z]{2}_)?|\d*\*)\/(.+)$/i,
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:today|ph|is|li|md|vn|fo))\/(https?:\/.+)$/i,
  /^https?:\/\/archive\.(?:today|ph|is|li|md|vn|fo)\/(?:[\d.-]{4,20}|newest|oldest)\/(.+)$/i,
  /^https?:\/\/[a-z0-9-]+\.cdn\.ampproject\.org\/[acv]\/(?:s\/)?(.+)$/i,
  /^https?:\/\/www\.google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/i,
]

/**
 * An address without what differs between addresses of one page, so that two pages are the same where
 * this is: scheme, default port, `www.` and forms for telephones, ways of escaping, slashes at the
 * end, tracking parameters and the order of the others, places in the page, and an archive around it.
 * Articles that a well-known site numbers have one address. What is not known to be the same page is
 * another.
 *
 * @param url an address that has been parsed before
 */
export function pageAddress(url: string): string {
  const parsed = new URL(unwrapped(url))
  const { host, port, isAmp } = siteOf(parsed)
  const path = plainPath(parsed.pathname, isAmp)
  const article = port === '' ? articleAddress(host, path, parsed.searchParams) : undefined
  return article ?? host + port + path + plainQuery(parsed.search) + route(parsed.hash)
}

/** The address that an archive keeps; an archive of an archive keeps that of the page, too. */
function unwrapped(url: string): string {
  for (const wrapper of wrappers) {
    const kept = wrapper.exec(url)?.[1]
    if (kept === undefined) continue
    // Servers make one slash of two.
    const inner = /^https?:\/*/i.test(kept)
      ? kept.replace(/^(https?):\/*/i, '$1://')
      : `http://${kept}`
    if (isWebAddress(inner)) return unwrapped(inner)
  }
  return url
}

/** What tells articles from sections: numbers, words joined, and other scripts. */
const articleName = /(?:[\d\-_.]|\P{ASCII})[^/]*$/u

/** Without the form for telephones, where what is left still names an article. */
function plainPath(pathname: string, isAmp: boolean): string {
  const whole = plainEscapes(pathname).replace(/\/+$/, '')
  let path = isAmp ? whole.replace(/^\/amp(?=\/)/, '') : whole
  for (;;) {
    const shorter = path.replace(/^\/amp(?=\/)|\/+amp$/, '')
    if (shorter === path || !articleName.test(shorter)) return path
    path = shorter
  }
}

/** A fragment that is the address of a page within a program; any other is a place in the page. */
function route(hash: string): string {
  const [fragment = ''] = hash.replace(/^#/, '').split(':~:')
  if (!/^!|^\//.test(fragment)) return ''
  const [place = '', ...query] = fragment.split('?')
  const path = plainEscapes(place).replace(/\/+$/, '')
  const asked = plainQuery(query.join('?'))
  const isHome = path === '' || path === '!'
  if (isHome) return asked === '' ? '' : `#${path}/${asked}`
  return `#${path}${asked}`
}
