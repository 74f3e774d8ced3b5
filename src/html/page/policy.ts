import { createHash } from 'node:crypto'
import { pageStyle } from './style.ts'

const digest = createHash('sha256').update(pageStyle).digest('base64')

/**
 * A page loads fonts and its sign from here, and nothing from elsewhere. Its style element is allowed
 * by its digest; it runs no script, unless its policy says so.
 */
export const pagePolicy = policyFor("'none'", "'self'")

/** For a page with one of our scripts, which asks for pages of ours. */
export const scriptPolicy = `${pagePolicy}; script-src 'self'; connect-src 'self'`

/** For pages shown in place of a card. They load nothing. */
export const framedPagePolicy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors *`

/** For the builder, which frames cards. */
export const builderPolicy = `${pagePolicy}; script-src 'self'; frame-src 'self'`

function policyFor(ancestors: "'none'", forms: "'self'"): string {
  return `default-src 'none'; style-src 'sha256-${digest}' 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action ${forms}; frame-ancestors ${ancestors}`
}
