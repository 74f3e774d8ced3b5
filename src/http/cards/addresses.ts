/** The address of a claim for people and machines alike. */
export function claimAddress(publicUrl: URL, id: string): string {
  return new URL(`/claims/${id}`, publicUrl).href
}

/** ASCII throughout, whatever the script of the slug. */
export function storyAddress(publicUrl: URL, slug: string): string {
  return new URL(`/stories/${encodeURIComponent(slug)}`, publicUrl).href
}
