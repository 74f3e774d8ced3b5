import { once } from 'node:events'
import { createServer } from 'node:http'
import net from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { inTurn } from '../../../src/http/socket/in-turn.ts'

/** Sends as many requests on one connection without waiting, and returns what came back. */
async function pipelined(count: number) {
  let [running, most, begun] = [0, 0, 0]
  const server = createServer(
    inTurn(({ url }, response) => {
      begun += 1
      running += 1
      most = Math.max(most, running)
      setImmediate(() => {
        running -= 1
        response.end(`[${url}]`)
      })
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const socket = net.connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  let text = ''
  socket.on('data', (part: Buffer) => (text += part.toString('latin1')))
  const requests = Array.from({ length: count }, (_, nth) => {
    const isLast = nth === count - 1
    return `GET /${nth} HTTP/1.1\r\nhost: a\r\n${isLast ? 'connection: close\r\n' : ''}\r\n`
  })
  socket.write(requests.join(''))
  await once(socket, 'close')
  return { most, begun, paths: [...text.matchAll(/\[\/(\d+)\]/g)].map(([, nth]) => Number(nth)) }
}

const upTo = (count: number) => Array.from({ length: count }, (_, nth) => nth)

it('answers the requests of a connection one after the other', async () => {
  const { most, paths } = await pipelined(50)

  expect(most).toBe(1)
  expect(paths).toEqual(upTo(50))
})

it('answers no more than wait at once, and closes the connection after them', async () => {
  const { most, begun, paths } = await pipelined(1_000)

  expect([most, begun]).toEqual([1, 101])
  expect(paths).toEqual(upTo(101))
})
