/** Parameters that tell where a reader came from, and nothing of the page. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|igshid|igsh|yclid|mc_cid|mc_eid|_ga|_gl|ref_src|ref_url|cmpid|ocid|smid|n_media|n_query|n_rank|n_ad|n_ad_group)$/i

/**
 * An address without what differs between addresses of one page: scheme, `www.`, fragment, slashes
 * at the end, tracking parameters, and the order of the others.
 *
 * @param url an address that has been parsed before
 */
export function pageAddress(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  const kept = new URLSearchParams([...searchParams].filter(([name]) => !tracking.test(name)))
  kept.sort()
  const query = kept.size > 0 ? `?${kept.toString()}` : ''
  return (
    host.replace(/^www\./, '').replace(/:(?:80|443)$/, '') + pathname.replace(/\/+$/, '') + query
  )
}
