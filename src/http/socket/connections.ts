import net, { type Socket } from 'node:net'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'

const acceptMs = 200

/** The last request of a connection. */
interface Asking {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** The connections of a server, and how they end. */
export interface Connections {
  /** Told of each request before it is answered. */
  readonly asked: (request: IncomingMessage, response: ServerResponse) => void
  /**
   * Takes no new connections but those that were on their way, answers on all that are there, and
   * closes each after its answer. A connection that is idle may have its next request on the way
   * already: it has a while to arrive. Whatever is left when the time is over is cut.
   */
  readonly drain: (lingerMs: number, graceMs: number) => Promise<void>
}

/**
 * Keeps the connections of a server to a number. When there are more, the one that has gone longest
 * without a whole request makes room: who sends slowly, or nothing, keeps nobody out who asks.
 */
export function keepConnections(server: Server, connectionsMax: number): Connections {
  /** Those that have waited longest for a request come first. */
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
      // It is the last again to make room.
      connections.delete(socket)
      connections.set(socket, { request, response })
      if (isDraining) response.shouldKeepAlive = false
    },
    drain: async (lingerMs, graceMs) => {
      isDraining = true
      // Else their connections would stay open for another request.
      for (const asking of connections.values()) if (asking) asking.response.shouldKeepAlive = false
      // The system has taken connections that we have not seen yet. Closing would cut them.
      await sleep(Math.min(acceptMs, graceMs))
      await acceptedAll()
      const closed = new Promise<void>((resolve) => {
        // As `server.close`, but for the idle connections, which that one cuts at once.
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
   * Resolves once all connections are accepted and all bytes read that have come. A process that had
   * no time for anything comes to its timers first, and takes one connection in each turn then.
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
