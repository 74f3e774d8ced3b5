import { HtmlValidate } from 'html-validate'
import { describe, expect } from 'vitest'
import { faultsOf } from '../../support/axe.ts'
import { browserPath, it } from '../../support/browser.ts'

const draft =
  'Some business units within Microsoft lowered sales targets for certain AI products.\r\n\r\nThe weather was fine. <b>Bold</b> & "more"'

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
const asForm = (fields: Record<string, string>) => ({
  method: 'POST',
  headers: urlencoded,
  body: new URLSearchParams(fields).toString(),
})

describe('the page on which drafts are checked', () => {
  it('200: shows each sentence that repeats a claim, where that stands, and what is found', async ({
    origin,
    refs,
  }) => {
    const answer = await fetch(`${origin}/check?lang=en`, asForm({ text: draft, format: 'text' }))
    const page = await answer.text()

    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).toContain('Microsoft answers another point (the scope) · this one is open')
    expect(page).toContain('A party that this is about has answered')
    expect(page).toContain(`/claims/${refs('R1')}?lang=en`)
    expect(page).toContain('neither salespeople')
    expect(page).not.toContain('The weather')
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off' },
    })
    const { results } = await validator.validateString(page)
    expect(results.flatMap(({ messages }) => messages.map((each) => each.message))).toEqual([])
  })

  it('200: shows the words of a draft as words, whatever is in them', async ({ origin, refs }) => {
    const hostile = `<p>Some business units within Microsoft lowered sales targets for certain AI products &lt;img src=x onerror=alert(1)&gt;</p><script>alert(2)</script>`
    const answer = await fetch(`${origin}/check`, asForm({ text: hostile, format: 'html' }))
    const page = await answer.text()

    expect(answer.status).toBe(200)
    expect(page).toContain(refs('R1'))
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toMatch(/<img src=x|alert\(2\)/)
  })

  it.for([
    [{ text: '', format: 'text' }, 422],
    [{ text: 'a', format: 'docx' }, 422],
    [{ text: 'nowhere', format: 'addresses' }, 422],
    [{ text: 'a'.repeat(4_300_000) }, 413],
  ] as const)(
    'refuses what cannot be checked, and keeps no copy: %#',
    async ([fields, status], { origin }) => {
      const answer = await fetch(`${origin}/check`, asForm(fields))

      expect(answer.status).toBe(status)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    },
  )

  it('422: keeps what was typed, and says at the field what is wrong', async ({ origin }) => {
    const sent = { text: 'nowhere & <b>', format: 'addresses' }
    const page = await (await fetch(`${origin}/check?lang=en`, asForm(sent))).text()
    const blank = await fetch(`${origin}/check?lang=ko`, asForm({ text: ' ', format: 'html' }))
    const korean = await blank.text()

    expect(page).toMatch(/<textarea[^>]* aria-describedby="fault">nowhere &amp; &lt;b&gt;</)
    expect(page).toContain('<option value="addresses" selected="">')
    expect(page).toMatch(/<p class="fault whole" id="fault">[^<]+/)
    expect(korean).toContain('초고를 붙여 넣으십시오.')
  })

  it('415: another form of body', async ({ origin }) => {
    const answer = await fetch(`${origin}/check`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'text=a',
    })

    expect(answer.status).toBe(415)
  })
})

describe.skipIf(browserPath === undefined)('in a browser without scripts', () => {
  it('a draft is pasted and checked, and stands in no address', async ({ look, refs }) => {
    const page = await look('/check?lang=ko', { javaScriptEnabled: false })
    await page.fill('textarea[name=text]', draft)
    await page.click('main button')

    await page.waitForSelector('main section')
    expect(await page.content()).toContain(refs('R1'))
    expect(new URL(page.url()).search).toBe('?lang=ko')
    expect(await page.locator('main section .fault').allTextContents()).toEqual([
      expect.stringContaining('당사자가 답한 기록이 있으나'),
    ])
    expect(await page.locator('main section h2').allTextContents()).toEqual([
      'Some business units within Microsoft lowered sales targets for certain AI products.',
    ])
  })

  it('axe finds nothing on the form and on an answer', async ({ look, refs }) => {
    expect(refs('R1')).not.toBe('R1')
    const page = await look('/check?lang=en')
    expect(await faultsOf(page)).toEqual([])
    await page.fill('textarea[name=text]', draft)
    await page.click('main button')
    await page.waitForSelector('main section')
    expect(await faultsOf(page)).toEqual([])
  })
})
