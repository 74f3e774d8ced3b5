import { once } from 'node:events'
import net from 'node:net'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, test } from 'vitest'
import { noteId } from './sample.ts'
import { serveSample } from './support.ts'

const get = (target: string, ...headers: string[]) =>
  [`GET ${target} HTTP/1.1`, 'host: a', 'connection: close', ...headers, '', ''].join('\r\n')

describe('malformed HTTP', () => {
  test.each([
    ['no request line', 'nonsense\r\n\r\n', 400],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['an empty host', 'GET / HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n', 400],
    ['two hosts', 'GET /healthz HTTP/1.1\r\nhost: a\r\nHost: b\r\n\r\n', 400],
    ['the same host twice', 'GET /healthz HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n', 400],
    ['two hosts of HTTP/1.0', 'GET /healthz HTTP/1.0\r\nhost: a\r\nhost: a\r\n\r\n', 400],
    ['two keys', get('/v1/notes', 'authorization: Bearer a', 'Authorization: Bearer b'), 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n', 400],
    ['a target that is none', 'GET nowhere HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
      400,
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers without end', get('/', `x: ${'y'.repeat(20_000)}`), 431],
    ['an address without end', get(`/${'y'.repeat(20_000)}`), 431],
  ])('%s is refused in words', async (_, text, status) => {
    const { send } = await serveSample()

    const answer = await send(text)

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/i)
    expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/)
    expect(answer).toMatch(/"type":"https:\/\/counterpoint\.example\/problems\//)
  })

  test.each([
    ['letters as they were typed', get('/v1/notes?q=매출')],
    ['a space', get('/v1/notes?q=a b')],
    ['letters in a path', get('/stories/매출')],
  ])('400: %s in an address: says to percent-encode', async (_, text) => {
    const { send } = await serveSample()

    expect(await send(text)).toMatch(/^HTTP\/1\.1 400 .*Percent-encode every character/s)
  })

  it('takes HTTP/1.0 without Host, as plain probes send it', async () => {
    const { send } = await serveSample()

    expect(await send('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 .*"up"/s)
  })

  test.each([
    ['headers', 'GET / HTTP/1.1\r\nhost: a\r\n'],
    [
      'a body',
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer editor-key\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    ],
  ])('408: does not wait for %s that never come', async (_, text) => {
    const { send } = await serveSample({
      limits: { headersTimeoutMs: 50, requestTimeoutMs: 100 },
    })

    expect(await send(text)).toMatch(/^HTTP\/1\.1 408 .*problems\/timed-out/s)
  })
})

describe('a path with dots', () => {
  it('does not lead out of its place', async () => {
    const { send } = await serveSample()

    expect(await send(get('/docs/../../package.json'))).toMatch(/^HTTP\/1\.1 404 /)
    expect(await send(get('/docs/%2e%2e/package.json'))).toMatch(/^HTTP\/1\.1 404 /)
  })
})

describe('stop', () => {
  it('finishes what has begun, takes nothing new, and closes what is idle', async () => {
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<boolean>()
    const isReady = () => {
      begun.resolve()
      return finish.promise
    }
    const { ask, port, stop } = await serveSample({ deps: { isReady }, limits: { lingerMs: 20 } })
    const idle = net.connect(port, '127.0.0.1')
    const idleClosed = new Promise((resolve) => idle.once('close', resolve))
    idle.write(`GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n`)
    await new Promise((resolve) => idle.once('data', resolve))
    const answer = ask('/readyz')
    await begun.promise

    const stopped = stop(60_000)
    await idleClosed
    await expect(ask('/healthz')).rejects.toThrow('fetch failed')
    finish.resolve(true)

    expect((await answer).status).toBe(200)
    expect((await answer).headers.get('connection')).toBe('close')
    await stopped
  })

  it('answers what was on its way on an idle connection, and closes that then', async () => {
    const { port, stop } = await serveSample()
    const { say, heard, closed } = await connectTo(port)
    say('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n')
    await expect.poll(heard).toMatch(/"up"/)
    expect(heard()).not.toMatch(/connection: close/i)

    const stopped = stop(60_000)
    say('GET /v1/nothing HTTP/1.1\r\nhost: a\r\n\r\n')
    await closed

    expect(heard()).toMatch(/HTTP\/1\.1 404 .*connection: close/is)
    await stopped
  })

  it('answers what came while the process had no time to look', async () => {
    const { port, stop } = await serveSample({ limits: { lingerMs: 500 } })
    const clients = new Worker(
      `
      const { parentPort, workerData } = require('node:worker_threads')
      const ask = () => fetch(workerData).then((answer) => answer.text(), String)
      setTimeout(async () => {
        parentPort.postMessage(await Promise.all(Array.from({ length: 8 }, ask)))
      }, 300)
      `,
      { eval: true, workerData: `http://127.0.0.1:${port}/healthz` },
    )
    await once(clients, 'online')

    const stopped = stop(60_000)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)

    const [answers]: string[][] = await once(clients, 'message')
    expect(answers).toEqual(Array.from({ length: 8 }, () => expect.stringContaining('"up"')))
    await stopped
    await clients.terminate()
  })

  it('cuts what takes longer than it may', async () => {
    const begun = Promise.withResolvers<void>()
    const isReady = () => {
      begun.resolve()
      return new Promise<boolean>(() => {})
    }
    const { ask, stop } = await serveSample({ deps: { isReady } })
    const answer = ask('/readyz')
    await begun.promise

    await stop(10)

    await expect(answer).rejects.toThrow('fetch failed')
  })
})

describe('listen', () => {
  it('says so when the port is taken', async () => {
    const { port, http } = await serveSample()
    const { listen } = await import('../../../src/http/socket/listen.ts')
    const log = { debug() {}, info() {}, error() {} }

    await expect(
      listen(http, { publicUrl: new URL('http://a'), log }, { host: '127.0.0.1', port }),
    ).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`)
  })

  it('answers a client, however many others stay silent, send slowly or never read', async () => {
    const { port, ask } = await serveSample({ limits: { connectionsMax: 300 } })
    const slow = [
      '',
      'GET /v1/notes HTTP/1.1\r\nhost: a\r\n',
      'POST /v1/notes HTTP/1.1\r\nhost: a\r\nauthorization: Bearer editor-key\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
      'GET /openapi.json HTTP/1.1\r\nhost: a\r\n\r\n',
    ]
    const sockets = []
    for (let count = 0; count < 1200; count += slow.length)
      for (const { socket, say, opening } of await Promise.all(
        slow.map(async (opening) => ({ ...(await connectTo(port)), opening })),
      )) {
        sockets.push(socket)
        say(opening)
        socket.pause()
      }

    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask(`/v1/notes/${noteId}`)).status),
    )

    expect(answers).toEqual(Array(20).fill(200))
    for (const socket of sockets) socket.destroy()
  }, 60_000)

  it('limits connections: the one idle for longest makes room', async () => {
    const begun = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<boolean>()
    const isReady = () => {
      begun.resolve()
      return finish.promise
    }
    const { port, ask } = await serveSample({ deps: { isReady }, limits: { connectionsMax: 2 } })
    const asking = ask('/readyz')
    await begun.promise
    const silent = await connectTo(port)

    const answer = await ask(`/v1/notes/${noteId}`)
    await silent.closed
    finish.resolve(true)

    expect([answer.status, (await asking).status]).toEqual([200, 200])
  })

  it('refuses a connection when all that it may have are asking', async () => {
    const begun = Promise.withResolvers<void>()
    const isReady = () => {
      begun.resolve()
      return new Promise<boolean>(() => {})
    }
    const { ask } = await serveSample({ deps: { isReady }, limits: { connectionsMax: 1 } })
    let isAsking = true
    void ask('/readyz').catch(() => (isAsking = false))
    await begun.promise

    await expect(ask(`/v1/notes/${noteId}`)).rejects.toThrow('fetch failed')
    expect(isAsking).toBe(true)
  })
})

async function connectTo(port: number) {
  const socket = net.connect(port, '127.0.0.1')
  let heard = ''
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  return {
    socket,
    say: (text: string) => void socket.write(text),
    heard: () => heard,
    closed: new Promise((resolve) => socket.once('close', resolve)),
  }
}
