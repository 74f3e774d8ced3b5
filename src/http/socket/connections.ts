import net, { type Socket } from 'node:net'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'

const acceptMs = 200

/** The latest request on a connection. */
interface Asking {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** The connections of a server, and how they are closed. */
export interface Connections {
  /** Called for each request before it is answered. */
  readonly asked: (request: IncomingMessage, response: ServerResponse) => void
  /**
   * Accepts only connections that were already on their way, answers on all open ones, and closes
   * each after its answer. An idle connection may have a request in transit, so it stays open for
   * `lingerMs`. After `graceMs`, what is left is cut.
   */
  readonly drain: (lingerMs: number, graceMs: number) => Promise<void>
}

/**
 * Limits the number of connections. Above the limit, the one that has gone longest without a
 * complete request is closed: slow or silent clients cannot keep others out.
 */
export function keepConnections(server: Server, connectionsMax: number): Connections {
  /** In insertion order, those idle for longest first. */
  const connections = new Map<Socket, Asking | undefined>()
  let isDraining = false
  let accepted = 0

  server.on('connection', (socket: Socket) => {
    accepted += 1
    if (connections.size >= connectionsMax) (longestWithout(connections) ?? socket).destroy()
    if (socket.destroyed) return
    connections.set(socket, undefined)
    socket.once('close', () => connections.delete(socket))
  })
  return {
    asked: (request, response) => {
      const { socket } = request
      // Moves it to the end, last to be closed.
      connections.delete(socket)
      connections.set(socket, { request, response })
      if (isDraining) response.shouldKeepAlive = false
    },
    drain: async (lingerMs, graceMs) => {
      isDraining = true
      // Otherwise their connections would stay open for another request.
      for (const asking of connections.values()) if (asking) asking.response.shouldKeepAlive = false
      // The kernel has accepted connections that we have not seen yet; closing the server now would
      // cut them.
      await sleep(Math.min(acceptMs, graceMs))
      await acceptedAll()
      const closed = new Promise<void>((resolve) => {
        // Like `server.close`, which however cuts idle connections at once.
        net.Server.prototype.close.call(server, () => resolve())
      })
      const timers = [
        setTimeout(() => void acceptedAll().then(() => server.closeIdleConnections()), lingerMs),
        setTimeout(() => server.closeAllConnections(), graceMs),
      ]
      await closed
      for (const timer of timers) clearTimeout(timer)
    },
  }

  /**
   * Resolves when all pending connections are accepted and all received bytes are read. After a
   * busy period, Node runs timers first and then accepts one connection per turn.
   */
  async function acceptedAll(): Promise<void> {
    for (let before = -1, turns = 0; accepted > before && turns < connectionsMax; turns += 1) {
      before = accepted
      await setImmediate()
      await setImmediate()
    }
  }
}

function longestWithout(connections: ReadonlyMap<Socket, Asking | undefined>): Socket | undefined {
  for (const [socket, asking] of connections)
    if (!asking?.request.complete || asking.response.writableFinished) return socket
  return undefined
}
