import { once } from 'node:events'
import { createServer } from 'node:http'

/** Another site with one page: "localhost" is a different origin from 127.0.0.1. */
export async function startHost(
  html: string,
  headers: Record<string, string> = {},
): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const listening = server.address()
  const port = typeof listening === 'object' ? listening?.port : ''
  return { address: `http://localhost:${port}/`, close: () => void server.close() }
}
