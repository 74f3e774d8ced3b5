import net from 'node:net'

/** A request as raw bytes: nothing is normalised, added or left out. */
export interface RawRequest {
  readonly method: string
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array | string
  /** Sent in chunks, without a length. */
  readonly isChunked?: boolean
}

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

/** Sends exactly these bytes; returns everything received until the connection closes. */
export async function exchange(
  port: number,
  chunks: readonly (string | Uint8Array)[],
): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  const received: Buffer[] = []
  socket.on('data', (chunk: Buffer) => received.push(chunk))
  // A client refused before it has sent everything finds the connection closed, after the answer.
  socket.on('error', () => {})
  for (const chunk of chunks) socket.write(chunk)
  await new Promise((resolve) => socket.once('close', resolve))
  return Buffer.concat(received).toString('utf8')
}

/** Sends a request on a connection of its own. */
export async function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method, target, headers, isChunked } = request
  const body = Buffer.from(request.body)
  const length = isChunked
    ? (['transfer-encoding', 'chunked'] as const)
    : (['content-length', String(body.length)] as const)
  const fields = [['connection', 'close'], ...headers, ...(body.length > 0 ? [length] : [])]
  const head = [`${method} ${target} HTTP/1.1`, ...fields.map((field) => field.join(': ')), '', '']
  const size = `${body.length.toString(16)}\r\n`
  const sent = isChunked ? [size, body, '\r\n0\r\n\r\n'] : [body]
  return parsed(await exchange(port, [head.join('\r\n'), ...sent]))
}

function parsed(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [statusLine = '', ...fields] = head.split('\r\n')
  const headers = fields.map((field) => {
    const [name = '', ...value] = field.split(': ')
    return [name.toLowerCase(), value.join(': ')] as const
  })
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: new Map(headers),
    text: rest.join('\r\n\r\n'),
  }
}
