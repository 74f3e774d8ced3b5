import { Command } from 'commander'
import pino from 'pino'
import { setBootstrapKey } from '../actions/keys.ts'
import { loadDemo } from '../actions/load-demo.ts'
import { createApp } from '../app.ts'
import { readProcessConfig, type Config } from '../config.ts'
import { listen } from '../http/listen.ts'
import { openDatabase } from '../store/open.ts'
import { openRateLimits } from '../store/rate-limits.ts'
import { Replica } from '../store/replica/replica.ts'
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
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const stopping = Promise.withResolvers<NodeJS.Signals>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopping.resolve)

  const database = await openDatabase(config, { log: terminal.say })
  const counts = config.hasRateLimit ? openRateLimits(database.service.url) : undefined
  let replica: Replica | undefined
  let isServing = true
  try {
    const { db } = database.service
    const url = config.readDatabaseUrl
    replica = url ? await Replica.open({ url, primary: db, log }) : undefined
    await setBootstrapKey(db, config.bootstrapApiKey)
    const wantsDemo = config.demo === 'on' || (config.demo === 'auto' && database.isEmbedded)
    const hasLoaded = wantsDemo && (await loadDemo({ db, log }))
    const publicUrl = new URL(config.publicUrl)
    const { trustedProxyCount } = config
    const limits = counts && { take: counts.take, trustedProxyCount }
    const app = createApp({
      db,
      readFrom: replica?.read,
      log,
      publicUrl,
      limits,
      isServing: () => isServing,
    })
    const server = await listen(app, { publicUrl, log }, config)
    terminal.say(welcome(config.publicUrl, hasLoaded))

    const signal = await stopping.promise
    terminal.say(`Stopping on ${signal}.`)
    isServing = false
    await server.stop(graceMs)
  } finally {
    await replica?.close()
    await counts?.close()
    await database.close()
  }
}

function welcome(url: string, hasLoadedDemo: boolean): string {
  return [
    `Counterpoint is at ${url}`,
    ...(hasLoadedDemo ? ['The record was empty; it holds the demo story now.'] : []),
    `  what is denied:      curl '${url}/v1/claims?status=denied'`,
    `  the API reference:   ${url}/docs`,
    'Stop it with Ctrl-C.',
  ].join('\n')
}
