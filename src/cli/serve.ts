import { Command } from 'commander'
import { setTimeout as sleep } from 'node:timers/promises'
import { setBootstrapKey } from '../actions/keys.ts'
import { loadDemo } from '../actions/load-demo.ts'
import { createService } from '../app.ts'
import { readProcessConfig, type Config } from '../config.ts'
import { HotCards } from '../http/cards/hot-cards.ts'
import { listen } from '../http/listen.ts'
import { listenToRecord } from '../store/record-changes.ts'
import { openDatabase } from '../store/open.ts'
import { openRateLimits } from '../store/rate-limits.ts'
import { Replica } from '../store/replica/replica.ts'
import { createLog } from './log.ts'
import { nextSignal } from './next-signal.ts'
import { schemaIsThere } from './schema-is-there.ts'
import { terminal } from './terminal.ts'

const graceMs = 10_000

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the record until SIGINT or SIGTERM')
    .addHelpText('after', '\nExamples:\n  counterpoint serve\n  PORT=9000 counterpoint serve')
    .action(() => serve(readProcessConfig()))
}

/** Opens the database, serves, and stops on the first signal. */
export async function serve(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const stopping = nextSignal()
  const database = await openDatabase(config, {
    log: terminal.say,
    onLost: (err) => log.warn({ err }, 'A connection to the database was lost.'),
  })
  const counts = config.hasRateLimit ? openRateLimits(database.service.url) : undefined
  const hotCards = new HotCards()
  const changes = listenToRecord(database.service.url, {
    onListening: () => hotCards.listening(),
    onChange: (change) => hotCards.changed(change),
    onLost: () => hotCards.lost(),
  })
  let replica: Replica | undefined
  let isOpen = false
  let isStopping = false
  try {
    const { db, pool } = database.service
    const { trustedProxyCount, metricsToken, readDatabaseUrl: url } = config
    replica = url ? await Replica.open({ url, primary: db, log }) : undefined
    const publicUrl = new URL(config.publicUrl)
    const { http, early } = createService({
      db,
      readFrom: replica?.read,
      log,
      publicUrl,
      hotCards,
      isServing: () => isOpen && !isStopping,
      isOpen: () => isOpen,
      limits: counts && { take: counts.take, trustedProxyCount },
      pools: {
        service: pool,
        ...(counts && { 'rate-limits': counts.pool }),
        ...(replica && { reads: replica.pool }),
      },
      replicaLagSeconds: async () => replica?.state().secondsBehind,
      metricsToken,
      measuresProcess: true,
    })
    const server = await listen(http, { publicUrl, log }, { ...config, early })
    try {
      log.debug({ port: server.port }, 'listening')
      if (await schemaIsThere(database, log, stopping)) {
        await setBootstrapKey(db, config.bootstrapApiKey)
        const wantsDemo = config.demo === 'on' || (config.demo === 'auto' && database.isEmbedded)
        const hasLoaded = wantsDemo && (await loadDemo({ db, log }))
        isOpen = true
        terminal.say(welcome(config.publicUrl, hasLoaded))
      }
      const signal = await stopping
      terminal.say(`Stopping on ${signal}.`)
      isStopping = true
      // Nobody balances requests over a process that has a terminal.
      if (signal === 'SIGTERM') await passed(config.drainSeconds)
    } finally {
      await server.stop(graceMs)
    }
  } finally {
    await replica?.close()
    await changes.close()
    await counts?.close()
    await database.close()
  }
}

/** Waits, unless somebody is in a hurry. */
async function passed(seconds: number): Promise<void> {
  if (seconds > 0)
    await Promise.race([sleep(seconds * 1000, undefined, { ref: false }), nextSignal()])
}

function welcome(url: string, hasLoadedDemo: boolean): string {
  return [
    `Counterpoint is at ${url}`,
    ...(hasLoadedDemo ? ['The record was empty; it holds the demo story now.'] : []),
    `  in a browser:        ${url}/claims`,
    `  what is denied:      curl '${url}/v1/claims?status=denied'`,
    `  the API reference:   ${url}/docs`,
    'Stop it with Ctrl-C.',
  ].join('\n')
}
