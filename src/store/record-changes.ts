import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { recordChannel, RecordChange } from './outbox.ts'

export interface ChangeListener {
  /**
   * Every commit from now on will be told. What came before, while nobody listened, was not, but for
   * the newest event that removed words (0 for none).
   */
  readonly onListening: (known: { readonly newestRedaction: number }) => void
  readonly onChange: (change: Pick<RecordChange, 'redacts'>) => void
  /** Nothing is told until `onListening`. */
  readonly onLost: () => void
}

export interface RecordChanges {
  readonly close: () => Promise<void>
}

const retryAfterMs = 250
const connectTimeoutMs = 2_000

/** A connection that has died without a word is asked so often, and given up after as long again. */
const heartbeatMs = 1_000

/** Tells of every commit that moves the record, by whichever process, until it is closed. */
export function listenToRecord(url: string, listener: ChangeListener): RecordChanges {
  const closing = new AbortController()
  const listening = listen(url, listener, closing.signal)
  return {
    close: async () => {
      closing.abort()
      await listening
    },
  }
}

async function listen(url: string, listener: ChangeListener, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const socket = new Socket()
    const client = new Client({
      connectionString: url,
      application_name: 'counterpoint changes',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: heartbeatMs,
      keepAlive: true,
      stream: () => socket,
    })
    client.on('notification', ({ payload = '' }) => listener.onChange(changeIn(payload)))
    try {
      await listenWith(client, listener.onListening, signal)
    } catch {
      // The database is away, which the next attempt finds out as well.
    } finally {
      listener.onLost()
      // Not by a farewell, which waits for an answer.
      socket.destroy()
    }
    await sleep(retryAfterMs, undefined, { signal }).catch(() => {})
  }
}

/** During an upgrade another version may tell in words of its own: that may be any change. */
function changeIn(payload: string): Pick<RecordChange, 'redacts'> {
  try {
    return RecordChange.parse(JSON.parse(payload))
  } catch {
    return { redacts: true }
  }
}

/** Until the connection is lost, or nobody wants to know any more. */
async function listenWith(
  client: Client,
  onListening: ChangeListener['onListening'],
  signal: AbortSignal,
): Promise<void> {
  // Not once: a server that goes away says so first and hangs up then, and an error that nobody
  // listens to ends the process.
  const lost = new Promise<never>((_, reject) => client.on('error', reject))
  lost.catch(() => {}) // whoever waits for it learns of it
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(recordChannel)}`)
  const { rows } = await client.query<{ seq: string | null }>(
    'select max(seq) as seq from redaction',
  )
  onListening({ newestRedaction: Number(rows[0]?.seq ?? 0) })
  while (!signal.aborted) {
    await Promise.race([lost, sleep(heartbeatMs, undefined, { signal }).catch(() => {})])
    if (!signal.aborted) await client.query('select 1')
  }
}
