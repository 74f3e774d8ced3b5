/** `npm run pictures:pages -- FOLDER` takes pictures of every page, to be looked at. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './chromium.ts'
import { withPictureService } from './picture-service.ts'
import { seedIds } from './seed.ts'
import { addressOf, sitePages } from './site-pages.ts'

const usage = `Takes pictures of every page of the demo record, to be looked at: at 360 and 1280 pixels, light and dark,
in Korean and English. Pages that are longer than a picture is high have several. It starts a service
of its own and needs chromium.

  npm run pictures:pages -- FOLDER [PAGE...]

  PAGE   only these pages, by name: ${sitePages.map(([name]) => `“${name}”`).join(', ')}`

const [folder = '', ...names] = process.argv.slice(2)
if (folder === '' || folder.startsWith('-')) {
  process.stderr.write(`${usage}\n`)
  process.exit(folder === '--help' ? 0 : 2)
}

const refs = seedIds()
const pages = [
  ...sitePages,
  ['a card being built', `/embed?address=https://counterpoint.example/claims/${refs('R1')}`],
  ['the reference', '/docs'],
  ['an erased claim', '/claims/S4'],
  ['a withheld claim', '/claims/S5'],
] as const
const shown = pages.filter(([name]) => names.length === 0 || names.includes(name))
const widths = [360, 1280]
/** How many pixels of a page are in one picture. */
const heightMax = 1600

const key = 'for-pictures-only-0123456789abcdef'
/** What the demo record does not have: words that were removed. */
const removed = [
  { ref: 'S4', ground: 'erased', statement: null },
  { ref: 'S5', ground: 'withheld', statement: 'By order 2026-17 of the Example Court.' },
]

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser({ hasScrollbars: true })
try {
  await withPictureService({ env: { DEMO: 'on', BOOTSTRAP_API_KEY: key } }, async (origin) => {
    for (const { ref, ...body } of removed) await redactClaim(origin, refs(ref), body)
    for (const [name, address] of shown)
      for (const lang of ['ko', 'en'])
        for (const colorScheme of ['light', 'dark'] as const)
          for (const width of widths) {
            const url = new URL(addressOf(address, refs, lang), origin)
            const named = `${name.replaceAll(' ', '-')}-${lang}-${colorScheme}-${width}`
            await take(browser, url, { colorScheme, width, named })
          }
  })
} finally {
  await browser.close()
}

interface Shot {
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
  readonly named: string
}

async function take(from: Browser, { href }: URL, { colorScheme, width, named }: Shot) {
  const page = await from.newPage({ colorScheme, viewport: { width, height: 800 } })
  await page.goto(href, { waitUntil: 'load' })
  await page.evaluate('document.fonts.ready')
  const height: number = await page.evaluate('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height })
  for (let y = 0, part = 1; y < height; y += heightMax, part++) {
    const clip = { x: 0, y, width, height: Math.min(heightMax, height - y) }
    await page.screenshot({ path: path.join(folder, `${named}-${part}.png`), clip })
  }
  await page.close()
}

async function redactClaim(origin: string, id: string, body: object): Promise<void> {
  const answer = await fetch(`${origin}/v1/claims/${id}/redact`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': id,
      'if-match': '"1"',
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`Redaction answers ${answer.status}: ${await answer.text()}`)
}
