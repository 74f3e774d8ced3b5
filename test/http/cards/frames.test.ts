import { describe, expect } from 'vitest'
import { browserPath, it } from '../../support/browser.ts'
import { cardIn, framed, leftOut, realHeight } from '../../support/frames.ts'
import { serveHostPage } from '../../support/host-page.ts'
import { inWordPress } from '../../support/hosts.ts'
import { snippetsOf } from '../../support/snippets.ts'

/** A page that notes what frames tell it, and how high the card in it is. */
async function listening(body: string): Promise<string> {
  return serveHostPage(
    `<!doctype html><script>globalThis.told = []; addEventListener('message', ({ data }) => told.push(data))</script>${body}`,
  )
}

describe.skipIf(browserPath === undefined)('a frame in a page that listens', () => {
  it('grows and shrinks in WordPress, between its limits', async ({ look, origin, refs }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=ko&counterpoints=1`, 600)
    const page = await look(await serveHostPage(inWordPress(card)), {
      viewport: { width: 900, height: 700 },
    })
    const setWidth = (width: number) =>
      page.evaluate(`document.querySelector('iframe').style.width = '${width}px'`)

    await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
    expect(await page.locator('blockquote').isVisible()).toBe(false)
    await setWidth(340)
    await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
    await setWidth(800)
    await expect.poll(() => leftOut(page)).toBeGreaterThan(-1)
  })

  it('is shown by WordPress also where it gets its size after it was loaded', async ({
    look,
    origin,
    refs,
  }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=en`, 600)
    const page = await look('about:blank')
    // No event tells a hidden frame that it got its size.
    await page.addInitScript(`if (parent !== self) {
      let isSized = false
      Object.defineProperty(self, 'innerWidth', { get: () => (isSized ? 600 : 0) })
      addEventListener('load', () => setTimeout(() => { isSized = true }, 200))
    }`)

    await page.goto(await serveHostPage(inWordPress(card)))

    await page.locator('iframe').waitFor({ state: 'visible' })
    await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
  })

  it.for([
    ['claims', 'en', /^(\d+) counterpoints on record|^(\d+) more on record/],
    ['claims', 'ko', /기록된 반론 (\d+)건/],
    ['stories', 'en', /^(\d+) more claims on record/],
  ] as const)(
    'leaves out its last items where WordPress has no room, and says how many: %s, %s',
    async ([noun, lang, words], { look, origin, refs }) => {
      const name = noun === 'claims' ? refs('R1') : 'ms-ai-sales-targets'
      const card = await framed(origin, `/${noun}/${name}?lang=${lang}`, 600)
      const page = await look(await serveHostPage(inWordPress(card)), {
        viewport: { width: 320, height: 700 },
      })
      const shown = () =>
        cardIn(page)?.evaluate<[number, number, string]>(`(() => {
          const items = [...document.querySelectorAll('[data-more]')]
          const lines = [...document.querySelectorAll('.more:not([hidden]) a')]
          return [items.length, items.filter(({ hidden }) => hidden).length, lines[0]?.textContent ?? '']
        })()`)
      await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
      const [listed, hidden, said] = (await shown()) ?? [0, 0, '']
      const counted = Number(words.exec(said)?.slice(1).find(Boolean))

      expect(hidden).toBeGreaterThan(0)
      expect(counted).toBeGreaterThanOrEqual(hidden)
      expect(listed).toBeGreaterThanOrEqual(hidden)

      // All of them come back with the room.
      await page.evaluate("document.querySelector('iframe').style.maxWidth = 'none'")
      await page.evaluate("document.querySelector('iframe').style.width = '1600px'")
      await expect.poll(async () => (await shown())?.[1]).toBeLessThan(hidden)
    },
  )

  it('is whole on paper where WordPress lets it be no higher', async ({ look, origin, refs }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=en`, 600)
    // Nothing can be left out of it.
    const page = await look('about:blank', { viewport: { width: 360, height: 700 } })
    await page.addInitScript('if (parent !== self) document.querySelectorAll = () => []')
    await page.goto(await serveHostPage(inWordPress(card)))
    await expect.poll(() => page.locator('iframe').getAttribute('height')).toBe('1000')
    await expect.poll(() => leftOut(page)).toBeGreaterThan(0)

    await page.emulateMedia({ media: 'print' })

    await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => leftOut(page)).toBeGreaterThan(0)
  })

  it('is printed in its own size where it has room', async ({ look, origin, refs }) => {
    const { frame } = await snippetsOf(origin, refs('R1'), { lang: 'en' })
    const page = await look(await serveHostPage(`<!doctype html>${frame}`))
    await page.frameLocator('iframe').locator('main').waitFor()

    await page.emulateMedia({ media: 'print' })

    expect(await cardIn(page)?.evaluate('getComputedStyle(document.documentElement).zoom')).toBe(
      '1',
    )
  })

  it('tells AMP its height as AMP takes it', async ({ look, origin, refs }) => {
    const frame = `<iframe width="600" height="100" sandbox="allow-scripts" src="${origin}/embed/claims/${refs('R1')}?lang=en"></iframe>`
    const page = await look(await listening(frame))
    await page.waitForFunction("told.some(({ sentinel }) => sentinel === 'amp')")
    const real = await realHeight(page)

    expect(await page.evaluate("told.find(({ sentinel }) => sentinel === 'amp')")).toEqual({
      sentinel: 'amp',
      type: 'embed-size',
      height: real,
    })
  })

  it('tells no height while its tab is not shown, and then the right one', async ({
    look,
    origin,
    refs,
  }) => {
    const frame = `<iframe width="600" height="100" src="${origin}/embed/claims/${refs('R1')}?lang=en"></iframe>`
    const page = await look(await listening(`<div id="tab" style="display: none">${frame}</div>`))
    await page.waitForLoadState('networkidle')
    const before = await page.evaluate('told.map(({ value, height }) => value ?? height)')

    await page.evaluate("document.querySelector('#tab').style.display = 'block'")
    await page.waitForFunction('told.length > 0')
    const real = await realHeight(page)

    expect(before).toEqual([])
    expect(await page.evaluate('told.at(-1).value ?? told.at(-1).height')).toBe(real)
  })
})

/** A page says that there is no card, and has the ground of pages. */
const grounds = {
  light: { card: 'rgb(255, 255, 255)', page: 'rgb(250, 248, 243)' },
  dark: { card: 'rgb(21, 23, 27)', page: 'rgb(20, 19, 15)' },
}

describe.skipIf(browserPath === undefined)('the colours of a frame', () => {
  it.for([
    ['light', 'dark', 'light'],
    ['dark', 'light', 'dark'],
    ['auto', 'dark', 'dark'],
    ['auto', 'light', 'light'],
  ] as const)(
    'are those of theme=%s for a reader of %s pages, also where there is no card',
    async ([theme, colorScheme, expected], { look, refs }) => {
      const { card, page: none } = grounds[expected]
      for (const [path, ground] of [
        [`/embed/claims/${refs('R1')}`, card],
        ['/embed/stories/ms-ai-sales-targets', card],
        ['/embed/claims/nothing', none],
        ['/embed/stories/nothing', none],
      ] as const) {
        const page = await look(`${path}?theme=${theme}`, { colorScheme })
        const shown = await page.evaluate('getComputedStyle(document.body).backgroundColor')

        expect([path, shown]).toEqual([path, ground])
      }
    },
  )
})
