import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createMetrics, type MetricsOptions } from '../../../src/http/metrics/metrics.ts'
import type { VitalSigns } from '../../../src/store/vital-signs.ts'
import { absentId, noteId, sampleHttp } from './sample.ts'
import { addition, serveSample } from './support.ts'

const signs: VitalSigns = {
  headSeq: 129,
  outboxRows: 2,
  outboxOldestSeconds: 1.5,
  clockAheadSeconds: -0.5,
  clockAfterLastEventSeconds: 3600,
  standbys: [{ name: 'second', lagBytes: 8192, lagSeconds: 0.25 }],
}
const token = 'a-token-for-metrics'

const serve = (options: Partial<MetricsOptions> = {}, metricsToken?: string) =>
  serveSample({
    deps: {
      metrics: createMetrics({ findVitalSigns: async () => signs, ...options }),
      metricsToken,
    },
  })

/** Asked over a socket whose other end is elsewhere. */
const askFrom = (remoteAddress: string, headers: Record<string, string> = {}, url = '/metrics') => {
  const metrics = createMetrics({ findVitalSigns: async () => signs })
  const { http } = sampleHttp({ metrics, metricsToken: token })
  return http.request(
    new URL(url, 'http://127.0.0.1:8080'),
    { headers },
    { incoming: { socket: { remoteAddress } } },
  )
}

describe('GET /metrics', () => {
  it('200: answers a program on this machine, but no cache and no page of another origin', async () => {
    const { ask } = await serve()

    const answer = await ask('/metrics')

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toContain('counterpoint_record_head_seq 129\n')
    expect((await ask('/metrics', { method: 'HEAD' })).status).toBe(200)
  })

  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])(
    '200: this machine is %s too',
    async (remote) => {
      expect((await askFrom(remote)).status).toBe(200)
    },
  )

  it('200: answers a caller with the token from anywhere', async () => {
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' }

    expect((await askFrom('192.0.2.1', headers)).status).toBe(200)
  })

  it.each([
    ['another machine', '192.0.2.1', {}],
    ['a neighbour in the network', '10.0.0.7', {}],
    ['no socket at all', '', {}],
    ['what a proxy on this machine passes on', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['the same, told in another way', '127.0.0.1', { forwarded: 'for=127.0.0.1' }],
    ['what came through a gateway', '127.0.0.1', { via: '1.1 gateway' }],
    ['what has kept the address that it was asked at', '127.0.0.1', { host: 'claims.example' }],
    ['a page in a browser on this machine', '127.0.0.1', { origin: 'http://evil.example' }],
    ['a wrong token', '127.0.0.1', { authorization: 'Bearer another' }],
    ['a token that is only begun', '192.0.2.1', { authorization: `Bearer ${token.slice(0, -1)}` }],
    ['credentials of another kind', '127.0.0.1', { authorization: `Basic ${token}` }],
    ['a key of the service', '192.0.2.1', { authorization: 'Bearer editor-key' }],
  ])('404: %s gets what an unknown address gets', async (_, remote, headers) => {
    const host = 'host' in headers ? `http://${headers.host}` : 'http://127.0.0.1:8080'
    const [there, nowhere] = [
      await askFrom(remote, headers, `${host}/metrics`),
      await askFrom(remote, headers, `${host}/nowhere`),
    ]

    expect(there.status).toBe(404)
    expect(await there.text()).toBe(await nowhere.text())
    expect(namesOf(there)).toEqual(namesOf(nowhere))
  })

  it('404: no token is asked for where none is set', async () => {
    const { ask } = await serve()

    const answer = await ask('/metrics', { headers: { authorization: 'Bearer undefined' } })

    expect(answer.status).toBe(404)
  })

  it('404: for every other method, so that none reveals that it exists', async () => {
    const { ask } = await serve()
    const methods = ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']

    const statuses = await Promise.all(
      methods.map(async (method) => (await ask('/metrics', { method })).status),
    )

    expect(statuses).toEqual(methods.map(() => 404))
  })

  it('counts strangers as for any other address', async () => {
    const taken: string[] = []
    const limits = {
      trustedProxyCount: 0,
      take: async (policy: string) => {
        taken.push(policy)
        throw new Error('Nothing more is wanted.')
      },
    }
    const metrics = createMetrics({ findVitalSigns: async () => signs })
    const { http } = sampleHttp({ metrics, limits })

    await http.request('/metrics')

    expect(taken).toEqual(['anonymous'])
  })
})

