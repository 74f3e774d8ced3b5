import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

interface Settings {
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>
  /** A module that is loaded before the service. */
  readonly preload?: string
}

/** Runs a service of its own while pictures of it are taken. Its data is in a new folder, removed afterwards. */
export async function withPictureService(
  { env = {}, preload }: Settings,
  take: (origin: string) => Promise<void>,
): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-pictures-'))
  const loaded = ['tsx', ...(preload === undefined ? [] : [preload])]
  const imports = loaded.flatMap((module) => ['--import', module])
  const service = spawn(process.execPath, [...imports, 'src/main.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      PORT: '0',
      PUBLIC_URL: 'https://counterpoint.example',
      LOG_LEVEL: 'debug',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const origin = await originOf(service)
    while (!(await fetch(`${origin}/readyz`)).ok) await sleep(100)
    await take(origin)
  } finally {
    service.kill('SIGTERM')
    await once(service, 'close')
    // If root starts it, the files are elsewhere, with a link here.
    const files = realpathSync(path.join(dataDir, 'postgres'))
    for (const used of [files, dataDir]) rmSync(used, { recursive: true, force: true })
  }
}

async function originOf({ stderr }: ChildProcess): Promise<string> {
  let log = ''
  for await (const text of stderr?.setEncoding('utf8').iterator({ destroyOnReturn: false }) ?? []) {
    log += String(text)
    const [, port] = /"port":(\d+)/.exec(log) ?? []
    if (port === undefined) continue
    stderr?.resume()
    return `http://127.0.0.1:${port}`
  }
  throw new Error(`The service did not start: ${log}`)
}
