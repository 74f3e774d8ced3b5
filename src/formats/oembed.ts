/** An oEmbed 1.0 response of type `rich`, with the protocol's field names. */
export interface OEmbed {
  readonly version: '1.0'
  readonly type: 'rich'
  readonly title: string
  readonly author_name?: string
  readonly provider_name: string
  readonly provider_url: string
  /** In seconds. */
  readonly cache_age: number
  readonly width: number
  readonly height: number
  readonly html: string
}

export function oEmbedXml(answer: OEmbed): string {
  const elements = Object.entries(answer)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('')
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements}</oembed>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Markup in a text, for XML and HTML alike. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

export interface Frame {
  /** The page to which the card belongs. */
  readonly address: string
  readonly src: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** Its size for pages that take CSS. WordPress does not. */
  readonly style: string
}

/**
 * A link and a frame, in the only form that WordPress accepts from an unknown provider: a
 * blockquote with a link, and an empty iframe. Where frames are refused, the link remains. The
 * claim's words come last in the iframe's attributes, so that nothing in them can break the rest.
 */
export function frameHtml({ address, src, title, width, height, style }: Frame): string {
  const [href, source] = [address, src].map(escapeXml)
  const words = wordsOf(title, address)
  return (
    `<blockquote><a href="${href}">${escapeXml(words)}</a></blockquote>` +
    `<iframe src="${source}" width="${width}" height="${height}" frameborder="0" ` +
    `style="${escapeXml(style)}" ` +
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" ' +
    `title="${escapeXml(words.replaceAll('"', '”'))}"></iframe>`
  )
}

/**
 * Discourse decodes entities once more before parsing the HTML, and would turn a claim's words into
 * pictures and links on the page. Words are never changed, so such words are not quoted.
 */
function wordsOf(title: string, address: string): string {
  return /[<>]/.test(title) ? address : title
}
