import { once } from 'node:events'
import net from 'node:net'
import { onTestFinished } from 'vitest'
import { connectTo, urlAt } from './cutting-proxy.ts'

export interface OutageProxy {
  readonly url: string
  /** Cuts every connection and refuses new ones: the database has gone away. */
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
  /** Passes nothing on any more, in either direction, and cuts nothing. */
  readonly standStill: () => void
  readonly moveOn: () => void
}

/** A way to the database that can be away for a while. */
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
  const address = await listen(server, 0)
  const goAway = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }
  onTestFinished(goAway)
  return {
    url: urlAt(databaseUrl, address.port),
    goAway,
    standStill: () => {
      isStill = true
      for (const socket of sockets) socket.unpipe()
    },
    moveOn: () => {
      isStill = false
      for (const [client, upstream] of pairs) client.pipe(upstream).pipe(client)
    },
    comeBack: async () => void (await listen(server, address.port)),
  }
}

async function listen(server: net.Server, port: number): Promise<{ port: number }> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  return address
}
