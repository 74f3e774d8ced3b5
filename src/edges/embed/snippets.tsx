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
  readonly badge: { readonly address: string; readonly name: string } | undefined
}

/** @param publicUrl our address as seen from other sites */
export async function snippetsFor(
  { address, title, heightPx, badge }: Embeddable,
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
    <claim-card {...chosen} height={height}>
      {link}
    </claim-card>
  )
  const frame = (
    <iframe
      src={withChoice(cardAddress(address), asked)}
      title={title}
      width="100%"
      height={height}
      loading="lazy"
      style="border: 0"
    />
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
