import { canonicalPath } from '../../http/middleware/canonical-address.ts'
import type { Asked } from '../../html/choice.ts'

/** A claim or story named by an address of ours, and the choices for its card. */
export interface OwnAddress {
  readonly noun: 'claims' | 'stories'
  /** An id or a slug; the object may not exist. */
  readonly name: string
  readonly asked: Asked
}

/**
 * What the address of a page or a card names; undefined if it is not ours. Only parsed: nothing is
 * ever fetched.
 */
export function ownAddress(text: string, publicUrl: URL): OwnAddress | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== publicUrl.host) return undefined
  const found = /^\/(?:embed\/)?(claims|stories)\/([^/.]+)(?:\.jsonld)?$/.exec(
    canonicalPath(url.pathname, new Set(['stories'])),
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
