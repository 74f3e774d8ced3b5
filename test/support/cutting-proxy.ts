import { proxyTo } from './proxy.ts'

/**
 * When the connection is cut around a COMMIT: `unsent` before the server receives it, `underway`
 * once it was sent, `answered` when the server has answered and the client has not received the
 * answer.
 */
type Cut = 'unsent' | 'underway' | 'answered'

export interface CuttingProxy {
  readonly url: string
  /** Cuts the next connection that commits, once. */
  readonly cutNextCommit: (cut: Cut) => void
  /** How many connections it has cut. */
  readonly cuts: () => number
}

/** A proxy to the database that breaks on request. */
export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  let next: Cut | undefined
  let cuts = 0

  const url = await proxyTo(databaseUrl, (client, upstream) => {
    let isCut = false
    for (const socket of [client, upstream])
      socket.on('close', () => {
        client.destroy()
        if (socket === client && isCut) upstream.end()
        else upstream.destroy()
      })
    const cut = () => {
      if (isCut) return
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
  return {
    url,
    cutNextCommit: (cut) => {
      next = cut
    },
    cuts: () => cuts,
  }
}

/** A simple query consisting of this word, perhaps behind other messages. */
const commitMessage = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1')

function isCommit(chunk: Buffer): boolean {
  return chunk.subarray(-commitMessage.length).equals(commitMessage)
}
