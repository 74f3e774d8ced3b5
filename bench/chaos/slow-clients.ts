/**
 * Opens thousands of connections that send a byte a second, send half a body, read nothing or stay
 * silent, and reports how quickly others are served meanwhile:
 *
 *   node --import tsx bench/chaos/slow-clients.ts --count 5000 --seconds 20
 */
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { addSource, onTrial, statusesOf, summary, timed, type Timed } from './trial.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '20' },
  },
})
const [count, seconds] = [Number(values.count), Number(values.seconds)]

const habits = ['silent', 'drips headers', 'drips a body', 'never reads'] as const
const openings: Readonly<Record<(typeof habits)[number], string>> = {
  silent: '',
  'drips headers': 'GET /v1/sources HTTP/1.1\r\nhost: a\r\nx: ',
  'drips a body':
    'POST /v1/lookup HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{',
  'never reads': 'GET /openapi.json HTTP/1.1\r\nhost: a\r\n\r\n',
}

await onTrial(async ({ service: { origin } }) => {
  const alone = await quick(origin, 3)
  const port = Number(new URL(origin).port)
  let open = 0
  const sockets: net.Socket[] = []
  for (let index = 0; index < count; index++) {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => {})
    await Promise.race([once(socket, 'connect'), once(socket, 'close')])
    socket.once('close', () => (open -= 1))
    open += 1
    socket.pause()
    const habit = habits[index % habits.length] ?? 'silent'
    socket.write(openings[habit])
    if (habit.startsWith('drips')) sockets.push(socket)
  }
  const dripping = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x')
  }, 1_000)
  console.log(`${count} slow connections were opened, ${open} of them are open.`)
  const first = await timed(`${origin}/v1/sources?limit=1`)
  console.log(`The next read was answered ${first.status} after ${first.ms.toFixed(0)} ms.`)
  const meanwhile = await quick(origin, seconds)
  console.log(`After ${seconds} s ${open} are open.`)
  clearInterval(dripping)

  console.log(`Others meanwhile: ${statusesOf(meanwhile)}`)
  console.log(summary('without slow ones', alone))
  console.log(summary('meanwhile', meanwhile))
  for (const socket of sockets) socket.destroy()
})

/** Alternates a read and a write, each on any free connection. */
async function quick(origin: string, seconds: number): Promise<Timed[]> {
  const until = performance.now() + seconds * 1000
  const answers: Timed[] = []
  while (performance.now() < until) {
    answers.push(await timed(`${origin}/v1/sources?limit=1`), await addSource(origin))
    await sleep(20)
  }
  return answers
}
