import { setTimeout as sleep } from 'node:timers/promises'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { VitalSigns } from '../../store/vital-signs.ts'

/** Connections of a pool, as `pg` counts them. */
interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

interface WriteThreadCounts {
  /** How often it died and was replaced. */
  readonly deaths: () => number
  /** The share of the time since the last call in which it was busy. */
  readonly utilization: () => number
}

/** Where the gauges get their values. */
export interface StateSources {
  readonly findVitalSigns: () => Promise<VitalSigns>
  /** Connection pools by name. */
  readonly pools?: Readonly<Record<string, () => PoolCounts>> | undefined
  /** The thread that writes, if there is one. */
  readonly writeThread?: WriteThreadCounts | undefined
  /** The replication lag of the replica that this process reads from; undefined while unknown. */
  readonly replicaLagSeconds?: (() => Promise<number | undefined>) | undefined
}

/** Prometheus gives up early too, and the metrics matter most while the database is away. */
const patienceMs = 2_000

/** Registers gauges of the current state; the returned function refreshes them. */
export function measureState(registry: Registry, sources: StateSources): () => Promise<void> {
  const gauge = <L extends string = never>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `counterpoint_${name}`, help, labelNames, registers: [registry] })
  const isUp = gauge('database_up', 'Whether the database answered within two seconds.')
  const headSeq = gauge('record_head_seq', 'Number of the last event.')
  const rows = gauge('outbox_rows', 'Rows of the outbox, counted up to 100,000.')
  const oldest = gauge('outbox_oldest_seconds', 'Age of the oldest row of the outbox.')
  const clockAhead = gauge(
    'clock_ahead_seconds',
    'How far the clock of the database is ahead of the clock of this process.',
  )
  const clockAfter = gauge(
    'clock_after_last_event_seconds',
    'How far the clock of the database is past the last event.',
  )
  const lagBytes = gauge(
    'replication_lag_bytes',
    'Bytes of the log that a standby has yet to replay.',
    ['standby'],
  )
  const lagSeconds = gauge('replication_lag_seconds', 'Replication lag of a standby.', ['standby'])
  const replicaLag = gauge(
    'replica_lag_seconds',
    'Replication lag of the replica that serves reads.',
  )
  const connections = gauge('pool_connections', 'Open connections, by pool and state.', [
    'pool',
    'state',
  ])
  const waiting = gauge('pool_waiting', 'Requests that wait for a connection.', ['pool'])
  const deaths = new Counter({
    name: 'counterpoint_write_thread_deaths_total',
    help: 'How often the thread that writes died and was replaced.',
    registers: [registry],
  })
  const busy = gauge(
    'write_thread_utilization',
    'Share of the time since the last look in which the thread that writes was busy.',
  )

  return async function refreshState() {
    for (const [pool, countsOf] of Object.entries(sources.pools ?? {})) {
      const { totalCount, idleCount, waitingCount } = countsOf()
      connections.set({ pool, state: 'idle' }, idleCount)
      connections.set({ pool, state: 'used' }, totalCount - idleCount)
      waiting.set({ pool }, waitingCount)
    }
    const { writeThread } = sources
    deaths.reset()
    deaths.inc(writeThread?.deaths() ?? 0)
    setOrDrop(busy, writeThread?.utilization())
    const [signs, lag] = await Promise.all([
      patiently(sources.findVitalSigns),
      sources.replicaLagSeconds && patiently(sources.replicaLagSeconds),
    ])
    isUp.set(signs ? 1 : 0)
    setOrDrop(headSeq, signs?.headSeq)
    setOrDrop(rows, signs?.outboxRows)
    setOrDrop(oldest, signs?.outboxOldestSeconds)
    setOrDrop(replicaLag, lag)
    setOrDrop(clockAhead, signs?.clockAheadSeconds)
    setOrDrop(clockAfter, signs?.clockAfterLastEventSeconds ?? undefined)
    lagBytes.reset()
    lagSeconds.reset()
    for (const { name: standby, ...lag } of signs?.standbys ?? []) {
      lagBytes.set({ standby }, lag.lagBytes)
      lagSeconds.set({ standby }, lag.lagSeconds)
    }
  }
}

/** An unknown value is left out; an outdated one would mislead. */
function setOrDrop(gauge: Gauge, value: number | undefined): void {
  if (value === undefined) gauge.remove()
  else gauge.set(value)
}

async function patiently<T>(find: () => Promise<T>): Promise<T | undefined> {
  const found = find().catch(() => undefined)
  return Promise.race([found, sleep(patienceMs, undefined, { ref: false })])
}
