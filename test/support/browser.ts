import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  chromium,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { it as withSite } from './site.ts'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium of this machine; undefined when there is none, and tests that look are skipped. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place))
if (browserPath === undefined)
  console.warn('There is no browser here: what readers see is not looked at. Set CHROMIUM_PATH.')

/** It asks nobody outside for anything. */
const quietly = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * `it` with a real browser: `look` opens an address, most often a path of
 * the service, and closes what was opened before.
 */
export const it = withSite.extend('look', { scope: 'file' }, async ({ origin }, { onCleanup }) => {
  if (browserPath === undefined) throw new Error('There is no browser.')
  const profile = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-browser-'))
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [...quietly, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, HOME: profile },
  })
  const contexts = new Map<string, Promise<BrowserContext>>()
  const open: Page[] = []
  onCleanup(async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  })
  return async (address: string, options: BrowserContextOptions = {}) => {
    for (const page of open.splice(0)) await page.close()
    const key = JSON.stringify(options)
    const context = contexts.get(key) ?? browser.newContext(options)
    contexts.set(key, context)
    const page = await (await context).newPage()
    open.push(page)
    await page.goto(new URL(address, origin).href)
    return page
  }
})
