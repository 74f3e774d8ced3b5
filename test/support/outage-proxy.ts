import net from 'node:net'
import { onTestFinished } from 'vitest'
import { connectTo, listen, urlAt } from './proxy.ts'

export interface OutageProxy {
  readonly url: string
  /** Cuts every connection and refuses new ones, as if the database were gone. */
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
  /** Stops forwarding in both directions, without cutting anything. */
  readonly standStill: () => void
  readonly moveOn: () => void
}

/** A proxy to the database that can be unavailable for a while. */
export async function outageProxy(databaseUrl: string): Promise<OutageProxy> {
  const sockets = new Set<net.Socket>()
  let isStill = false
  const pairs = new Map<net.Socket, net.Socket>()
  const server = net.createServer((client) => {
    const upstream = connectTo(databaseUrl)
    pairs.set(client, upstream)
    if (!isStill) client.pipe(upstream).pipe(client)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        pairs.delete(client)
        other.destroy()
      })
    }
  })
  const port = await listen(server, 0)
  const goAway = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  onTestFinished(goAway)
  return {
    url: urlAt(databaseUrl, port),
    goAway,
    standStill: () => {
      isStill = true
      for (const socket of sockets) socket.unpipe()
    },
    moveOn: () => {
      isStill = false
      for (const [client, upstream] of pairs) client.pipe(upstream).pipe(client)
    },
    comeBack: async () => void (await listen(server, port)),
  }
}
