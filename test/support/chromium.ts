import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium on this machine, if there is one. */
export const browserPath = places.find((place) => place !== undefined && existsSync(place))

/** It contacts no other host. */
const quietly = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

interface BrowserOptions {
  /** Scrollbars are shown and take room, as on Windows and Linux. */
  readonly hasScrollbars?: boolean
}

/** A browser with an empty profile, which is deleted when the browser is closed. */
export async function launchBrowser({
  hasScrollbars = false,
}: BrowserOptions = {}): Promise<Browser> {
  if (browserPath === undefined) throw new Error('There is no browser. Set CHROMIUM_PATH.')
  const profile = mkdtempSync(path.join(os.tmpdir(), 'counterpoint-browser-'))
  const browser = await chromium.launch({
    executablePath: browserPath,
    ignoreDefaultArgs: hasScrollbars ? ['--hide-scrollbars'] : [],
    args: [...quietly, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, HOME: profile },
  })
  browser.on('disconnected', () => rmSync(profile, { recursive: true, force: true }))
  return browser
}
