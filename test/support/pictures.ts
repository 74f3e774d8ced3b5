/** `npm run pictures` takes the README's screenshots of the demo record, into `docs/pictures/`. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './chromium.ts'

const usage = `Takes the README's pictures of the demo record: docs/pictures/{card,claim}-{light,dark}.png.
It starts a service of its own and needs chromium.

  npm run pictures`

if (process.argv.length > 2) {
  const isHelp = process.argv.slice(2).join() === '--help'
  process.stderr.write(`${isHelp ? '' : 'It takes no arguments.\n\n'}${usage}\n`)
  process.exit(isHelp ? 0 : 2)
}

const folder = 'docs/pictures'
const claim = '019ae1e5-0016-72bc-80b2-26737410feed'

const pictures = [
  {
    name: 'card',
    address: `/embed/claims/${claim}?lang=en&counterpoints=1`,
    width: 600,
    heightMax: 700,
  },
  { name: 'claim', address: `/claims/${claim}?lang=en`, width: 740, heightMax: 780 },
]

mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-pictures-'))
const service = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  env: {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: dataDir,
    PORT: '0',
    PUBLIC_URL: 'https://counterpoint.example',
    DEMO: 'on',
    LOG_LEVEL: 'debug',
  },
  stdio: ['ignore', 'ignore', 'pipe'],
})
const browser = await launchBrowser()
try {
  const origin = await originOf(service)
  while (!(await fetch(`${origin}/readyz`)).ok) await sleep(100)
  for (const colorScheme of ['light', 'dark'] as const) await take(browser, origin, colorScheme)
} finally {
  await browser.close()
  service.kill('SIGTERM')
  await once(service, 'close')
  // If root starts it, the files are elsewhere, with a link here.
  const files = realpathSync(path.join(dataDir, 'postgres'))
  for (const used of [files, dataDir]) rmSync(used, { recursive: true, force: true })
}

async function take(from: Browser, origin: string, colorScheme: 'light' | 'dark'): Promise<void> {
  for (const { name, address, width, heightMax } of pictures) {
    const page = await from.newPage({ colorScheme, viewport: { width, height: 100 } })
    const response = await page.goto(new URL(address, origin).href)
    if (response?.ok() !== true) throw new Error(`${address} answers ${response?.status()}.`)
    const height: number = await page.evaluate('document.documentElement.scrollHeight')
    await page.setViewportSize({ width, height: Math.min(height, heightMax) })
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) })
    await page.close()
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
