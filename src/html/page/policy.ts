import { createHash } from 'node:crypto'
import { mapStyle } from './map-style.ts'
import { pageStyle } from './style.ts'

const digestOf = (style: string) =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/**
 * A page loads fonts and its sign from here, and nothing from elsewhere. Its style elements are
 * allowed by their digests; it runs no script, unless its policy says so. Tools that look at it may ask
 * for other files of this service in its name, such as robots.txt.
 */
export const pagePolicy = policyWith('')

/** For a page with one of our scripts. */
export const scriptPolicy = policyWith("script-src 'self'; ")

/** For pages shown in place of a card. They load nothing. */
export const framedPagePolicy = `default-src 'none'; style-src ${digestOf(pageStyle)}; base-uri 'none'; form-action 'none'; frame-ancestors *`

/** For the builder, which frames cards. */
export const builderPolicy = policyWith("script-src 'self'; frame-src 'self'; ")

function policyWith(more: string): string {
  return `default-src 'none'; style-src ${digestOf(pageStyle)} ${digestOf(mapStyle)} 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; ${more}base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}
