import { describe, expect } from 'vitest'
import { browserPath, it } from '../../support/browser.ts'
import { cardIn, framed, leftOut } from '../../support/frames.ts'
import { serveHostPage } from '../../support/host-page.ts'
import { inGhost } from '../../support/hosts.ts'
import { noteShifts, shiftOf } from '../../support/shifts.ts'
import { snippetsOf } from '../../support/snippets.ts'

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

  it('has its height before its card is there, and shifts nothing', async ({
    look,
    origin,
    refs,
  }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=ko`, 600)
    const page = await look('about:blank', { viewport: { width: 1280, height: 1400 } })
    await page.addInitScript(noteShifts)
    await page.route('**/embed/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
    })
    const height = () => page.evaluate("document.querySelector('iframe').offsetHeight")

    await page.goto(await serveHostPage(columnOf(`${card}<p>after</p>`, 345)), {
      waitUntil: 'commit',
    })
    await page.waitForSelector('p')
    const early = await height()
    await page.frameLocator('iframe').locator('main').waitFor()

    expect(await height()).toBe(early)
    expect(await leftOut(page)).toBeLessThanOrEqual(0)
    expect(await shiftOf(page)).toBe(0)
  })

  it('is shown whole in a tab that is opened later', async ({ look, origin, refs }) => {
    const card = await framed(origin, `/claims/${refs('R1')}?lang=en`, 600)
    const tab = `<div id="tab" style="display: none">${card}</div>`
    const page = await look(await serveHostPage(columnOf(tab, 345)))
    await page.waitForLoadState('networkidle')

    await page.evaluate("document.querySelector('#tab').style.display = 'block'")
    await page.frameLocator('iframe').locator('main').waitFor()

    await expect.poll(() => leftOut(page)).toBeLessThanOrEqual(0)
    expect(await leftOut(page)).toBeGreaterThanOrEqual(-spareMax)
  })

  it('has a scrollbar if it is really too low, and scrolls without scripts, too', async ({
    look,
    origin,
    refs,
  }) => {
    const src = `${origin}/embed/claims/${refs('R1')}?lang=en`
    const bar = 'innerWidth - document.documentElement.clientWidth'
    for (const sandbox of ['allow-scripts', '']) {
      const frame = `<iframe width="600" height="300" sandbox="${sandbox}" src="${src}"></iframe>`
      const page = await look(await serveHostPage(`<!doctype html>${frame}`))
      await page.frameLocator('iframe').locator('main').waitFor()
      await page.locator('iframe').hover()
      await page.mouse.wheel(0, 200)

      await expect.poll(() => cardIn(page)?.evaluate('scrollY')).toBe(200)
      const isShown = Number(await cardIn(page)?.evaluate(bar)) > 0
      expect([sandbox, isShown]).toEqual([sandbox, sandbox !== ''])
    }
  })

  it('is as high as oEmbed was asked for, with as much of its card as has room', async ({
    look,
    origin,
    refs,
  }) => {
    const url = encodeURIComponent(`${origin}/claims/${refs('R1')}?lang=en`)
    const shown: string[] = []
    for (const maxheight of [1000, 700, 500, 300]) {
      const answer = await fetch(`${origin}/oembed?maxheight=${maxheight}&url=${url}`)
      const { html, height } = JSON.parse(await answer.text())
      const page = await look(await serveHostPage(columnOf(String(html), 600)))
      await page.frameLocator('iframe').locator('main').waitFor()
      const left = await leftOut(page)
      const { searchParams } = new URL(cardIn(page)?.url() ?? '')

      expect([maxheight, height <= maxheight, left <= 0, left >= -spareMax]).toEqual([
        maxheight,
        true,
        true,
        true,
      ])
      expect(await page.evaluate("document.querySelector('iframe').offsetHeight")).toBe(height)
      shown.push(searchParams.get('size') ?? searchParams.get('counterpoints') ?? 'all')
    }

    expect(shown[0]).toBe('all')
    expect(Number(shown[1])).toBeGreaterThan(0)
    expect(Number(shown[2])).toBeLessThan(Number(shown[1]))
    expect(shown[3]).toBe('compact')
  })

  it('has the room of the longest language where each reader gets another', async ({
    look,
    origin,
    refs,
  }) => {
    const pages = ['ko', 'en']
    const snippets = pages.map(
      async (page) => (await snippetsOf(origin, refs('R1'), { page, lang: '' })).frame,
    )
    const frames = [
      ...(await Promise.all(snippets)),
      await framed(origin, `/claims/${refs('R1')}`, 600),
    ]
    for (const frame of frames)
      for (const locale of ['ko-KR', 'en-US'])
        for (const width of [280, 360, 600]) {
          const page = await look(await serveHostPage(columnOf(frame, width)), { locale })
          await page.frameLocator('iframe').locator('main').waitFor()

          expect([locale, width, (await leftOut(page)) <= 0]).toEqual([locale, width, true])
        }
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
