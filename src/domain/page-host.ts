import { getDomain } from 'tldts'

/** Names before a host that tell the form of a page, not the site. */
const forms: ReadonlySet<string> = new Set(['www', 'm', 'mobile', 'amp'])

/** Sites that put the form behind their language: `ko.m.wikipedia.org`. */
const formSecond =
  /^([a-z-]+)\.m\.(wiki(?:pedia|news|quote|source|books|data|versity|voyage)\.org)$/

/** Hosts that have moved, and answer under both names. */
const moved: Readonly<Record<string, string>> = { 'twitter.com': 'x.com' }

export interface Site {
  readonly host: string
  /** With its colon; empty where it is one of the two that the web has. */
  readonly port: string
  /** Whether the name asked for the form that is made for telephones. */
  readonly isAmp: boolean
}

/**
 * The site that an address belongs to, without the dot of the root and without `www.`, `m.`,
 * `mobile.` and `amp.`. What remains must still be a host of somebody: `m.github.io` is somebody
 * called m.
 */
export function siteOf({ hostname, port }: Pick<URL, 'hostname' | 'port'>): Site {
  let host = hostname.toLowerCase().replace(/\.$/, '').replace(formSecond, '$1.$2')
  let isAmp = false
  for (;;) {
    const [first = '', ...rest] = host.split('.')
    const site = rest.join('.')
    if (!forms.has(first) || registrableDomain(site) === undefined) break
    isAmp ||= first === 'amp'
    host = site
  }
  const isUsual = ['', '80', '443'].includes(port)
  return { host: moved[host] ?? host, port: isUsual ? '' : `:${port}`, isAmp }
}

/** The part of a host that was registered by one owner (Public Suffix List, hosters included). */
export function registrableDomain(host: string): string | undefined {
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? undefined
}
