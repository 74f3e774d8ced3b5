import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { ensureLoginRole, owningRole, servingRole } from '../../src/store/database/roles.ts'
import { databaseUrl } from './database-url.ts'

/** A server on which to create databases. */
export type TestServer = Readonly<{
  name: string
  /** A role that may create and drop databases. */
  adminUrl: string
  /** The owner of the databases; absent if only the administrator may own them. */
  owner?: string
  /** The same server as seen by the owner of the databases, and by the serving role. */
  ownerUrl: string
  serviceUrl: string
  stop: () => Promise<unknown>
}>

/** The password of the role, if the tests create it. */
const servicePassword = 'counterpoint'

/**
 * TEST_DATABASE_URL if set; otherwise a container if Docker answers, or else the embedded one.
 * Docker may answer and still be unable to pull the image; that must not prevent testing.
 */
export async function findServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL']
  if (url) return openServer('the server of TEST_DATABASE_URL', url, () => Promise.resolve())
  try {
    return await startContainer()
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error(String(error))
    return startEmbeddedServer(`the embedded one (no container: ${message})`)
  }
}

async function startContainer(): Promise<TestServer> {
  // Takes a second to load, and is not needed when a server is given.
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const container = await new PostgreSqlContainer('postgres:18')
    .withTmpFs({ '/var/lib/postgresql': 'rw' })
    .withCommand(['postgres', ...settings.flatMap((setting) => ['-c', setting])])
    // One that is cut off, as it soon is on a busy machine, is left to the server, which takes the
    // death of a process that it does not know for a crash, and restarts.
    .withHealthCheck({
      test: ['CMD', 'pg_isready', '--host', 'localhost'],
      interval: 1_000,
      timeout: 60_000,
      retries: 120,
    })
    .start()
  return openServer('a container of postgres:18', container.getConnectionUri(), () =>
    container.stop(),
  )
}

/**
 * One server for all runs of this user on this machine: only the first run pays the second that it
 * takes to start.
 */
async function startEmbeddedServer(name: string): Promise<TestServer> {
  const dataDir = path.join(os.tmpdir(), `counterpoint-tests-${process.getuid?.() ?? 'user'}`)
  const embedded = await startEmbedded({ dataDir, isDurable: false })
  return { name, owner: owningRole, ...embedded }
}

async function openServer(
  name: string,
  adminUrl: string,
  stop: TestServer['stop'],
): Promise<TestServer> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  const found = await admin.query('select from pg_roles where rolname = $1', [servingRole])
  if (!found.rowCount) await ensureLoginRole(admin, servingRole, servicePassword)
  await admin.end()
  return { name, adminUrl, ownerUrl: adminUrl, serviceUrl: await findServiceUrl(adminUrl), stop }
}

/** An existing role has its own password, which tests neither know nor change. */
async function findServiceUrl(adminUrl: string): Promise<string> {
  const loginUrl = databaseUrl(adminUrl, { role: servingRole, password: servicePassword })
  const service = new Client({ connectionString: loginUrl })
  try {
    await service.connect()
    await service.end()
    return loginUrl
  } catch {
    const url = new URL(adminUrl)
    url.searchParams.set('options', `-c role=${servingRole}`)
    return url.href
  }
}
