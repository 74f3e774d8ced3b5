import type { Logger } from 'pino'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { adoptRules } from '../actions/adopt-rules.ts'
import { setBootstrapKey } from '../actions/keys.ts'
import { indexMissingFigures } from '../actions/index-missing-figures.ts'
import { indexPastForms } from '../actions/index-past-forms.ts'
import { indexMissingNames } from '../actions/index-missing-names.ts'
import { readMissingAnswers } from '../actions/read-missing-answers.ts'
import { loadDemo } from '../actions/load-demo.ts'
import { recallMissing } from '../actions/recall-missing.ts'
import { rulesVersion } from '../domain/status.ts'
import { createService } from '../app.ts'
import type { Config } from '../config.ts'
import { AnswerCache } from '../http/cache/answer-cache.ts'
import { listen, tryAddress } from '../http/socket/listen.ts'
import { openWorker } from '../jobs/worker.ts'
import { listenToRecord } from '../store/record-changes.ts'
import { type Database, openDatabase } from '../store/open.ts'
import { openDb, openPool, servingLimits } from '../store/database/pool.ts'
import { openRateLimits } from '../store/rate-limits.ts'
import { Replica } from '../store/replica/replica.ts'
import { openWriteThread } from '../writes/thread.ts'
import { endNow, endSoon, exitCodeOf } from './end-now.ts'
import { exitCodes } from './terminal/exit-codes.ts'
import { createLog } from './terminal/log.ts'
import { schemaIsThere } from './schema-is-there.ts'
import { type StopSignals, watchStopSignals } from './stop-signals.ts'
import { terminal } from './terminal/terminal.ts'

const graceMs = 10_000

/** For everything but writes, which have connections of their own. */
const connectionsMax = 8

/** For keys: a look-up is short, and a write must not wait for reads before it. */
const keyConnectionsMax = 2

/**
 * Opens the database, serves, and stops on the first signal. A later signal, or an uncaught error,
 * ends the process at once, but only after stopping the embedded database.
 */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const signals = watchStopSignals()
  let database: Database | undefined
  let isEnding = false
  const abandon = async () => {
    isEnding = true
    await database?.abandon()
  }
  void signals.forced.then((signal) => {
    terminal.note(`Ending now, on ${signal}.`)
    return endNow(exitCodeOf(signal), abandon)
  })
  const fail = (err: unknown) => {
    log.fatal({ err }, 'An internal error ends the process.')
    void endNow(exitCodes.refused, abandon)
  }
  const onLost = (err: Error) => {
    if (!isEnding) log.warn({ err }, 'A connection to the database was lost.')
  }
  process.on('uncaughtException', fail)
  try {
    await tryAddress(config.host, config.port)
    database = await openDatabase(config, { connectionsMax, log: terminal.say, onLost })
  } catch (error) {
    // Otherwise a signal to the process group would also end initdb.
    if (!signals.isAsked()) throw error
  }
  if (database) await serveFrom(database, { config, log, signals, onLost, fail })
  endSoon()
}

interface Serving {
  readonly config: Config
  readonly log: Logger
  readonly signals: StopSignals
  /** Called when an idle connection is lost. */
  readonly onLost: (error: Error) => void
  /** Ends the process because of a fault that nobody expected. */
  readonly fail: (error: unknown) => void
}

