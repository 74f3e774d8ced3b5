import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A proxy to the database on this machine, for a test: `join` connects each client with a connection
 * of its own. Returns the URL of the proxy.
 */
export async function proxyTo(
  databaseUrl: string,
  join: (client: net.Socket, upstream: net.Socket) => void,
): Promise<string> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = connectTo(databaseUrl)
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}))
    join(client, upstream)
  })
  const port = await listen(server, 0)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return urlAt(databaseUrl, port)
}

/** @param port 0 for any free port. @returns the actual port */
export async function listen(server: net.Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  return address.port
}

/** The same database through another port on this machine. */
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
