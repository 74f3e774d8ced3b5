import { z } from 'zod'
import { dataLicenseOf, type DataLicense } from './domain/data-license.ts'
import { contactOf, pageOf, type Operator } from './domain/operator.ts'

const onOrOff = z.enum(['on', 'off'], { error: 'must be "on" or "off".' })

const drain = 'must be a whole number of seconds from 0 to 300.'
const licence =
  'must be an SPDX id of a licence for data, for example CC-BY-4.0, or the http(s) address of one.'
const contact = 'must be an e-mail address, or the http(s) address of a page.'
const notice = 'must be the http(s) address of a page.'
const port = 'must be a whole number from 0 to 65535, for example 8080 (0 takes any free port).'
const proxies = 'must be "off", "on" (one reverse proxy) or the number of proxies, 1 to 9.'
const postgresUrl = z.string().refine(isPostgresUrl, {
  error: 'must be a PostgreSQL URL, for example postgres://user:password@host:5432/database.',
})
const oneServer = 'must name one server; several replicas are read by several processes.'
// Sent in a header, so visible ASCII without spaces.
const token = z.string().regex(/^[\x21-\x7e]+$/, {
  error: 'must be visible ASCII characters without spaces.',
})

/** A text that `parse` understands. */
function parsedBy<T>(parse: (text: string) => T | undefined, message: string) {
  return z.string().transform((text, context) => {
    const parsed = parse(text)
    if (parsed === undefined) context.addIssue({ code: 'custom', message })
    return parsed ?? z.NEVER
  })
}

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: port, abort: true })
    .transform(Number)
    .refine((number) => number <= 65_535, { error: port })
    .default(8080),
  HOST: z
    .string()
    .regex(/^[\p{L}\p{N}.:_-]+$/u, {
      error: 'must be a host name or an address to listen on, without scheme or port.',
    })
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error: 'must be http:// or https:// and a host, without a path: https://claims.example.org.',
      abort: true,
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^(?:on|off|[1-9])$/, { error: proxies, abort: true })
    .transform((value) => (value === 'off' ? 0 : value === 'on' ? 1 : Number(value)))
    .default(0),
  DATABASE_URL: postgresUrl.optional(),
  MIGRATION_DATABASE_URL: postgresUrl.optional(),
  READ_DATABASE_URL: postgresUrl.refine(namesOneServer, { error: oneServer }).optional(),
  ALLOW_DATA_LOSS: onOrOff.transform((value) => value === 'on').default(false),
  DATA_DIR: z.string().default('./data'),
  DEMO: z.enum(['auto', 'on', 'off'], { error: 'must be "auto", "on" or "off".' }).default('auto'),
  BOOTSTRAP_API_KEY: token
    .min(32, {
      error: 'must have at least 32 characters; `openssl rand -hex 32` makes a good one.',
    })
    .optional(),
  RATE_LIMIT: onOrOff.transform((value) => value === 'on').default(true),
  METRICS_TOKEN: token.optional(),
  DATA_LICENSE: parsedBy(dataLicenseOf, licence).optional(),
  OPERATOR_NAME: z
    .string()
    .regex(/^(?=.*\S)[^\p{C}]{1,200}$/u, { error: 'must be a name of at most 200 characters.' })
    .transform((name) => name.trim())
    .optional(),
  OPERATOR_CONTACT: parsedBy(contactOf, contact).optional(),
  OPERATOR_LEGAL_NOTICE: parsedBy(pageOf, notice).optional(),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, { error: drain, abort: true })
    .transform(Number)
    .refine((number) => number <= 300, { error: drain })
    .default(1),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent.',
    })
    .default('info'),
})

/** The checked environment. Read once and passed on as an argument. */
export type Config = Readonly<{
  port: number
  host: string
  /** Scheme and host by which readers reach us. */
  publicUrl: string
  /** How many reverse proxies are in front of us; we trust that many X-Forwarded-For entries. */
  trustedProxyCount: number
  /** For the serving role. If absent, an embedded PostgreSQL runs in `dataDir`. */
  databaseUrl: string | undefined
  /** For the owner of the schema, who migrates. */
  migrationDatabaseUrl: string | undefined
  /** Whether to accept a database that can lose acknowledged writes. */
  allowsDataLoss: boolean
  /** A replica for reads. */
  readDatabaseUrl: string | undefined
  dataDir: string
  demo: 'auto' | 'on' | 'off'
  bootstrapApiKey: string | undefined
  hasRateLimit: boolean
  metricsToken: string | undefined
  /** The terms on which the data may be used; if absent, none are stated. */
  dataLicense: DataLicense | undefined
  /** Who runs the service; if absent, nobody is named. */
  operator: Operator | undefined
  /** How long the service reports unready before it closes its socket. */
  drainSeconds: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
}>

export type Environment = Readonly<Record<string, string | undefined>>

/** The environment is unusable; the message lists everything that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export const variableNames = Object.keys(variables.shape)

/** @throws {ConfigError} naming every bad variable and what to do about it, but never its value */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  )
  const parsed = variables.safeParse(given)
  const faults =
    parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  for (const name of ['MIGRATION_DATABASE_URL', 'READ_DATABASE_URL'])
    if (given[name] && !given['DATABASE_URL'])
      faults.push(`DATABASE_URL must be set too when ${name} is.`)
  for (const name of ['OPERATOR_CONTACT', 'OPERATOR_LEGAL_NOTICE'])
    if (given[name] && !given['OPERATOR_NAME'])
      faults.push(`OPERATOR_NAME must be set too when ${name} is.`)
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(['The environment cannot be used:', ...faults].join('\n  '))
  }
  return configOf(parsed.data)
}

/** The only place that reads the environment of the process. */
export function readProcessConfig(): Config {
  return readConfig(process.env)
}

function configOf(read: z.infer<typeof variables>): Config {
  return Object.freeze({
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? localUrl(read.HOST, read.PORT),
    trustedProxyCount: read.TRUST_PROXY,
    databaseUrl: read.DATABASE_URL,
    migrationDatabaseUrl: read.MIGRATION_DATABASE_URL ?? read.DATABASE_URL,
    allowsDataLoss: read.ALLOW_DATA_LOSS,
    readDatabaseUrl: read.READ_DATABASE_URL,
    dataDir: read.DATA_DIR,
    demo: read.DEMO,
    bootstrapApiKey: read.BOOTSTRAP_API_KEY,
    hasRateLimit: read.RATE_LIMIT,
    metricsToken: read.METRICS_TOKEN,
    dataLicense: read.DATA_LICENSE,
    operator:
      read.OPERATOR_NAME === undefined
        ? undefined
        : {
            name: read.OPERATOR_NAME,
            contact: read.OPERATOR_CONTACT,
            legalNotice: read.OPERATOR_LEGAL_NOTICE,
          },
    drainSeconds: read.DRAIN_SECONDS,
    logLevel: read.LOG_LEVEL,
  })
}

/** A wildcard address is no destination; such a host is reached as localhost. */
function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function isPostgresUrl(text: string): boolean {
  return ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? '')
}

/** libpq accepts several hosts in one URL; pg would look up one host of that name. */
function namesOneServer(text: string): boolean {
  return !/,postgres(?:ql)?:/.test(text) && !URL.parse(text)?.host.includes(',')
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false
  return url.href === `${url.origin}/`
}
