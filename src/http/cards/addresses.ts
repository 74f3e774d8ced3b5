/** The address of a claim, for people and machines alike. */
export function claimAddress(publicUrl: URL, id: string): string {
  return new URL(`/claims/${id}`, publicUrl).href
}

/** ASCII throughout, whatever the script of the slug. */
export function storyAddress(publicUrl: URL, slug: string): string {
  return new URL(`/stories/${encodeURIComponent(slug)}`, publicUrl).href
}

/** The card of what has that address. */
export function cardAddress(address: string): string {
  const url = new URL(address)
  url.pathname = `/embed${url.pathname}`
  return url.href
}

export function sourceAddress(publicUrl: URL, id: string): string {
  return new URL(`/v1/sources/${id}`, publicUrl).href
}
