import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Measures } from '../../actions/record/measures.ts'
import { countCacheHits, type CacheHits } from './cache-hits.ts'
import { countJobs, type JobTally } from './jobs.ts'
import { measureState, type StateSources } from './state.ts'

/** An answered request, identified by its route; its address is never recorded. */
interface AnsweredRequest {
  readonly method: string
  readonly route: string
  readonly status: number
}

/** The metrics of one app. */
export interface Metrics {
  readonly contentType: string
  /** The current values in the Prometheus text format. */
  readonly render: () => Promise<string>
  readonly answered: (request: AnsweredRequest, seconds: number) => void
  /** The tally of a route's cache hits, for its handler to increment. */
  readonly cacheHitsOf: (route: string) => CacheHits
  readonly measures: Measures
  readonly jobEnded: JobTally
}

export interface MetricsOptions extends StateSources {
  /** Also measures the process: memory, event loop, garbage collection. */
  readonly measuresProcess?: boolean
}

const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const lockSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const nodes = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000]

/** Has its own registry, so that two apps in one process do not share counts. */
export function createMetrics({ measuresProcess = false, ...sources }: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (measuresProcess) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'counterpoint_http_request_duration_seconds',
    help: 'Time from receiving the headers of a request to sending those of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers,
  })
  const refreshState = measureState(registry, sources)
  return {
    contentType: registry.contentType,
    render: async () => {
      await refreshState()
      return registry.metrics()
    },
    answered: ({ method, route, status }, seconds) =>
      requests.observe({ method, route, status }, seconds),
    cacheHitsOf: countCacheHits(registry),
    measures: measureWrites(registry),
    jobEnded: countJobs(registry),
  }
}

function measureWrites(registry: Registry): Measures {
  const registers = [registry]
  const lockWait = new Histogram({
    name: 'counterpoint_record_lock_wait_seconds',
    help: 'How long writes waited for the record lock, including those that did not get it.',
    buckets: lockSeconds,
    registers,
  })
  const nodesTouched = new Histogram({
    name: 'counterpoint_write_nodes_touched',
    help: 'Nodes whose label a committed write removed, set or recomputed.',
    buckets: nodes,
    registers,
  })
  const statusChanges = new Counter({
    name: 'counterpoint_status_changes_total',
    help: 'Claims whose status changed, by new status; "none" is a voided claim.',
    labelNames: ['to'],
    registers,
  })
  const retries = new Counter({
    name: 'counterpoint_write_retries_total',
    help: 'Writes that were tried again after a transient database error.',
    registers,
  })
  return {
    lockWaited: (seconds) => lockWait.observe(seconds),
    retried: () => retries.inc(),
    written: (touched, moved) => {
      nodesTouched.observe(touched)
      for (const [to, count] of moved) statusChanges.inc({ to: to ?? 'none' }, count)
    },
  }
}
