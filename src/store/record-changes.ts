import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { recordChannel, RecordChange } from './outbox.ts'

export interface ChangeListener {
  /** Every commit from now on will be told. What came before, while nobody listened, was not. */
  readonly onListening: () => void
  readonly onChange: (change: Pick<RecordChange, 'redacts'>) => void
  /** Nothing is told until `onListening`. */
  readonly onLost: () => void
}

export interface RecordChanges {
  readonly close: () => Promise<void>
}

const retryAfterMs = 250
const connectTimeoutMs = 5_000

/** A connection that has died without a word is found out by this. */
const heartbeatMs = 5_000

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
    const client = new Client({
      connectionString: url,
      application_name: 'counterpoint changes',
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: connectTimeoutMs,
      keepAlive: true,
    })
    client.on('notification', ({ payload = '' }) => listener.onChange(changeIn(payload)))
    try {
      await listenWith(client, listener.onListening, signal)
    } catch {
      // The database is away, which the next attempt finds out as well.
    } finally {
      listener.onLost()
      await client.end().catch(() => {})
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
  onListening: () => void,
  signal: AbortSignal,
): Promise<void> {
  const lost = new Promise<never>((_, reject) => client.once('error', reject))
  lost.catch(() => {}) // whoever waits for it learns of it
  await client.connect()
  await client.query(`listen ${client.escapeIdentifier(recordChannel)}`)
  onListening()
  while (!signal.aborted) {
    await Promise.race([lost, sleep(heartbeatMs, undefined, { signal }).catch(() => {})])
    if (!signal.aborted) await client.query('select 1')
  }
}
