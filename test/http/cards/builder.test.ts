import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect } from 'vitest'
import { browserPath, it } from '../../support/browser.ts'
import { textOf } from '../../support/document.ts'
import { builderPath, snippetsIn } from '../../support/snippets.ts'

describe('/embed', () => {
  it('makes an element, a frame, a link and a badge of an address', async ({ origin, refs }) => {
    const address = `${origin}/claims/${refs('R1')}`
    const choice = { lang: 'ko', theme: 'dark', counterpoints: '1' }
    const html = await (await fetch(origin + builderPath(address, choice))).text()
    const [element, frame, link, badge] = snippetsIn(html)

    expect(element).toMatch(
      /^<script type="module" src="[^"]*\/embed\/claim-card-2\.js" integrity="sha384-/,
    )
    expect(element).toMatch(
      /<claim-card lang="ko" theme="dark" counterpoints="1" style="display: block; height: 0; padding-bottom: max\(/,
    )
    expect(frame).toContain(`${origin}/embed/claims/${refs('R1')}?lang=ko`)
    expect(link).toContain(`<a href="${address}">[마이크로소프트 답변: 다른 점] 디인포메이션: `)
    expect(badge).toContain(`${origin}/claims/${refs('R1')}.svg?lang=ko`)
    const named = 'Counterpoint: 마이크로소프트 답변: 다른 점(범위) · 이 점은 답변 없음 (20'
    expect(badge).toContain(` alt="${named}`)
    expect(badge).toContain(` title="${named}`)
  })

  it('keeps the size, and whether opinions are shown, in every snippet', async ({
    origin,
    refs,
  }) => {
    const address = `${origin}/claims/${refs('R1')}`
    const choice = { size: 'compact', opinions: 'off' }
    const html = await (await fetch(origin + builderPath(address, choice))).text()
    const [element, frame] = snippetsIn(html)

    expect(element).toContain('<claim-card size="compact" opinions="off" style="')
    expect(frame).toContain(`${refs('R1')}?size=compact&opinions=off`)
    expect(html).toContain('<option value="compact" selected="">Three lines</option>')
    expect(html).toContain(
      '<option value="off" selected="">Left out, unless the status rests on them</option>',
    )
  })

  it('makes no badge of a claim that nobody has examined, and says why', async ({
    origin,
    refs,
  }) => {
    const html = await (await fetch(origin + builderPath(`${origin}/claims/${refs('R2')}`))).text()

    expect(snippetsIn(html)).toHaveLength(3)
    expect(html).not.toContain(`${refs('R2')}.svg`)
    expect(textOf(html)).toContain('There is no badge for this claim: nobody has contradicted')
  })

  it('is there in another language, with what was chosen', async ({ origin, refs }) => {
    const address = `${origin}/claims/${refs('R1')}`
    const asked = builderPath(address, { lang: 'en', theme: 'dark', counterpoints: '1' })
    const english = await (await fetch(origin + asked)).text()

    const [, other = ''] = /<a href="(\?[^"]*)" lang="ko"/.exec(english) ?? []
    const korean = await (await fetch(`${origin}/embed${other.replaceAll('&amp;', '&')}`)).text()

    expect(korean).toContain('<html lang="ko">')
    expect(korean).toContain('다른 페이지에 넣을 카드')
    expect(snippetsIn(korean)).toEqual(snippetsIn(english))
  })

  it.for([
    ['an address of somebody else', 'https://example.org/claims/1', 'not the address of a claim'],
    ['a page of ours that is no claim', '/docs', 'not the address of a claim'],
    ['markup', '"><script>alert(1)</script>', 'not the address of a claim'],
    [
      'a claim that is not there',
      '/claims/00000000-0000-7000-8000-000000000000',
      'There is no such',
    ],
  ])('says so of %s, and keeps what was pasted', async ([, pasted = '', says = ''], { origin }) => {
    const address = pasted.startsWith('/') ? origin + pasted : pasted
    const response = await fetch(origin + builderPath(address))
    const html = await response.text()

    expect(response.status).toBe(404)
    expect(textOf(html)).toContain(says)
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<textarea')
  })

  it('may be framed by nobody, and frames nobody but us', async ({ origin }) => {
    const { headers } = await fetch(`${origin}/embed`)

    expect(headers.get('content-security-policy')).toMatch(
      /frame-src 'self'.*frame-ancestors 'none'/,
    )
  })
})

describe.skipIf(browserPath === undefined)('/embed in a browser', () => {
  it.for([
    { width: 320, colorScheme: 'dark', page: 'ko' },
    { width: 900, colorScheme: 'light', page: 'en' },
  ] as const)(
    'is accessible: $colorScheme, $width px, $page',
    async (how, { look, origin, refs }) => {
      const address = `${origin}/claims/${refs('R1')}`
      const page = await look(builderPath(address, { page: how.page }), {
        colorScheme: how.colorScheme,
        viewport: { width: how.width, height: 700 },
      })
      const { violations } = await new AxeBuilder({ page })
        .exclude('iframe')
        .setLegacyMode()
        .analyze()

      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    },
  )

  it('follows a choice at once, and gives the frames the height of their cards', async ({
    look,
    origin,
    refs,
  }) => {
    const page = await look(builderPath(`${origin}/claims/${refs('R1')}`))
    await page.selectOption('select[name=theme]', 'dark')
    await page.waitForURL(/theme=dark/)
    const card = page.frames().find((frame) => frame.url().includes('/embed/claims/'))
    const inner = await card?.evaluate<number>(
      'Math.ceil(document.documentElement.getBoundingClientRect().height)',
    )

    await expect
      .poll(() => page.locator('iframe').first().getAttribute('height'))
      .toBe(String(inner))
  })
})
