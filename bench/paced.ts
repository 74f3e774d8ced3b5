import { Connection } from './connection.ts'
import { answerTo, type Sent } from './load.ts'

/** Requests at a fixed rate. */
export interface Paced {
  readonly origin: string
  readonly requests: Iterator<Sent>
  readonly perSecond: number
}

/** Sends requests at their pace; what it returns ends that, and says how many a second there were. */
export async function sendPaced({
  origin,
  requests,
  perSecond,
}: Paced): Promise<() => Promise<number>> {
  const { host } = new URL(origin)
  const opened = await Promise.all(Array.from({ length: 4 }, () => Connection.open(origin)))
  const idle = [...opened]
  const sent: Promise<void>[] = []
  const send = async (connection: Connection) => {
    const { value, done } = requests.next()
    if (!done) await answerTo(connection, host, value)
    idle.push(connection)
  }
  const begun = performance.now()
  const timer = setInterval(() => {
    const due = ((performance.now() - begun) / 1000) * perSecond
    while (sent.length < due) {
      const connection = idle.pop()
      if (!connection) break
      sent.push(send(connection))
    }
  }, 5)
  return async () => {
    clearInterval(timer)
    await Promise.all(sent)
    const seconds = (performance.now() - begun) / 1000
    for (const connection of opened) connection.close()
    return sent.length / seconds
  }
}
