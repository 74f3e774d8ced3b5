import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import { setBootstrapKey } from '../../src/actions/keys.ts'
import { createApp } from '../../src/app.ts'
import { openDb, openPool, servingLimits } from '../../src/store/database/pool.ts'
import { Replica, type ReplicaOptions } from '../../src/store/replica/replica.ts'
import type { StandbyPair } from './standby.ts'

const key = 'a-key-for-tests-of-a-service-with-a-replica'
const log = pino({ level: 'silent' })

/** On a busy machine, slow does not yet mean away or late. */
const patientTimes = { lookWithinMs: 30_000, lagMaxMs: 600_000 }

export type Given = Partial<Pick<ReplicaOptions, 'url' | 'times'>>

/** The service on a primary and its standby, for the duration of a test. */
export async function serveReplicated(
  pair: StandbyPair,
  { url = pair.readUrl, times }: Given = {},
) {
  const pool = openPool({
    url: pair.serviceUrl,
    applicationName: 'replica tests',
    connectionsMax: 8,
    limits: servingLimits,
  })
  onTestFinished(() => (pool.ending ? undefined : pool.end()))
  const db = openDb(pool)
  await setBootstrapKey(db, key)
  const replica = await Replica.open({
    url,
    primary: db,
    log,
    times: { ...patientTimes, ...times },
  })
  onTestFinished(() => replica.close())
  const app = createApp({
    db,
    readFrom: replica.read,
    log,
    publicUrl: new URL('http://counterpoint.example'),
    isServing: () => true,
    checksAnswers: true,
  })
  const send = async (path: string, init: RequestInit) => {
    const response = await app.request(path, init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: JSON.parse(text) }
  }
  return {
    replica,
    /** From then on, nothing can come from the primary. */
    loseDatabase: () => pool.end(),
    read: (path: string, seq?: number | string) =>
      send(path, seq === undefined ? {} : { headers: { 'counterpoint-seq': String(seq) } }),
    write: (path: string, body: object | string) =>
      send(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'idempotency-key': randomUUID(),
          'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json',
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
