import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { keepConnections } from './connections.ts'
import type { HttpDeps } from '../contract/deps.ts'
import type { Http } from '../contract/env.ts'
import { headerLinesFault } from './header-lines.ts'
import { inTurn } from './in-turn.ts'
import { listenError } from './listen-error.ts'
import { answerBadLines, answerClientError, answerUnreadable } from './raw-refusals.ts'

/** Answers a request directly at the socket, or returns false to pass it on to the app. */
export type AnswerEarly = (request: IncomingMessage, response: ServerResponse) => boolean

export interface ListenOptions {
  readonly host: string
  /** 0 means any free port. */
  readonly port: number
  readonly limits?: Partial<Limits>
  /** Sees every request first. */
  readonly early?: AnswerEarly | undefined
}

export interface Limits {
  /** For the request line and the headers. */
  readonly headersTimeoutMs: number
  /** For the whole request, so that slow senders cannot occupy a connection. */
  readonly requestTimeoutMs: number
  /** Without traffic while an answer is awaited or read. */
  readonly idleTimeoutMs: number
  readonly keepAliveTimeoutMs: number
  readonly headerBytesMax: number
  /** Above this, the connection that has gone longest without a complete request is closed. */
  readonly connectionsMax: number
  /** How long idle connections stay open on shutdown: a request may be in transit. */
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

/**
 * For a request that names no host, as HTTP/1.0 allows. Matches no host of ours, nor this machine.
 */
const unnamedHost = 'unnamed.invalid'

export interface Listening {
  readonly port: number
  /**
   * Stops accepting, finishes requests that have begun or are in transit, closes idle connections,
   * and after `graceMs` cuts the rest.
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
  const answer = inTurn((request, response) => {
    const fault = headerLinesFault(request)
    if (fault !== undefined) refuseLines(response, fault)
    else if (!early?.(request, response)) void onRequest(request, response)
  })
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(1_000, headersTimeoutMs),
      keepAliveTimeout: rest.keepAliveTimeoutMs,
      maxHeaderSize: rest.headerBytesMax,
      // We check for the header ourselves, to answer its absence in words.
      requireHostHeader: false,
    },
    (request, response) => {
      connections.asked(request, response)
      answer(request, response)
    },
  )
  server.timeout = rest.idleTimeoutMs
  server.on('clientError', answerClientError(deps))
  const connections = keepConnections(server, rest.connectionsMax)
  await bind(server, host, port)
  return { port: portOf(server), stop: (graceMs) => connections.drain(rest.lingerMs, graceMs) }
}

/**
 * Finds out early whether the address can be listened on, before slower steps begin.
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
  // A server that listens on host and port has an address of this type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (server.address() as AddressInfo).port
}
