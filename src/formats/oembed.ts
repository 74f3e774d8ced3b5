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
  /** The height that it needs at each width of what is around it, as a length of CSS in `cqw`. */
  readonly room: string
  /** A height that is enough at any width, in pixels. */
  readonly enough: number
}

/**
 * A link and a frame, in the only form that WordPress accepts from an unknown provider: a
 * blockquote with a link, and an empty iframe. Where frames are refused, the link remains. The
 * claim's words come last in the iframe's attributes, so that nothing in them can break the rest.
 *
 * The frame is as high as its card is at the width of the column. WordPress drops both divs, and all
 * styles, and listens to the frame instead. Pages that drop only some of it, and browsers that know no
 * `cqw`, give the frame a height that is enough. A container has no width of its own; the grid around it
 * has, for pages that ask for one.
 */
export function frameHtml({ address, src, title, width, height, room, enough }: Frame): string {
  const [href, source] = [address, src].map(escapeXml)
  const words = wordsOf(title, address)
  const column = `display:grid;grid-template-columns:minmax(0,${width}px)`
  const container = `container-type:inline-size;${heightName}:${room}`
  const style = `max-width:100%;min-height:${enough}px;min-height:0cqw;height:var(${heightName},${enough}px)`
  return (
    `<blockquote><a href="${href}">${escapeXml(words)}</a></blockquote>` +
    `<div style="${column}"><div style="${escapeXml(container)}">` +
    `<iframe src="${source}" width="${width}" height="${height}" frameborder="0" ` +
    `style="${escapeXml(style)}" ` +
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" ' +
    `title="${escapeXml(words.replaceAll('"', '”'))}"></iframe></div></div>`
  )
}

const heightName = '--counterpoint-height'

/**
 * Discourse decodes entities once more before parsing the HTML, and would turn a claim's words into
 * pictures and links on the page. Words are never changed, so such words are not quoted.
 */
function wordsOf(title: string, address: string): string {
  return /[<>]/.test(title) ? address : title
}
