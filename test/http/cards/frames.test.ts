import type { Frame, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { browserPath, it } from '../../support/browser.ts'
import { inGhost, inWordPress } from '../../support/hosts.ts'
import { serveHostPage } from '../../support/host-page.ts'
import { snippetsOf } from '../../support/snippets.ts'

function cardIn(page: Page): Frame | undefined {
  return page.frames().find((each) => each.url().includes('/embed/'))
}

/** How much of the card its frame leaves out, in pixels. */
async function leftOut(page: Page): Promise<number> {
  const real = 'document.documentElement.getBoundingClientRect().height - innerHeight'
  return (await cardIn(page)?.evaluate<number>(real)) ?? Infinity
}

/** A page that notes what frames tell it, and how high the card in it is. */
async function listening(body: string): Promise<string> {
  return serveHostPage(
    `<!doctype html><script>globalThis.told = []; addEventListener('message', ({ data }) => told.push(data))</script>${body}`,
  )
}

async function framed(origin: string, path: string, maxwidth: number): Promise<string> {
  const url = encodeURIComponent(origin + path)
  const answer = await fetch(`${origin}/oembed?maxwidth=${maxwidth}&url=${url}`)
  const { html } = JSON.parse(await answer.text())
  return String(html)
}

/** A frame is higher than its card by at most so many pixels. */
const spareMax = 8

/** A page with a column of this width. */
function columnOf(html: string, width: number): string {
  return `<!doctype html><style>blockquote { display: none }</style>
<main style="width: ${width}px">${html}</main>`
}

/** A page with such a box in a column. */
function around(style: string): typeof columnOf {
  return (html, width) => columnOf(`<section style="${style}">${html}</section>`, width)
}

function ghostColumn(width: number): string {
  return `.gh-content { max-width: ${width}px; padding: 0 }`
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

  it('is whole on paper where WordPress lets it be no higher', async ({ look, origin, refs }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=en`, 600)
    const page = await look(await serveHostPage(inWordPress(card)), {
      viewport: { width: 360, height: 700 },
    })
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
    const real = await cardIn(page)?.evaluate<number>(
      'Math.ceil(document.documentElement.getBoundingClientRect().height)',
    )

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
    const real = await cardIn(page)?.evaluate<number>(
      'Math.ceil(document.documentElement.getBoundingClientRect().height)',
    )

    expect(before).toEqual([])
    expect(await page.evaluate('told.at(-1).value ?? told.at(-1).height')).toBe(real)
  })
})

describe.skipIf(browserPath === undefined)('a frame in a page that does not listen', () => {
  it.for([280, 300, 360, 412, 640, 900])(
    'has room for its card in a column of %s px',
    async (width, { look, origin, refs }) => {
      for (const lang of ['ko', 'en']) {
        const { frame } = await snippetsOf(origin, refs('R1'), { lang })
        const page = await look(await serveHostPage(columnOf(frame, width)))
        await page.frameLocator('iframe').locator('main').waitFor()
        const left = await leftOut(page)

        expect([lang, left <= 0, left >= -spareMax]).toEqual([lang, true, true])
      }
    },
  )

  it.for([
    ['a column', columnOf],
    ['a column of Ghost', (html: string, width: number) => inGhost(html, ghostColumn(width))],
    ['a flexible row', around('display: flex')],
    ['a grid', around('display: grid; grid-template-columns: 1fr')],
    ['a floating box', around('float: left')],
  ] as const)(
    'is as high as its card where oEmbed puts it, in %s narrower than the screen',
    async ([, host], { look, origin, refs }) => {
      for (const lang of ['ko', 'en'])
        for (const width of [280, 345, 412, 599, 640]) {
          const card = await framed(origin, `/claims/${refs('R1')}?lang=${lang}`, 600)
          const page = await look(await serveHostPage(host(card, width)), {
            viewport: { width: 1280, height: 700 },
          })
          await page.frameLocator('iframe').locator('main').waitFor()
          const left = await leftOut(page)
          const isAsWide = await cardIn(page)?.evaluate(`innerWidth === ${Math.min(width, 600)}`)

          expect([lang, width, isAsWide, left <= 0, left >= -spareMax]).toEqual([
            lang,
            width,
            true,
            true,
            true,
          ])
        }
    },
  )

  it.for([
    ['without the elements around it', (html: string) => html.replaceAll(/<\/?div[^>]*>/g, '')],
    [
      'without the styles around it',
      (html: string) => html.replaceAll(/<div style="[^"]*"/g, '<div'),
    ],
    ['in a browser that knows no containers', (html: string) => html.replaceAll('cqw', 'xqw')],
  ] as const)('is high enough in a narrow column %s', async ([, lost], { look, origin, refs }) => {
    for (const width of [280, 345, 600]) {
      const card = await framed(origin, `/claims/${refs('R1')}?lang=en`, 600)
      const page = await look(await serveHostPage(columnOf(lost(card), width)), {
        viewport: { width: 1280, height: 700 },
      })
      await page.frameLocator('iframe').locator('main').waitFor()

      expect([width, (await leftOut(page)) <= 0]).toEqual([width, true])
    }
  })

  it('is no higher than oEmbed was asked for', async ({ look, origin, refs }) => {
    const url = encodeURIComponent(`${origin}/claims/${refs('R1')}`)
    const answer = await fetch(`${origin}/oembed?maxheight=300&url=${url}`)
    const { html } = JSON.parse(await answer.text())
    const page = await look(await serveHostPage(columnOf(String(html), 345)))

    expect(await page.evaluate("document.querySelector('iframe').offsetHeight")).toBe(300)
  })

  it('is printed with its card, also where nobody has scrolled to', async ({
    look,
    origin,
    refs,
  }) => {
    const { frame } = await snippetsOf(origin, refs('R1'), { lang: 'en' })
    const away = '<p style="height: 9000px">far away</p>'
    const page = await look(await serveHostPage(`<!doctype html>${away}${frame}`))

    await page.emulateMedia({ media: 'print' })
    await page.pdf()

    expect(cardIn(page)).toBeDefined()
  })
})

describe.skipIf(browserPath === undefined)('the colours of a frame', () => {
  it.for([
    ['light', 'dark', 'rgb(255, 255, 255)'],
    ['dark', 'light', 'rgb(21, 23, 27)'],
    ['auto', 'dark', 'rgb(21, 23, 27)'],
    ['auto', 'light', 'rgb(255, 255, 255)'],
  ] as const)(
    'are those of theme=%s for a reader of %s pages, also where there is no card',
    async ([theme, colorScheme, expected], { look, refs }) => {
      const paths = [`/embed/claims/${refs('R1')}`, '/embed/stories/ms-ai-sales-targets']
      for (const path of [...paths, '/embed/claims/nothing', '/embed/stories/nothing']) {
        const page = await look(`${path}?theme=${theme}`, { colorScheme })
        const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor')

        expect([path, ground]).toEqual([path, expected])
      }
    },
  )
})
