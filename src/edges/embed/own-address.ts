import { rightPath } from '../../http/middleware/right-address.ts'
import type { Asked } from '../../html/choice.ts'

/** A claim or a story that an address of ours names, and what is chosen of its card. */
export interface OwnAddress {
  readonly noun: 'claims' | 'stories'
  /** An id or a slug, of what may not exist. */
  readonly name: string
  readonly asked: Asked
}

/**
 * What an address names, of a page or of a card; undefined when it is none of ours. It is only
 * looked at: nothing is ever fetched.
 */
export function ownAddress(text: string, publicUrl: URL): OwnAddress | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== publicUrl.host) return undefined
  const found = /^\/(?:embed\/)?(claims|stories)\/([^/.]+)(?:\.jsonld)?$/.exec(
    rightPath(url.pathname, new Set(['stories'])),
  )
  const [, noun, encoded = ''] = found ?? []
  const name = decoded(encoded)
  if ((noun !== 'claims' && noun !== 'stories') || name === undefined) return undefined
  return { noun, name, asked: (parameter) => url.searchParams.get(parameter) ?? undefined }
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
