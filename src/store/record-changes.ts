import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { recordChannel, RecordChange } from './outbox.ts'

/** The record when listening began. */
export interface KnownThen {
  /** Its last event; 0 if none. */
  readonly seq: number
  /** The newest event that removed words; 0 if none. */
  readonly newestRedaction: number
}

export interface ChangeListener {
  /** From now on, every commit is reported. Earlier ones were not. */
  readonly onListening: (known: KnownThen) => void
  readonly onChange: (change: RecordChange) => void
  /** Nothing is reported before `onListening`. */
  readonly onLost: () => void
}

export interface RecordChanges {
  readonly close: () => Promise<void>
}

const retryAfterMs = 250
const connectTimeoutMs = 2_000

/** How often to probe for a silently dead connection, and how long to wait for the reply. */
const heartbeatMs = 1_000

/** Reports every commit that changes the record, by any process, until it is closed. */
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
      // The database is away; the next attempt will fail too.
    } finally {
      listener.onLost()
      // Not by a graceful close, which waits for a reply.
      socket.destroy()
    }
    await sleep(retryAfterMs, undefined, { signal }).catch(() => {})
  }
}

/** During an upgrade, another version may use another format: assume the widest change. */
function changeIn(payload: string): RecordChange {
  try {
    return RecordChange.parse(JSON.parse(payload))
  } catch {
    return { seq: 0, redacts: true }
  }
}

/** Until the connection is lost or the listener is closed. */
async function listenWith(
  client: Client,
  onListening: ChangeListener['onListening'],
  signal: AbortSignal,
): Promise<void> {
  // `on`, not `once`: a server that shuts down sends an error and then closes the connection, and
  // an unhandled error ends the process.
  const lost = new Promise<never>((_, reject) => client.on('error', reject))
  lost.catch(() => {}) // the caller that awaits it handles the error
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(recordChannel)}`)
  const { rows } = await client.query<{ seq: string; redaction: string | null }>(
    'select seq, (select max(seq) from redaction) as redaction from record_head',
  )
  onListening({ seq: Number(rows[0]?.seq ?? 0), newestRedaction: Number(rows[0]?.redaction ?? 0) })
  while (!signal.aborted) {
    await Promise.race([lost, sleep(heartbeatMs, undefined, { signal }).catch(() => {})])
    if (!signal.aborted) await client.query('select 1')
  }
}
