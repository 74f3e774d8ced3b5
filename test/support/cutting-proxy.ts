import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * When the connection is cut around a COMMIT: `unsent` before the server hears of it, `underway`
 * once it was sent, `answered` when the server has answered and the client has not heard it.
 */
export type Cut = 'unsent' | 'underway' | 'answered'

export interface CuttingProxy {
  readonly url: string
  /** Cuts the connection that commits next, once. */
  readonly cutNextCommit: (cut: Cut) => void
  /** How many connections it has cut. */
  readonly cuts: () => number
}

/** A way to the database that breaks when told to. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  let next: Cut | undefined
  let cuts = 0
  const sockets = new Set<net.Socket>()

  const server = net.createServer((client) => {
    const upstream = connectTo(databaseUrl)
    let isCut = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        if (socket === client && isCut) upstream.end()
        else upstream.destroy()
      })
    }
    const cut = () => {
      isCut = true
      cuts += 1
      client.destroy()
    }
    let isAwaited = false
    client.on('data', (chunk) => {
      const mode = next !== undefined && isCommit(chunk) ? next : undefined
      if (mode === undefined) return void upstream.write(chunk)
      next = undefined
      if (mode === 'unsent') return cut()
      upstream.write(chunk)
      if (mode === 'underway') return cut()
      isAwaited = true
    })
    upstream.on('data', (chunk) => {
      if (isAwaited) cut()
      else client.write(chunk)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    url: urlAt(databaseUrl, port),
    cutNextCommit: (cut) => {
      next = cut
    },
    cuts: () => cuts,
  }
}

/** The same database by another port, on this machine. */
export function urlAt(databaseUrl: string, port: number): string {
  const { username, password, pathname } = new URL(databaseUrl)
  return `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`
}

export function connectTo(databaseUrl: string): net.Socket {
  const { hostname, port } = new URL(databaseUrl)
  const host = decodeURIComponent(hostname)
  const portNumber = Number(port || 5432)
  if (!host.startsWith('/')) return net.connect(portNumber, host)
  return net.connect(path.join(host, `.s.PGSQL.${portNumber}`))
}

/** A simple query with this one word. */
function isCommit(chunk: Buffer): boolean {
  return chunk.at(0) === 'Q'.charCodeAt(0) && chunk.toString('latin1', 5) === 'commit\0'
}
