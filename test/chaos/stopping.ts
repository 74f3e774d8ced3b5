import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { freePort } from './kills.ts'
import { startService, type Program } from './service-process.ts'

const key = 'a-key-for-clients-on-bad-days-0123456789'
const clientsMany = 24

export interface Stopped {
  /** Requests that were begun and not answered as they should be. */
  readonly failures: readonly string[]
  readonly answered: number
  /** Names of the sources whose writes were acknowledged. */
  readonly acknowledged: readonly string[]
  readonly exitCode: number | null
  readonly stoppedAfterMs: number
}

/**
 * Stops the service with SIGTERM while clients read and write as fast as they can, each on one
 * connection that it keeps until the service says that it closes.
 */
export async function stopUnderLoad(
  program: Program,
  env: Readonly<Record<string, string>>,
): Promise<Stopped> {
  const service = startService({ program, env, key, port: await freePort() })
  const failures: string[] = []
  const acknowledged: string[] = []
  /** Each client has sent a few requests. */
  const warm = Promise.withResolvers<void>()
  let answered = 0
  try {
    await service.ready()
    const clients = Array.from({ length: clientsMany }, (_, index) => ask(index % 3 === 0))
    await Promise.race([warm.promise, Promise.all(clients)])
    const signalled = performance.now()
    const exitCode = await service.stop()
    const stoppedAfterMs = performance.now() - signalled
    await Promise.all(clients)
    return { failures, answered, acknowledged, exitCode, stoppedAfterMs }
  } finally {
    await service.kill()
  }

  async function ask(isWriter: boolean): Promise<void> {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    for (let isOpen = true; isOpen;) {
      const name = `Source ${randomUUID()}`
      const request = isWriter
        ? write(service.origin, agent, name)
        : http.get(`${service.origin}/v1/sources`, { agent })
      try {
        const [response] = await responseTo(request)
        const body = await text(response)
        answered += 1
        if (answered >= clientsMany * 3) warm.resolve()
        const { statusCode = 0 } = response
        if (statusCode === 201) acknowledged.push(name)
        // A refusal because of overload is an answer too.
        if (![200, 201, 503].includes(statusCode)) failures.push(`${statusCode} ${body}`)
        isOpen = response.headers.connection !== 'close'
      } catch (error) {
        failures.push(String(error))
        isOpen = false
      }
    }
    agent.destroy()
  }
}

function write(origin: string, agent: http.Agent, name: string): http.ClientRequest {
  const request = http.request(`${origin}/v1/sources`, {
    agent,
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
  })
  request.end(JSON.stringify({ kind: 'outlet', name }))
  return request
}

async function responseTo(request: http.ClientRequest): Promise<[http.IncomingMessage]> {
  const [response] = await once(request, 'response')
  return [response]
}
