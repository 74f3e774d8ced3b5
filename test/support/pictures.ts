/** `npm run pictures` takes the README's screenshots of the demo record, into `docs/pictures/`. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './chromium.ts'
import { withPictureService } from './picture-service.ts'

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
  { name: 'claim', address: `/claims/${claim}?lang=en`, width: 740, heightMax: 960 },
]

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  await withPictureService({ env: { DEMO: 'on' } }, async (origin) => {
    for (const colorScheme of ['light', 'dark'] as const) await take(browser, origin, colorScheme)
  })
} finally {
  await browser.close()
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
