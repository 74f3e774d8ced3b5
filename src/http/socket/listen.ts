import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { keepConnections } from './connections.ts'
import type { HttpDeps } from '../contract/deps.ts'
import type { Http } from '../contract/env.ts'
import { headerLinesFault } from './header-lines.ts'
import { listenError } from './listen-error.ts'
import { answerBadLines, answerClientError, answerUnreadable } from './raw-refusals.ts'

/** Answers a request at the socket, or says that somebody else has to. */
export type AnswerEarly = (request: IncomingMessage, response: ServerResponse) => boolean

export interface ListenOptions {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly limits?: Partial<Limits>
  /** Has the first say about every request. */
  readonly early?: AnswerEarly | undefined
}

export interface Limits {
  /** For the request line and headers. */
  readonly headersTimeoutMs: number
  /** For the whole request, so that slow senders cannot hold a connection. */
  readonly requestTimeoutMs: number
  /** Without any traffic while an answer is awaited or read. */
  readonly idleTimeoutMs: number
  readonly keepAliveTimeoutMs: number
  readonly headerBytesMax: number
  /** When there are more, who has gone longest without a whole request makes room. */
  readonly connectionsMax: number
  /** How long an idle connection stays open on stopping: a request may be on its way. */
  readonly lingerMs: number
}

const defaults: Limits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  idleTimeoutMs: 120_000,
  keepAliveTimeoutMs: 65_000,
  headerBytesMax: 16 * 1024,
  connectionsMax: 2_000,
  lingerMs: 1_000,
}

/** Of a request that names no host, as HTTP/1.0 may. It is no host of ours, nor of this machine. */
const unnamedHost = 'unnamed.invalid'

export interface Listening {
  readonly port: number
  /**
   * Finishes the requests that have begun or are on their way, stops accepting, closes idle
   * connections; cuts what is left when the time is over.
   */
  readonly stop: (graceMs: number) => Promise<void>
}

/**
 * Serves the app on a socket.
 *
 * @throws {ListenError}
 */
export async function listen(
  http: Http,
  deps: Pick<HttpDeps, 'publicUrl' | 'log'>,
  { host, port, limits, early }: ListenOptions,
): Promise<Listening> {
  const { headersTimeoutMs, requestTimeoutMs, ...rest } = { ...defaults, ...limits }
  const refuseLines = answerBadLines(deps)
  const onRequest = getRequestListener(http.fetch, {
    errorHandler: answerUnreadable(deps),
    hostname: unnamedHost,
  })
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, headersTimeoutMs),
      keepAliveTimeout: rest.keepAliveTimeoutMs,
      maxHeaderSize: rest.headerBytesMax,
      // Where it must be there, its absence is answered in words, like any other fault.
      requireHostHeader: false,
    },
    (request, response) => {
      connections.asked(request, response)
      const fault = headerLinesFault(request)
      if (fault !== undefined) refuseLines(response, fault)
      else if (!early?.(request, response)) void onRequest(request, response)
    },
  )
  server.timeout = rest.idleTimeoutMs
  server.on('clientError', answerClientError(deps))
  const connections = keepConnections(server, rest.connectionsMax)
  await bind(server, host, port)
  return { port: portOf(server), stop: (graceMs) => connections.drain(rest.lingerMs, graceMs) }
}

/**
 * Finds out whether the address can be listened on, before anything is done that takes longer.
 *
 * @throws {ListenError}
 */
export async function tryAddress(host: string, port: number): Promise<void> {
  const server = net.createServer()
  await bind(server, host, port)
  await new Promise((resolve) => server.close(resolve))
}

async function bind(server: net.Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function portOf(server: Server): number {
  // A server that listens on a host and port has such an address.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (server.address() as AddressInfo).port
}