describe('the metrics', () => {
  it('requests by method, route and status, and never by address', async () => {
    const { ask } = await serve()
    await ask(`/v1/notes/${noteId}?lang=ko`)
    await ask(`/v1/notes/${noteId}`)
    await ask(`/v1/notes/${absentId}`)
    await ask('/v1/notes', addition({ words: 'draft words' }))
    await ask('/v1/notes', { ...addition({ words: 'draft words' }), headers: {} })
    await ask('/v1/secret-place?q=draft')

    const text = await (await ask('/metrics')).text()

    expect(requestsIn(text)).toEqual([
      'GET /* 404: 1',
      'GET /v1/notes/{id} 200: 2',
      'GET /v1/notes/{id} 404: 1',
      'POST /v1/notes 201: 1',
      'POST /v1/notes 401: 1',
    ])
    expect(text).toMatch(/duration_seconds_bucket\{le="0.25",.*route="\/v1\/notes"/)
    expect(text).not.toMatch(/draft|secret|019ac1f2/)
  })

  it('routes as their contracts write them, also where a request was refused before', async () => {
    const { ask } = await serveSample({
      deps: {
        metrics: createMetrics({ findVitalSigns: async () => signs }),
        limits: {
          take: () => Promise.reject(new Error('Nobody gets through.')),
          trustedProxyCount: 0,
        },
      },
    })
    await ask(`/v1/notes/${noteId}`)

    expect(requestsIn(await (await ask('/metrics')).text())).toEqual(['GET /v1/notes/{id} 500: 1'])
  })

  it('what the record and its server look like just now', async () => {
    const pools = { service: () => ({ totalCount: 5, idleCount: 3, waitingCount: 7 }) }
    const writeThread = { deaths: () => 2, utilization: () => 0.25 }
    const { ask } = await serve({ pools, writeThread, replicaLagSeconds: async () => 0.5 })

    const text = await (await ask('/metrics')).text()

    for (const line of [
      'counterpoint_database_up 1',
      'counterpoint_outbox_rows 2',
      'counterpoint_write_thread_deaths_total 2',
      'counterpoint_write_thread_utilization 0.25',
      'counterpoint_outbox_oldest_seconds 1.5',
      'counterpoint_replication_lag_bytes{standby="second"} 8192',
      'counterpoint_replication_lag_seconds{standby="second"} 0.25',
      'counterpoint_replica_lag_seconds 0.5',
      'counterpoint_pool_connections{pool="service",state="idle"} 3',
      'counterpoint_pool_connections{pool="service",state="used"} 2',
      'counterpoint_pool_waiting{pool="service"} 7',
    ])
      expect(text).toContain(`${line}\n`)
  })

  it('nothing that nobody knows, while the database is away or does not answer', async () => {
    const answers = [
      () => Promise.resolve(signs),
      () => Promise.reject(new Error('ECONNREFUSED')),
      () => sleep(60_000, signs, { ref: false }),
    ]
    const { ask } = await serve({ findVitalSigns: () => answers.shift()?.() ?? sleep(0, signs) })
    const render = async () => (await ask('/metrics')).text()

    const [found, refused, late] = [await render(), await render(), await render()]

    expect(found).toContain('counterpoint_database_up 1\n')
    for (const text of [refused, late]) {
      expect(text).toContain('counterpoint_database_up 0\n')
      expect(text).not.toMatch(/^counterpoint_(?:record_head|outbox|replica).* /m)
    }
  })

  it('writes: how long they waited, what they touched and moved, how often they were tried', () => {
    const { measures, render } = createMetrics({ findVitalSigns: async () => signs })
    measures.lockWaited(0.2)
    measures.retried()
    measures.written(
      3,
      new Map([
        ['denied', 1],
        [null, 1],
      ]),
    )

    return expect(render()).resolves.toSatisfy((text: string) =>
      [
        'counterpoint_record_lock_wait_seconds_bucket{le="0.1"} 0',
        'counterpoint_record_lock_wait_seconds_bucket{le="0.25"} 1',
        'counterpoint_write_retries_total 1',
        'counterpoint_write_nodes_touched_sum 3',
        'counterpoint_status_changes_total{to="denied"} 1',
        'counterpoint_status_changes_total{to="none"} 1',
      ].every((line) => text.includes(`${line}\n`)),
    )
  })

  it('jobs: how long they took, by how they ended', () => {
    const { jobEnded, render } = createMetrics({ findVitalSigns: async () => signs })
    jobEnded({ job: 'housekeeping', isDone: true, seconds: 0.2 })
    jobEnded({ job: 'housekeeping', isDone: false, seconds: 3 })

    return expect(render()).resolves.toSatisfy((text: string) =>
      [
        'counterpoint_job_duration_seconds_count{job="housekeeping",outcome="done"} 1',
        'counterpoint_job_duration_seconds_sum{job="housekeeping",outcome="failed"} 3',
      ].every((line) => text.includes(`${line}\n`)),
    )
  })

  it('the process, where it is asked for, each app for itself', async () => {
    const [one, other] = [true, false].map((measuresProcess) =>
      createMetrics({ findVitalSigns: async () => signs, measuresProcess }),
    )

    expect(await one?.render()).toMatch(/^nodejs_eventloop_lag_p99_seconds /m)
    expect(await other?.render()).not.toMatch(/^(?:nodejs|process)_/m)
  })
})

/** `method route status: count`, but for those of the metrics themselves. */
function requestsIn(text: string): string[] {
  const counts =
    /^counterpoint_http_request_duration_seconds_count\{method="(.*)",route="(.*)",status="(.*)"\} (\d+)$/gm
  return [...text.matchAll(counts)]
    .map(([, method, route, status, count]) => `${method} ${route} ${status}: ${count}`)
    .filter((line) => !line.includes('/metrics'))
    .toSorted()
}

/** What a request is called differs each time. */
function namesOf(answer: Response): string[] {
  return [...answer.headers].filter(([name]) => name !== 'request-id').map(String)
}
