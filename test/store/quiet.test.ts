import { spawn } from 'node:child_process'
import path from 'node:path'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { openCluster, port, type Cluster } from '../../src/store/embedded/cluster.ts'
import { tryToConnect } from '../../src/store/embedded/connect.ts'
import { quietSettings } from '../../src/store/embedded/quiet.ts'
import { startEmbedded } from '../../src/store/embedded/start.ts'
import { spawnAs } from '../../src/store/embedded/user.ts'
import { aFolder } from '../support/embedded.ts'

it('keeps statements out of the log of a server that was started without saying so', async () => {
  const dataDir = aFolder()
  const made = await startEmbedded({ dataDir, isDurable: false })
  expect(await made.stop()).toBe('stopped')
  const cluster = await openCluster({ dataDir })
  await startLoudly(cluster)
  expect(await settingsOf(cluster)).not.toEqual(quietSettings)

  const joined = await startEmbedded({ dataDir })
  onTestFinished(async () => void (await joined.stop()))

  await expect.poll(() => settingsOf(cluster)).toEqual(quietSettings)
})

/** As an earlier version did. */
async function startLoudly(cluster: Cluster): Promise<void> {
  const { binaries, folder, socketFolder, user } = cluster
  const settings = [`listen_addresses=`, `port=${port}`, `unix_socket_directories=${socketFolder}`]
  const options = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(path.join(binaries, 'bin', 'postgres'), options, {
    ...spawnAs(user),
    cwd: '/',
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGQUIT'))
  await expect
    .poll(() => settingsOf(cluster).catch(() => undefined), { timeout: 30_000 })
    .toBeDefined()
}

async function settingsOf(cluster: Cluster): Promise<object> {
  const client = await tryToConnect(cluster)
  if (!(client instanceof Client)) throw new Error('There is no server.')
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [Object.keys(quietSettings)],
  )
  await client.end()
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}
