import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** What browsers may do with any answer; a page that needs more sets its own policy. */
export function securityHeaders(publicUrl: URL): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginResourcePolicy: 'cross-origin',
    strictTransportSecurity: publicUrl.protocol === 'https:',
    // The policy above says it already, and better.
    xFrameOptions: false,
    xXssProtection: false,
    xDownloadOptions: false,
    xDnsPrefetchControl: false,
    xPermittedCrossDomainPolicies: false,
    overwrite: false,
  })
}

const exposed =
  'Allow, Content-Language, ETag, Link, Location, Request-Id, Retry-After, WWW-Authenticate'

/** Any page may read the public record, and read why it was refused. */
export function openToReaders(): MiddlewareHandler {
  return async function openToReaders(c, next) {
    await next()
    c.res.headers.set('access-control-allow-origin', '*')
    c.res.headers.set('access-control-expose-headers', exposed)
  }
}
