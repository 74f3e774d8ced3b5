import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { onTestFinished } from 'vitest'

/** A way to a database on a Unix socket that, when told to, lets nothing through any more and says nothing. */
export async function stallingProxy(databaseUrl: string) {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const socketPath = path.join(decodeURIComponent(hostname), `.s.PGSQL.${port}`)
  const sockets = new Set<net.Socket>()
  let isStalled = false
  const stall = () => {
    isStalled = true
    for (const socket of sockets) socket.unpipe().pause()
  }

  const server = net.createServer((client) => {
    const upstream = net.connect(socketPath)
    if (!isStalled) client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const proxyPort = typeof address === 'object' ? address?.port : undefined
  return { url: `postgres://${username}:${password}@127.0.0.1:${proxyPort}${pathname}`, stall }
}
