import type net from 'node:net'
import { proxyTo } from './proxy.ts'

/** The direction in which forwarding has stopped. */
export type Stalled = 'both' | 'to the server' | 'to the client'

/** A proxy to a database that, on request, silently stops forwarding. */
export async function stallingProxy(databaseUrl: string) {
  const stops = (way: Stalled) => stalled === 'both' || stalled === way
  const servers = new Set<net.Socket>()
  const clients = new Set<net.Socket>()
  let stalled: Stalled | undefined
  const url = await proxyTo(databaseUrl, (client, upstream) => {
    if (!stops('to the server')) client.pipe(upstream)
    if (!stops('to the client')) upstream.pipe(client)
    clients.add(client)
    servers.add(upstream)
  })
  const stall = (way: Stalled = 'both') => {
    stalled = way
    if (stops('to the server')) for (const socket of clients) socket.unpipe().pause()
    if (stops('to the client')) for (const socket of servers) socket.unpipe().pause()
  }
  return { url, stall }
}
