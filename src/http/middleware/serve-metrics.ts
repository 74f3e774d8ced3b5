import { createHash, timingSafeEqual } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { HttpEnv } from '../contract/env.ts'
import { remoteOf } from '../request/remote.ts'
import type { Metrics } from '../metrics/metrics.ts'

/**
 * Serves the metrics to callers with the token and to programs on this machine. For everybody else
 * the address does not exist: their requests take the same way as any unknown address.
 */
export function serveMetrics(
  { render, contentType }: Pick<Metrics, 'render' | 'contentType'>,
  token: string | undefined,
): MiddlewareHandler<HttpEnv> {
  return async function serveMetrics(c, next) {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isRead || !mayRead(c, token)) return next()
    c.set('route', '/metrics')
    // Pages of other origins must not read this, wherever the browser runs.
    const { 'access-control-allow-origin': _, ...headers } = c.get('commonHeaders')
    c.set('commonHeaders', headers)
    return c.body(await render(), 200, { 'content-type': contentType, 'cache-control': 'no-store' })
  }
}

function mayRead(c: Context, token: string | undefined): boolean {
  const authorization = c.req.header('authorization')
  if (authorization === undefined) return isLocal(c)
  const [, given] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  return given !== undefined && token !== undefined && isSame(given, token)
}

/** Compares hashes, which have equal lengths, so that timing reveals nothing about the guess. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Headers that proxies add to forwarded requests, and browsers to those of foreign pages. */
const traces = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'origin']

/** Whether a local program asks for itself, using a local address. */
function isLocal(c: Context): boolean {
  if (traces.some((name) => c.req.header(name) !== undefined)) return false
  const { hostname } = new URL(c.req.url)
  return isLoopback(remoteOf(c)) && (hostname === 'localhost' || isLoopback(hostname))
}

function isLoopback(address: string | undefined): boolean {
  const bare = address?.replace(/^\[|\]$/g, '') ?? ''
  const family = isIP(bare)
  return family !== 0 && loopback.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}
