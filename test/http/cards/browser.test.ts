import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsOf } from '../../support/axe.ts'
import { browserPath, it } from '../../support/browser.ts'
import { serveHostPage } from '../../support/host-page.ts'
import { hostileLines, hostileTexts } from '../../support/hostile.ts'
import { importLines } from '../../support/import.ts'
import { notedLines } from '../../support/noted-lines.ts'
import { redact } from '../../support/redact.ts'

type Ref = (name: string) => string

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}

const looks = ['light', 'dark'].flatMap((colorScheme) =>
  [280, 900].flatMap((width) =>
    ['ko', 'en'].map((lang) => ({
      colorScheme: colorScheme === 'dark' ? ('dark' as const) : ('light' as const),
      width,
      lang,
    })),
  ),
)
/** Each by one look, the narrow and dark in Korean, so that both are looked at. */
const narrow = { colorScheme: 'dark', width: 280, lang: 'ko' } as const
const wide = { colorScheme: 'light', width: 900, lang: 'en' } as const

/** Before the others add to the demo record. */
describe.skipIf(browserPath === undefined)('on a fresh record', () => {
  it('the frame in the README has room for its card, and little more', async ({ look, refs }) => {
    const frame = /<iframe src="http:\/\/127\.0\.0\.1:8080(\S+)"\s+width="(\d+)" height="(\d+)"/
    const [, path = '', ...size] = frame.exec(readFileSync('README.md', 'utf8')) ?? []
    const [width = 0, height = 0] = size.map(Number)
    expect(path).toContain(refs('R1'))
    const page = await look(path, { viewport: { width, height } })

    const real: number = await page.evaluate(
      'document.documentElement.getBoundingClientRect().height',
    )

    expect(real).toBeGreaterThan(200)
    expect(height).toBeGreaterThanOrEqual(real)
    expect(height).toBeLessThanOrEqual(real + 8)
  })
})