async function serveFrom(database: Database, serving: Serving): Promise<void> {
  const { config, log, signals, onLost, fail } = serving
  const stopping = signals.asked
  const counts = config.hasRateLimit ? openRateLimits(database.service.url) : undefined
  const answerCache = new AnswerCache()
  const changes = listenToRecord(database.service.url, {
    onListening: (known) => answerCache.listening(known),
    onChange: (change) => answerCache.changed(change),
    onLost: () => answerCache.lost(),
  })
  const worker = openWorker({ url: database.service.url, log })
  const keys = openPool({
    url: database.service.url,
    applicationName: 'counterpoint keys',
    connectionsMax: keyConnectionsMax,
    limits: servingLimits,
    onLost,
  })
  const writeThread = openWriteThread({ url: database.service.url, log, onLost, onFault: fail })
  let replica: Replica | undefined
  let isOpen = false
  let isStopping = false
  let indexing: Promise<void> | undefined
  let stopped: Promise<void> | undefined
  try {
    const { db, pool } = database.service
    const { trustedProxyCount, metricsToken, readDatabaseUrl: url } = config
    replica = url ? await Replica.open({ url, primary: db, log }) : undefined
    const reads = replica?.pool
    const publicUrl = new URL(config.publicUrl)
    const { http, early, countJob, prepare } = createService({
      db,
      keysDb: openDb(keys),
      readFrom: replica?.read,
      log,
      publicUrl,
      answerCache,
      openWriter: writeThread.openWriter,
      writeThread,
      isServing: () => isOpen && !isStopping,
      isOpen: () => isOpen,
      limits: counts && { take: counts.take, trustedProxyCount },
      pools: {
        service: () => pool,
        keys: () => keys,
        writes: writeThread.connections,
        jobs: () => worker.pool,
        ...(counts && { 'rate-limits': () => counts.pool }),
        ...(reads && { reads: () => reads }),
      },
      replicaLagSeconds: async () => replica?.state().secondsBehind,
      metricsToken,
      dataLicense: config.dataLicense,
      operator: config.operator,
      measuresProcess: true,
    })
    const server = await listen(http, { publicUrl, log }, { ...config, early })
    try {
      log.debug({ port: server.port }, 'listening')
      prepare()
      if (!signals.isAsked() && (await schemaIsThere(database, log, stopping))) {
        const changed = await adoptRules({ db, log })
        if (changed !== undefined)
          log.info({ version: rulesVersion, changed }, 'Newer rules of statuses are in force.')
        const recalled = await recallMissing({ db, log }, signals.isAsked)
        if (recalled > 0) log.info({ recalled }, 'What befell earlier versions is stored now.')
        await setBootstrapKey(db, config.bootstrapApiKey)
        const wantsDemo = config.demo === 'on' || (config.demo === 'auto' && database.isEmbedded)
        const hasLoaded = wantsDemo && (await loadDemo({ db, log }))
        await writeThread.ready
        isOpen = true
        const index = async () => {
          await indexPastForms({ db, log }, () => isStopping)
          await indexMissingNames({ db, log }, () => isStopping)
          await indexMissingFigures({ db, log }, () => isStopping)
          await readMissingAnswers({ db, log }, () => isStopping)
        }
        indexing = index().catch((err: unknown) =>
          log.error(
            { err },
            'Not all names, figures and answers are read; the next start continues.',
          ),
        )
        terminal.say(welcome(config.publicUrl, hasLoaded))
        worker.start(countJob)
      }
      const signal = await stopping
      terminal.say(`Stopping on ${signal}.`)
      isStopping = true
      stopped = worker.stop()
      // With a terminal there is no load balancer to wait for.
      if (signal === 'SIGTERM') await sleep(config.drainSeconds * 1000)
    } finally {
      await server.stop(graceMs)
      await indexing
    }
  } finally {
    await (stopped ?? worker.stop())
    await writeThread.close()
    await keys.end()
    await replica?.close()
    await changes.close()
    await counts?.close()
    await database.close()
  }
}

function welcome(url: string, hasLoadedDemo: boolean): string {
  return [
    `Counterpoint is at ${url}`,
    ...(hasLoadedDemo ? ['The record was empty; it now has the demo story.'] : []),
    `  in a browser:        ${url}/claims`,
    `  what is denied:      curl '${url}/v1/claims?status=denied'`,
    `  the API reference:   ${url}/docs`,
    'Stop it with Ctrl-C.',
  ].join('\n')
}
