import { gzipSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { faultsOf } from '../../support/axe.ts'
import {
  cardElement,
  earlierElements,
  readScript,
} from '../../../src/edges/embed/browser-scripts.ts'
import { browserPath, it } from '../../support/browser.ts'
import { serveHostPage } from '../../support/host-page.ts'

/** An article of somebody else, who lets no more in than a card needs. */
async function article(origin: string, body: string): Promise<string> {
  const { path, integrity } = await readScript(cardElement)
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}`
  const html = `<!doctype html><html lang="ko"><title>기사</title><main><h1>기사</h1><p>앞 문단</p>
    <script type="module" src="${origin}${path}" integrity="${integrity}" crossorigin="anonymous"></script>
    ${body}<p id="after">뒤 문단</p></main></html>`
  return serveHostPage(html, { 'content-security-policy': policy })
}

describe('the script of <claim-card>', () => {
  it.for([
    ['claim-card-1.js', 'E09Uneo79rLMJcM+r1Jlyn9A4wt1lFdDWk/JogUaqx2tgy6KB5LmMa8lyWxpfrMU'],
    ['claim-card-2.js', '96hkx/QToiZ0wWH4vvzgxDCDQT7F9DWadccHRLT/ArHxy/08vSN3az+2hJAiIjI9'],
  ])(
    '%s is what was published under its number: articles hold it to this digest',
    async ([name = '', digest]) => {
      const { integrity, text } = await readScript(name)

      expect(integrity).toBe(`sha384-${digest}`)
      expect(gzipSync(text).length).toBeLessThan(3_000)
    },
  )

  it.for([cardElement, ...earlierElements])(
    '%s may be kept for ever, and read by pages of other origins',
    async (name, { origin }) => {
      const { headers } = await fetch(`${origin}/embed/${name}`)

      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    },
  )
})

describe.skipIf(browserPath === undefined)('<claim-card> in a browser', () => {
  it('shows the card in a page with a strict policy, in the language of the page', async ({
    look,
    origin,
    refs,
  }) => {
    const link = `<a href="${origin}/claims/${refs('R1')}">주장</a>`
    const page = await look(await article(origin, `<claim-card height="700">${link}</claim-card>`))
    const card = page.locator('claim-card article')

    await card.waitFor()
    expect(await card.textContent()).toContain('마이크로소프트 답변: 다른 점')
    expect(await page.locator('claim-card h1').getAttribute('aria-level')).toBe('2')
    expect(await faultsOf(page)).toEqual([])
  })

  it('moves nothing that the reader sees', async ({ look, origin, refs }) => {
    const link = `<a href="${origin}/claims/${refs('R1')}">주장</a>`
    const page = await look(await article(origin, `<claim-card height="200">${link}</claim-card>`))
    const top = () =>
      page.evaluate<number>("document.querySelector('#after').getBoundingClientRect().top")
    await page.locator('claim-card').waitFor()
    const before = await top()
    await page.locator('claim-card article').waitFor()

    expect(before).toBeGreaterThan(200)
    expect(await top()).toBe(before)
    // What does not fit is reached by keyboard.
    expect(await page.locator('claim-card article').getAttribute('tabindex')).toBe('0')
  })

  it('keeps the link if there is no card, or if it leads elsewhere', async ({
    look,
    origin,
    refs,
  }) => {
    const absent = `<claim-card><a href="${origin}/claims/nothing">없는 주장</a></claim-card>`
    const foreign = `<claim-card><a href="https://example.org/claims/${refs('R1')}">다른 곳</a></claim-card>`
    const page = await look(await article(origin, absent + foreign))
    const low =
      '[...document.querySelectorAll("claim-card")].every((each) => each.offsetHeight < 40)'

    await expect.poll(() => page.evaluate(low)).toBe(true)
    expect(await page.getByText('없는 주장').isVisible()).toBe(true)
    expect(await page.getByText('다른 곳').isVisible()).toBe(true)
    expect(await page.locator('claim-card article').count()).toBe(0)
  })

  it('takes what is chosen of it, and follows a change of that', async ({ look, origin, refs }) => {
    const link = `<a href="${origin}/claims/${refs('R1')}">claim</a>`
    const card = `<claim-card lang="en" theme="dark" counterpoints="0" height="500">${link}</claim-card>`
    const page = await look(await article(origin, card))
    await page.locator('claim-card article[data-theme=dark][lang=en]').waitFor()
    expect(await page.locator('claim-card article li').count()).toBe(0)

    await page.evaluate("document.querySelector('claim-card').setAttribute('counterpoints', '2')")

    await expect.poll(() => page.locator('claim-card article li').count()).toBe(2)

    await page.evaluate("document.querySelector('claim-card').setAttribute('size', 'compact')")

    await page.locator('claim-card article.compact').waitFor()
    expect(await page.locator('claim-card article').textContent()).toContain('As of ')
  })
})