describe.skipIf(browserPath === undefined)('in a real browser', () => {
  it.for(['svg', 'png'])(
    'a picture of a claim whose words were removed is shown: .%s',
    async (format, { db, look, origin }) => {
      const lines = notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', `shown-${format}`)
      const { refs } = await importLines(db, lines)
      await redact(db, 'claim', refs['R'] ?? '')
      const src = `${origin}/claims/${refs['R']}.${format}`
      const page = await look(await serveHostPage(`<!doctype html><img src="${src}" alt="">`))

      const isShown = 'document.images[0].decode().then(() => document.images[0].naturalWidth > 50)'
      expect(await page.evaluate(isShown)).toBe(true)
    },
  )

  it.for(looks)(
    'a card is accessible: $colorScheme, $width px, $lang',
    async ({ colorScheme, width, lang }, { look, refs }) => {
      const page = await look(`/embed/claims/${refs('R1')}?lang=${lang}`, {
        colorScheme,
        viewport: { width, height: 600 },
      })

      expect(await faultsOf(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    },
  )

  it.for([
    ['the card of an opinion', (claim: Ref) => `/embed/claims/${claim('R3')}`, wide],
    ['the card of a figure', (claim: Ref) => `/embed/claims/${claim('F1')}`, narrow],
    ['the card of a story', () => '/embed/stories/ms-ai-sales-targets', wide],
    ['a compact card', (claim: Ref) => `/embed/claims/${claim('R1')}?size=compact`, narrow],
    [
      'the compact card of an opinion',
      (claim: Ref) => `/embed/claims/${claim('R3')}?size=compact`,
      wide,
    ],
    [
      'the compact card of a story',
      () => '/embed/stories/ms-ai-sales-targets?size=compact',
      narrow,
    ],
    ['a card without opinions', () => '/embed/stories/ms-ai-sales-targets?opinions=off', narrow],
    ['the page of a claim', (claim: Ref) => `/claims/${claim('R1')}`, narrow],
    ['the page of a figure', (claim: Ref) => `/claims/${claim('F1')}`, narrow],
    ['the page of a claim', (claim: Ref) => `/claims/${claim('F1')}`, wide],
    ['the page of a story', () => '/stories/ms-ai-sales-targets', narrow],
    ['the first claims', () => '/claims', wide],
    ['what is not there', () => '/embed/claims/nothing', narrow],
  ] as const)(
    '%s is accessible too',
    async ([, path, { colorScheme, width, lang }], { look, refs }) => {
      const asked = path(refs)
      const page = await look(`${asked}${asked.includes('?') ? '&' : '?'}lang=${lang}`, {
        colorScheme,
        viewport: { width, height: 600 },
      })

      expect(await faultsOf(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    },
  )

  it('axe finds what it must find', async ({ look }) => {
    const page = await look('/claims')
    await page.evaluate("document.querySelector('h1').style.color = '#ccc'")

    expect(String(await faultsOf(page))).toContain('color-contrast')
  })

  it('a card is read without scripts', async ({ look, refs }) => {
    const page = await look(`/embed/claims/${refs('R1')}?lang=en`, {
      javaScriptEnabled: false,
    })

    expect(await page.innerText('main')).toContain(
      'Microsoft answers another point (the scope) · this one is open',
    )
    expect(await page.innerText('main')).toContain('As of ')
  })

  it('a card is printed dark on light, whatever its theme', async ({ look, refs }) => {
    const page = await look(`/embed/claims/${refs('R1')}?theme=dark`)
    await page.emulateMedia({ media: 'print' })

    const color = await page.evaluate("getComputedStyle(document.querySelector('h1')).color")

    expect(color).toBe('rgb(21, 23, 27)')
    expect((await page.pdf()).length).toBeGreaterThan(1000)
  })

  it('a card stands in a strict page of another origin, in a frame without an origin', async ({
    look,
    origin,
    refs,
  }) => {
    const frame = `<iframe sandbox="allow-scripts" style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" title="Card" width="600" height="600" src="${origin}/embed/claims/${refs('R1')}?lang=en#?secret=abc123"></iframe>`
    const host = await serveHostPage(
      `<!doctype html><html lang="en"><title>Host</title><h1>Article</h1>${frame}`,
      {
        'content-security-policy': `default-src 'none'; frame-src ${origin}; style-src-attr 'unsafe-inline'`,
      },
    )
    const page = await look('about:blank')
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.addInitScript(
      "globalThis.told = new Promise((resolve) => addEventListener('message', (event) => resolve(event.data)))",
    )

    await page.goto(host)
    const told = await page.evaluate('told')
    // As WordPress does once it has been told.
    await page.evaluate("document.querySelector('iframe').removeAttribute('style')")
    const card = page.frameLocator('iframe')

    expect(told).toEqual({ message: 'height', value: expect.any(Number), secret: 'abc123' })
    expect(await card.locator('main').innerText()).toContain('Microsoft answers another point')
    expect(
      await page.evaluate(
        // It tells its height at other times, too.
        "addEventListener('message', ({ data }) => { if (data.message === 'link') globalThis.link = data }), document.querySelector('iframe') !== null",
      ),
    ).toBe(true)
    await card.locator('h1 a').click()
    await expect.poll(() => page.evaluate('globalThis.link?.message')).toBe('link')
    expect(await page.evaluate('link')).toEqual({
      message: 'link',
      value: `${origin}/claims/${refs('R1')}`,
      secret: 'abc123',
    })
    expect(complaints).toEqual([])
  })

  it('a page refuses to be framed', async ({ look, origin, refs }) => {
    const host = await serveHostPage(
      `<!doctype html><iframe title="Page" src="${origin}/claims/${refs('R1')}"></iframe>`,
    )
    const page = await look(host)

    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
  })

  it.for(Object.entries(hostileTexts))(
    '%s breaks neither a card nor a page',
    async ([name, text], { db, look }) => {
      const { refs } = await importLines(db, hostileLines(text, name.replaceAll(' ', '-')))
      for (const path of [`/embed/claims/${refs['claim']}`, `/claims/${refs['claim']}`]) {
        const alerts: string[] = []
        const page = await look(path, { viewport: { width: 280, height: 600 } })
        page.on('dialog', (dialog) => {
          alerts.push(dialog.message())
          void dialog.dismiss()
        })
        await page.reload()

        expect([await overflowOf(page), alerts]).toEqual([0, []])
        expect(await page.locator('h1 .words').innerText()).toContain(text.slice(0, 60))
        expect(await page.locator('img').count()).toBe(0)
      }
    },
  )
})
