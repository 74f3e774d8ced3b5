/** `npm run pictures:cards -- FOLDER` takes pictures of cards, to be looked at. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchBrowser } from './chromium.ts'
import { withPictureService } from './picture-service.ts'
import { startHost } from './host-server.ts'
import { inGhost, inWordPress } from './hosts.ts'
import { builderPath, snippetsIn } from './snippets.ts'

const usage = `Takes pictures of cards of the demo record, to be looked at: at 280, 360, 680 and 900 pixels,
light, dark and printed, in Korean and English, in the markup of WordPress and Ghost, and as an element.
It starts a service of its own and needs chromium.

  npm run pictures:cards -- FOLDER`

const [folder = ''] = process.argv.slice(2)
if (folder === '' || folder.startsWith('-')) {
  process.stderr.write(`${usage}\n`)
  process.exit(folder === '--help' ? 0 : 2)
}

const widths = [280, 360, 680, 900]
const languages = ['ko', 'en']
const looks = ['light', 'dark', 'print'] as const
type Look = (typeof looks)[number]

const claim = '019ae1e5-0016-72bc-80b2-26737410feed'
const figure = '019ae1e5-001e-71d3-be6d-c0b0856866bd'
const cards = {
  claim: `/claims/${claim}`,
  compact: `/claims/${claim}?size=compact`,
  figure: `/claims/${figure}?counterpoints=1`,
  story: '/stories/ms-ai-sales-targets',
}

const publicOrigin = 'https://counterpoint.example'

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser({ hasScrollbars: true })
try {
  await withPictureService({ env: { DEMO: 'on' } }, async (origin) => {
    for (const look of looks)
      for (const lang of languages) {
        for (const [name, card] of Object.entries(cards)) {
          const sheet = sheetOf(origin + withLang(`/embed${card}`, lang))
          await take(sheet, { look, width: 2300, name: `${name}-${lang}-${look}` })
        }
        for (const width of [360, 900]) {
          const html = await embedOf(origin, withLang(cards.claim, lang))
          const element = await elementOf(origin, lang)
          for (const [name, host, embedded] of [
            ['wordpress', inWordPress, html],
            ['ghost', inGhost, html],
            ['element', inGhost, element],
          ] as const) {
            const style = look === 'dark' ? ':root { color-scheme: dark }' : ''
            const named = `${name}-${width}-${lang}-${look}`
            await take(host(embedded, style), { look, width, name: named })
          }
        }
      }
  })
} finally {
  await browser.close()
}

function withLang(address: string, lang: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`
}

interface Picture {
  readonly look: Look
  readonly width: number
  readonly name: string
}

async function take(html: string, { look, width, name }: Picture): Promise<void> {
  const host = await startHost(html)
  const colorScheme = look === 'dark' ? 'dark' : 'light'
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } })
  await page.goto(host.address, { waitUntil: 'networkidle' })
  // As when somebody prints what they read.
  if (look === 'print') await page.emulateMedia({ media: 'print' })
  // Frames of other origins are painted only where the window is.
  const height: number = await page.evaluate('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height })
  await sleep(300)
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  await page.close()
  host.close()
}

/** The card at all widths, in frames that take the height that it tells. */
function sheetOf(address: string): string {
  const frames = widths.map(
    (width) => `<iframe width="${width}" height="100" src="${address}"></iframe>`,
  )
  return `<!doctype html><style>body { display: flex; gap: 20px; align-items: start; background: #8a8f98 } iframe { border: 0; flex: none }</style>
<script>addEventListener('message', ({ source, data }) => {
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source && data.message === 'height') frame.height = data.value
})</script>${frames.join('')}`
}

/** What the builder gives, with the address at which the service is reached here. */
async function elementOf(origin: string, lang: string): Promise<string> {
  const asked = builderPath(`${publicOrigin}${cards.claim}`, { lang })
  const [element = ''] = snippetsIn(await (await fetch(origin + asked)).text())
  return element.replaceAll(publicOrigin, origin)
}

/** What oEmbed gives, likewise. */
async function embedOf(origin: string, path: string): Promise<string> {
  const url = encodeURIComponent(publicOrigin + path)
  const answer = await fetch(`${origin}/oembed?url=${url}`)
  const { html } = JSON.parse(await answer.text())
  return String(html).replaceAll(publicOrigin, origin)
}
