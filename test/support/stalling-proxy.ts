import type net from 'node:net'
import { proxyTo } from './proxy.ts'

/** A way to a database that, when told to, lets nothing through any more and says nothing. */
export async function stallingProxy(databaseUrl: string) {
  const sockets = new Set<net.Socket>()
  let isStalled = false
  const url = await proxyTo(databaseUrl, (client, upstream) => {
    if (!isStalled) client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) sockets.add(socket)
  })
  const stall = () => {
    isStalled = true
    for (const socket of sockets) socket.unpipe().pause()
  }
  return { url, stall }
}
