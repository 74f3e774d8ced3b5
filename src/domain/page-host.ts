import { getDomain } from 'tldts'

/** Prefixes of a host that denote a form of the page, not another site. */
const forms: ReadonlySet<string> = new Set(['www', 'm', 'mobile', 'amp'])

/** Sites with the form after the language: `ko.m.wikipedia.org`. */
const formSecond =
  /^([a-z-]+)\.m\.(wiki(?:pedia|news|quote|source|books|data|versity|voyage)\.org)$/

/** Hosts that have moved and answer under both names. */
const moved: Readonly<Record<string, string>> = { 'twitter.com': 'x.com' }

export interface Site {
  readonly host: string
  /** With its colon; empty for the default ports of the web. */
  readonly port: string
  /** Whether the host asks for the mobile form. */
  readonly isAmp: boolean
}

/**
 * The site of an address, without a trailing dot and without `www.`, `m.`, `mobile.` and `amp.`.
 * The rest must still belong to somebody: `m.github.io` belongs to a user named m.
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

/** The registered part of a host (Public Suffix List, including hosting platforms). */
export function registrableDomain(host: string): string | undefined {
  return getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? undefined
}
