import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export interface Answered {
  readonly status: number
  readonly body: Buffer
}

interface Waiting {
  readonly resolve: (answer: Answered) => void
  readonly reject: (error: Error) => void
}

/**
 * A keep-alive connection that carries one request after the other. Common HTTP clients build
 * objects for headers and streams for bodies, which takes longer than a fast server's answer; this
 * one only finds where the answer ends.
 */
export class Connection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #waiting: Waiting | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#waiting?.reject(error))
    socket.on('close', () => this.#waiting?.reject(new Error('The server closed the connection.')))
  }

  static async open(origin: string): Promise<Connection> {
    const { hostname, port } = new URL(origin)
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    return new Connection(socket)
  }

  /** @param request raw bytes; the previous request must have been answered */
  ask(request: string): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk)
    const received = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
    const answer = answerIn(received)
    if (!answer) return
    this.#received = []
    this.#waiting?.resolve(answer)
  }
}

const endOfHead = Buffer.from('\r\n\r\n')
const endOfChunks = Buffer.from('\r\n0\r\n\r\n')

/** The answer, once it is complete. */
function answerIn(received: Buffer): Answered | undefined {
  const headLength = received.indexOf(endOfHead)
  if (headLength < 0) return undefined
  const head = received.toString('latin1', 0, headLength)
  const body = received.subarray(headLength + endOfHead.length)
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
  const isWhole =
    length === undefined
      ? body.subarray(-endOfChunks.length).equals(endOfChunks)
      : body.length >= Number(length)
  return isWhole ? { status: Number(head.slice(9, 12)), body } : undefined
}
