import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { browserPath, it } from '../../support/browser.ts'
import { serveHostPage } from '../../support/host-page.ts'
import { noteShifts, shiftOf } from '../../support/shifts.ts'
import { snippetsOf } from '../../support/snippets.ts'

const paragraphs = (count: number) =>
  '<p>A paragraph of the article, of some length.</p>'.repeat(count)

/** An article of somebody else, in a column. */
function article(body: string, style = ''): Promise<string> {
  return serveHostPage(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>
    <style>main { max-width: 680px; margin: auto } ${style}</style><main><h1>Article</h1>${body}</main>`)
}

/** Cards of the page that are not shown whole. */
const cutCards = `[...document.querySelectorAll('claim-card')].filter((each) => {
  const card = each.shadowRoot.querySelector('article')
  return !card || card.scrollHeight > card.clientHeight + 1 || each.offsetHeight < card.offsetHeight
}).length`

/** How high the element is, the card in it, and the card by itself; and where it ends in the view. */
function roomIn(page: Page): Promise<{
  readonly kept: number
  readonly filled: number
  readonly own: number
  readonly end: number
}> {
  return page.evaluate(`(() => {
    const element = document.querySelector('claim-card')
    const card = element.shadowRoot.querySelector('article')
    const { height: kept, bottom: end } = element.getBoundingClientRect()
    const { height: filled } = card.getBoundingClientRect()
    const alone = card.cloneNode(true)
    alone.style.height = ''
    card.after(alone)
    const own = alone.getBoundingClientRect().height
    alone.remove()
    return { kept, filled, own, end }
  })()`)
}

describe.skipIf(browserPath === undefined)('<claim-card> in an article', () => {
  it.for([400, 900])(
    'shifts nothing, in view or not, at %s px',
    async (width, { look, origin, refs }) => {
      const { element } = await snippetsOf(origin, refs('R1'))
      const cards = `${paragraphs(2)}${element}${paragraphs(20)}${element}${paragraphs(60)}${element}`
      const address = await article(cards + paragraphs(20))
      const page = await look('about:blank', { viewport: { width, height: 900 } })
      await page.addInitScript(noteShifts)
      // So that the page is painted before script and cards are there.
      await page.route('**/embed/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 200))
        await route.continue()
      })

      await page.goto(address)
      await page.locator('claim-card article').first().waitFor()
      const height: number = await page.evaluate('document.documentElement.scrollHeight')
      for (let top = 0; top < height; top += 400) {
        await page.mouse.wheel(0, 400)
        await page.waitForTimeout(50)
      }

      expect(await page.locator('claim-card article').count()).toBe(3)
      expect(await shiftOf(page)).toBeLessThan(0.001)
      expect(await page.evaluate(cutCards)).toBe(0)
    },
  )

  it('has the height of its card once nobody looks at its end', async ({ look, origin, refs }) => {
    const link = `<a href="${origin}/claims/${refs('R1')}">claim</a>`
    const { element } = await snippetsOf(origin, refs('R1'))
    const low = element.replace(/<claim-card.*/s, `<claim-card height="250">${link}</claim-card>`)
    const page = await look(await article(low + paragraphs(60)), {
      viewport: { width: 800, height: 700 },
    })
    await page.locator('claim-card article').waitFor()
    // What does not fit yet is reached by keyboard.
    expect(await page.locator('claim-card article').getAttribute('tabindex')).toBe('0')

    await page.mouse.wheel(0, 1500)

    await expect.poll(() => page.evaluate(cutCards)).toBe(0)
  })

  it.for([280, 400, 680, 900])(
    'reserves hardly more than the height of its card, at %s px',
    async (width, { look, origin, refs }) => {
      for (const choice of [{ lang: 'ko' }, { lang: 'en', counterpoints: '0' }]) {
        const { element } = await snippetsOf(origin, refs('R1'), choice)
        const page = await look(
          await article(element + paragraphs(5), `main { width: ${width}px }`),
          {
            viewport: { width: 1000, height: 1600 },
          },
        )
        await page.locator('claim-card article').waitFor()
        const { kept, own, end } = await roomIn(page)

        expect([choice, end < 1600, kept >= own, kept - own <= 8]).toEqual([
          choice,
          true,
          true,
          true,
        ])
      }
    },
  )

  it('fills the room that was kept while its end is in view, and no longer', async ({
    look,
    origin,
    refs,
  }) => {
    const { element } = await snippetsOf(origin, refs('R1'), { lang: 'en', counterpoints: '0' })
    const roomy = element.replace(/padding-bottom: [^"]*/, 'padding-bottom: 900px')
    const page = await look('about:blank', { viewport: { width: 800, height: 1200 } })
    await page.addInitScript(noteShifts)
    await page.goto(await article(roomy + paragraphs(60)))
    await page.locator('claim-card article').waitFor()
    const inView = await roomIn(page)
    await page.setViewportSize({ width: 800, height: 300 })
    await expect.poll(async () => (await roomIn(page)).kept).toBe(inView.own)

    expect(inView).toMatchObject({ kept: 900, filled: 900 })
    expect(inView.own).toBeLessThan(700)
    expect(await shiftOf(page)).toBe(0)
  })

  it('keeps its room without the height of its link, and not for another width', async ({
    look,
    origin,
    refs,
  }) => {
    const { element } = await snippetsOf(origin, refs('R1'))
    const bare = element.slice(element.indexOf('<claim-card'))
    const heights =
      "['claim-card', 'claim-card a'].map((each) => document.querySelector(each).offsetHeight)"
    const without = await look(await article(bare.replace(/<a .*<\/a>/s, '') + paragraphs(60)), {
      viewport: { width: 400, height: 900 },
    })
    const kept = await without.evaluate("document.querySelector('claim-card').offsetHeight")
    const linked = await look(await article(bare + paragraphs(60)), {
      viewport: { width: 400, height: 900 },
    })
    expect(await linked.evaluate(heights)).toEqual([kept, expect.any(Number)])

    const page = await look(await article(element + paragraphs(60)), {
      viewport: { width: 400, height: 900 },
    })
    await page.locator('claim-card article').waitFor()
    await page.setViewportSize({ width: 900, height: 900 })

    const spare =
      "document.querySelector('claim-card').offsetHeight - document.querySelector('claim-card').shadowRoot.querySelector('article').offsetHeight"
    await expect.poll(() => page.evaluate(spare)).toBe(0)
    expect(await page.evaluate(cutCards)).toBe(0)
  })

  it('is printed whole, also where nobody has scrolled to', async ({ look, origin, refs }) => {
    const { element } = await snippetsOf(origin, refs('R1'))
    const cards = [element, element, element].map((each) => each + paragraphs(150)).join('')
    const page = await look(await article(cards))
    await page.locator('claim-card article').first().waitFor()
    await page.evaluate(`addEventListener('afterprint', () => { globalThis.cut = ${cutCards} })`)
    expect(await page.locator('claim-card article').count()).toBe(1)

    const pdf = await page.pdf()

    expect(await page.locator('claim-card article').count()).toBe(3)
    expect(await page.evaluate('cut')).toBe(0)
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  it('is shown whole in a tab that is opened later', async ({ look, origin, refs }) => {
    const { element } = await snippetsOf(origin, refs('R1'))
    const page = await look(
      await article(`<div id="tab" style="display: none">${element}</div>${paragraphs(3)}`),
      { viewport: { width: 360, height: 800 } },
    )
    await page.waitForLoadState('networkidle')

    await page.evaluate("document.querySelector('#tab').style.display = 'block'")
    await page.locator('claim-card article').waitFor()

    expect(await page.evaluate(cutCards)).toBe(0)
  })

  it.for([
    ['normal', {}, 'light'],
    ['light', {}, 'light'],
    ['dark', {}, 'dark'],
    ['light dark', {}, 'dark'],
    ['dark', { theme: 'light' }, 'light'],
    ['light', { theme: 'dark' }, 'dark'],
    ['normal', { theme: 'auto' }, 'dark'],
  ] as const)(
    'has the colours of a page with color-scheme %s, unless it is given a theme: %j',
    async ([scheme, choice, expected], { look, origin, refs }) => {
      const { element } = await snippetsOf(origin, refs('R1'), choice)
      const page = await look(await article(element, `:root { color-scheme: ${scheme} }`), {
        colorScheme: 'dark',
      })
      await page.locator('claim-card article').waitFor()
      const ground = await page.evaluate(
        "getComputedStyle(document.querySelector('claim-card').shadowRoot.querySelector('article')).backgroundColor",
      )

      expect(ground).toBe(expected === 'dark' ? 'rgb(21, 23, 27)' : 'rgb(255, 255, 255)')
    },
  )
})
