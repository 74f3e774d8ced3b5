import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** While so many requests wait on a connection, no more of it is read. */
const readMax = 8

/** What was read before may hold so many. Those behind them are not answered: RFC 9112, 9.3.2. */
const waitingMax = 100

interface Lane {
  last: ServerResponse
  waiting: number
  isFull: boolean
}

/**
 * Answers the requests of a connection one after the other. A client may send many without waiting
 * for answers (pipelining), and all of them would otherwise be worked on at once.
 */
export function inTurn(answer: Answer): Answer {
  const lanes = new WeakMap<Socket, Lane>()

  return function answerInTurn(request, response) {
    const { socket } = request
    const lane = lanes.get(socket)
    if (!lane || lane.last.writableFinished) {
      lanes.set(socket, { last: response, waiting: 0, isFull: false })
      return answer(request, response)
    }
    if (lane.isFull) return
    const before = lane.last
    lane.last = response
    lane.waiting += 1
    if (lane.waiting === readMax) socket.pause()
    if (lane.waiting === waitingMax) {
      lane.isFull = true
      response.shouldKeepAlive = false
    }
    before.once('close', () => {
      lane.waiting -= 1
      if (socket.destroyed) return
      if (lane.waiting < readMax && !lane.isFull) socket.resume()
      answer(request, response)
    })
  }
}
