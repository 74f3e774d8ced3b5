import pino from 'pino'
import { setBootstrapKey } from './actions/keys.ts'
import { loadDemo } from './actions/load-demo.ts'
import { createApp } from './app.ts'
import { ConfigError, readProcessConfig, type Config } from './config.ts'
import { listen } from './http/listen.ts'
import { ServerError } from './store/check-server.ts'
import { EmbeddedError } from './store/embedded/error.ts'
import { MigrationError } from './store/migrate.ts'
import { openDatabase } from './store/open.ts'

const graceMs = 10_000

/** What stops a start for reasons that whoever starts it can mend. */
const refusals = [ConfigError, EmbeddedError, MigrationError, ServerError]

try {
  requireNode(24)
  await serve(readProcessConfig())
} catch (error) {
  const isForPeople = refusals.some((kind) => error instanceof kind)
  process.stderr.write(
    `${error instanceof Error && isForPeople ? error.message : inspect(error)}\n`,
  )
  process.exitCode = 1
}

/** Opens the database, serves, and stops on the first signal. */
async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const stopping = Promise.withResolvers<NodeJS.Signals>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stopping.resolve)

  const database = await openDatabase(config, { log: say })
  let isServing = true
  try {
    const { db } = database.service
    await setBootstrapKey(db, config.bootstrapApiKey)
    const wantsDemo = config.demo === 'on' || (config.demo === 'auto' && database.isEmbedded)
    const hasLoaded = wantsDemo && (await loadDemo({ db, log }))
    const publicUrl = new URL(config.publicUrl)
    const app = createApp({ db, log, publicUrl, isServing: () => isServing })
    const server = await listen(app, { publicUrl, log }, config)
    say(welcome(config.publicUrl, hasLoaded))

    const signal = await stopping.promise
    say(`Stopping on ${signal}.`)
    isServing = false
    await server.stop(graceMs)
  } finally {
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

function requireNode(major: number): void {
  const [running = 0] = process.versions.node.split('.').map(Number)
  if (running < major)
    throw new ConfigError(
      `Counterpoint needs Node ${major}; this is ${process.version}. Start it with \`npm start\`.`,
    )
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function inspect(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
