import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { faultsOf } from '../../support/axe.ts'
import { browserPath, it } from '../../support/browser.ts'
import { addressOf, sitePages } from '../../support/site-pages.ts'

/** Every pair of language, theme and width once. */
const looksByLanguage = {
  en: [
    ['light', 320],
    ['dark', 1280],
  ],
  ko: [
    ['dark', 320],
    ['light', 1280],
  ],
} as const

describe.skipIf(browserPath === undefined)('in a real browser', () => {
  it.for(sitePages)(
    'axe finds nothing on %s, in any language, theme or width',
    { timeout: 180_000 },
    async ([, path], { look, refs }) => {
      for (const lang of ['en', 'ko'] as const) {
        const page = await look(addressOf(path, refs, lang))
        for (const [colorScheme, width] of looksByLanguage[lang]) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 800 })
          const overflow: number = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          expect([lang, colorScheme, width, overflow, ...(await faultsOf(page))]).toEqual([
            lang,
            colorScheme,
            width,
            0,
          ])
        }
      }
    },
  )

  it.for([
    ['/claims/R1', 300_000],
    ['/claims/D1', 300_000],
    ['/stories/ms-ai-sales-targets', 400_000],
    ['/reports/newsletter-report', 400_000],
    ['/claims', 400_000],
    ['/', 400_000],
    ['/sources/microsoft', 400_000],
    ['/links/j', 400_000],
    ['/events/80', 400_000],
    ['/about', 400_000],
  ] as const)(
    '%s stays where it is when its fonts come, and asks nobody else for anything',
    async ([path, fontsMax], { look, refs, origin }) => {
      for (const lang of ['en', 'ko'])
        for (const width of [320, 1280]) {
          const page = await look('about:blank', { viewport: { width, height: 800 } })
          const asked = await visit(page, new URL(addressOf(path, refs, lang), origin).href)

          expect(asked.elsewhere).toEqual([])
          expect(asked.fontBytes).toBeGreaterThan(5_000)
          expect(asked.fontBytes).toBeLessThanOrEqual(fontsMax)
          expect(asked.shift).toBeLessThan(0.01)
          expect(asked.complaints).toEqual([])
        }
    },
  )

  it('words of the record are set in our serif, ours in the system’s sans', async ({
    look,
    refs,
  }) => {
    const page = await look(`/claims/${refs('R1')}?lang=ko`)
    await page.evaluate('document.fonts.ready')

    expect(await page.evaluate("document.fonts.check('500 20px \"Noto Serif KR\"', '매출')")).toBe(
      true,
    )
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('h1 .words')).fontFamily"),
    ).toMatch(/^Newsreader/)
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('.status')).fontFamily"),
    ).toMatch(/^system-ui/)
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).wordBreak")).toBe(
      'keep-all',
    )
  })

  it('a printed page is black on white, whatever the theme, and has no search field', async ({
    look,
    refs,
  }) => {
    const page = await look(`/claims/${refs('R1')}`, { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })

    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(0, 0, 0)')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    )
    expect(await page.locator('form:visible').count()).toBe(0)
    expect((await page.pdf()).length).toBeGreaterThan(1000)
  })

  it('results come as a reader types, and say how many there are', async ({ look }) => {
    const page = await look('/claims?lang=en&source=microsoft')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const entries: number = await page.evaluate('history.length')
    await page.evaluate("globalThis.told = document.querySelector('[role=status]')")

    await page.locator('#search input[type=search]').pressSequentially('targets', { delay: 20 })
    await page.waitForURL(/q=targets/)

    expect(await page.locator('#found mark').first().innerText()).toBe('targets')
    expect(await page.locator('#found .record > li').count()).toBe(2)
    // The element that a screen reader listens to is still the same, with other words.
    expect(await page.evaluate('told.isConnected && told.textContent')).toBe('2 claims match')
    expect(new URL(page.url()).search).toBe('?lang=en&q=targets&source=microsoft')
    expect(await page.locator('.top nav [hreflang=ko]').getAttribute('href')).toContain('q=targets')
    expect(await page.evaluate('history.length')).toBe(entries)
    expect(asked.length).toBeLessThan(4)

    await page.locator('#search input[type=search]').fill('zzzz')
    await page.waitForURL(/q=zzzz/)
    expect(await page.locator('#found').innerText()).toContain('No claim on record matches “zzzz”')
  })

  it('an older answer never takes the place of a newer one', async ({ look }) => {
    const page = await look('/claims?lang=en')
    const held = Promise.withResolvers<void>()
    await page.route(/q=slow/, async (route) => {
      await held.promise
      await route.continue().catch(() => {})
    })
    const field = page.locator('#search input[type=search]')
    const sent = page.waitForRequest(/q=slow/)
    const gone = page.waitForEvent('requestfailed', (request) => request.url().includes('q=slow'))
    await field.fill('slow')
    await sent
    await field.fill('targets')
    await page.waitForURL(/q=targets/)
    await gone
    held.resolve()

    expect(page.url()).toContain('q=targets')
    expect(await page.locator('#found mark').first().innerText()).toBe('targets')
  })

  it('by keyboard alone and without scripts, a reader finds a claim', async ({ look, refs }) => {
    const page = await look('/?lang=en', { javaScriptEnabled: false })
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('To the content')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('lowered sales targets')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\?lang=en&q=/)

    expect(await page.locator('input[type=search]').inputValue()).toBe('lowered sales targets')
    await page.locator(`a[href*="${refs('R1')}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\/.*lang=en/)
    expect(await page.locator('h1').innerText()).toContain('lowered sales targets')
  })

  it('by keyboard alone and without scripts, map and list lead from a story to its claims', async ({
    look,
    refs,
  }) => {
    const address = addressOf('/stories/ms-ai-sales-targets', refs, 'en')
    const page = await look(address, { javaScriptEnabled: false })
    const list = page.locator('details.as-list li a')

    expect(await list.first().isVisible()).toBe(false)
    await page.locator('details.as-list summary').focus()
    await page.keyboard.press('Enter')
    expect(await list.first().isVisible()).toBe(true)
    await page.locator(`.map a[href*="${refs('R1')}"]`).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\/.*lang=en/)
    expect(await page.locator('h1').innerText()).toContain('lowered sales targets')
  })
})

/** What a visit asks for, and how far it moves what is shown. */
async function visit(page: Page, address: string) {
  const complaints: string[] = []
  const elsewhere: string[] = []
  const fonts: Promise<Buffer>[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) elsewhere.push(request.url())
  })
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(response.body())
  })
  await page.addInitScript(
    'globalThis.shift = 0; new PerformanceObserver((list) => { for (const each of list.getEntries()) globalThis.shift += each.value }).observe({ type: "layout-shift", buffered: true })',
  )
  await page.goto(address)
  await page.evaluate('document.fonts.ready')
  const shift: number = await page.evaluate('shift')
  const bytes = await Promise.all(fonts)
  const fontBytes = bytes.reduce((sum, { length }) => sum + length, 0)
  return { complaints, elsewhere, fontBytes, shift }
}
