import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { cardAddress } from '../../html/addresses.ts'
import type { BrowserScript } from './browser-scripts.ts'
import { cardParameters, withChoice, type Asked } from '../../html/choice.ts'

/** Embed codes in several forms. */
export interface Snippets {
  readonly element: string
  readonly frame: string
  readonly link: string
  /** Stories and claims that nobody has examined have none. */
  readonly badge: string | undefined
}

/** What a snippet needs to know about the object. */
export interface Embeddable {
  readonly address: string
  readonly title: string
  readonly heightPx: number
  /** The room that it needs at every width, as a padding in CSS. */
  readonly room: string
  readonly badge: { readonly address: string; readonly name: string } | undefined
}

/** @param publicUrl our address as seen from other sites */
export async function snippetsFor(
  { address, title, heightPx, room, badge }: Embeddable,
  asked: Asked,
  element: BrowserScript,
  publicUrl: URL,
): Promise<Snippets> {
  const height = String(heightPx)
  const link = <a href={address}>{title}</a>
  const chosen = Object.fromEntries(cardParameters.map((name) => [name, asked(name)]))
  const script = (
    <script
      type="module"
      src={new URL(element.path, publicUrl).href}
      integrity={element.integrity}
      crossorigin="anonymous"
    />
  )
  const card = (
    <claim-card {...chosen} style={`display: block; height: 0; padding-bottom: ${room}`}>
      {link}
    </claim-card>
  )
  const frame = (
    <div style={`position: relative; padding-bottom: ${room}`}>
      <iframe
        src={withChoice(cardAddress(address), asked)}
        title={title}
        width="100%"
        height={height}
        style="border: 0; position: absolute; height: 100%"
      />
    </div>
  )
  const image = badge !== undefined && (
    <a href={address}>
      <img src={badge.address} alt={badge.name} title={badge.name} />
    </a>
  )
  return {
    element: `${await written(script)}\n${await written(card)}`,
    frame: await written(frame),
    link: await written(link),
    badge: image ? await written(image) : undefined,
  }
}

async function written(element: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> {
  return String(await html`${element}`)
}
