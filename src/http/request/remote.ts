import { ServerResponse } from 'node:http'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The remote address of the socket; undefined without a socket, as when the app is called directly.
 */
export function remoteOf(c: Context): string | undefined {
  return c.env && 'incoming' in c.env ? getConnInfo(c).remote.address : undefined
}

/** The answer at the socket; undefined without one. */
export function outgoingOf(c: Context): ServerResponse | undefined {
  const env: unknown = c.env
  const isFromSocket = typeof env === 'object' && env !== null && 'outgoing' in env
  return isFromSocket && env.outgoing instanceof ServerResponse ? env.outgoing : undefined
}
