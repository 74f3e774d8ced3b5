import { extract } from '@extractus/oembed-extractor'
import { unfurl } from 'unfurl.js'
import { describe, expect } from 'vitest'
import { it } from '../../support/site.ts'

interface OEmbed {
  readonly version: string
  readonly type: string
  readonly title: string
  readonly author_name?: string
  readonly width: number
  readonly height: number
  readonly html: string
}

function ask(origin: string, url: string, more = ''): Promise<Response> {
  return fetch(`${origin}/oembed?url=${encodeURIComponent(url)}${more}`)
}

async function embedOf(origin: string, url: string, more = ''): Promise<OEmbed> {
  const response = await ask(origin, url, more)
  expect(response.status).toBe(200)
  // The protocol says so, and the test looks at every field.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (await response.json()) as OEmbed
}

describe('oEmbed', () => {
  it('gives a frame with the card, and a link for where frames are refused', async ({
    origin,
    refs,
  }) => {
    const url = `${origin}/claims/${refs('R1')}`

    const embed = await embedOf(origin, url)

    expect(embed).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: expect.stringContaining('The Information: Some business units'),
      author_name: 'The Information',
      provider_name: 'Counterpoint',
      width: 600,
    })
    expect(embed.html).toMatch(
      new RegExp(
        `^<blockquote><a href="${url}">[^<]*</a></blockquote><div [^>]*><div [^>]*><iframe [^>]*></iframe></div></div>$`,
      ),
    )
    expect(embed.html).toContain(` src="${origin}/embed/claims/${refs('R1')}"`)
    expect(embed.html).toContain(` width="600" height="${embed.height}"`)
  })

  it('keeps the size and whether opinions are shown, and gives a small card little room', async ({
    origin,
    refs,
  }) => {
    const url = `${origin}/claims/${refs('R1')}`

    const full = await embedOf(origin, url)
    const compact = await embedOf(origin, `${url}?size=compact&opinions=off`)

    expect(compact.html).toContain(`/embed/claims/${refs('R1')}?size=compact&amp;opinions=off"`)
    expect(compact.height).toBeLessThan(full.height / 2)
  })

  it('keeps what was chosen of the card, in the address that was given', async ({
    origin,
    refs,
  }) => {
    const url = `${origin}/claims/${refs('R1')}?lang=ko&theme=dark&utm_source=x`

    const { html, title } = await embedOf(origin, url)

    expect(html).toContain(`/embed/claims/${refs('R1')}?lang=ko&amp;theme=dark"`)
    expect(title).toContain('디인포메이션')
  })

  it('obeys maxwidth and maxheight', async ({ origin, refs }) => {
    const url = `${origin}/claims/${refs('R1')}`

    expect(await embedOf(origin, url, '&maxwidth=320&maxheight=250')).toMatchObject({
      width: 320,
      height: 250,
    })
    expect(await embedOf(origin, url, '&maxwidth=9999')).toMatchObject({ width: 600 })
    expect(await embedOf(origin, url, '&maxwidth=-1&maxheight=tall')).toMatchObject({ width: 600 })
  })

  it('speaks XML as well, and no third format', async ({ origin, refs }) => {
    const url = `${origin}/claims/${refs('R1')}`
    const json = await embedOf(origin, url)

    const xml = await ask(origin, url, '&format=xml')
    const text = await xml.text()

    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/)
    expect(text).toContain(`<title>${json.title}</title>`)
    expect(text).toContain('<html>&lt;blockquote&gt;')
    expect((await ask(origin, url, '&format=yaml')).status).toBe(501)
  })

  it('knows stories, and the addresses of cards', async ({ origin, refs }) => {
    const story = await embedOf(origin, `${origin}/stories/ms-ai-sales-targets`)
    const card = await embedOf(origin, `${origin}/embed/claims/${refs('R1')}`)

    expect(story.html).toContain(`${origin}/embed/stories/ms-ai-sales-targets`)
    expect(card.html).toContain(`href="${origin}/claims/${refs('R1')}"`)
  })

  it('404: the address is not ours, or names nothing', async ({ origin, refs }) => {
    const id = refs('R1')
    const strange = [
      `https://other.example/claims/${id}`,
      `http://127.0.0.1:1/claims/${id}`,
      `${origin}/claims/019ae1e5-0000-7000-8000-000000000000`,
      `${origin}/claims/nonsense`,
      `${origin}/stories/%E0%A4%A`,
      `${origin}/v1/claims/${id}`,
      'file:///etc/passwd',
      'javascript:alert(1)',
      '',
    ]

    for (const url of strange) {
      const response = await ask(origin, url)
      expect([url, response.status]).toEqual([url, 404])
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await fetch(`${origin}/oembed`)).status).toBe(400)
  })
})

describe('what turns a bare link into a card', () => {
  it('@extractus/oembed-extractor finds the frame, as Ghost does', async ({ origin, refs }) => {
    const found = await extract(`${origin}/claims/${refs('R1')}`)

    expect(found).toMatchObject({ version: '1.0', type: 'rich', width: 600 })
    expect(JSON.stringify(found)).toContain('/embed/claims/')
  })

  it('unfurl.js finds the frame and the status in words', async ({ origin, refs }) => {
    const found = await unfurl(`${origin}/claims/${refs('R1')}?lang=ko`)

    expect(found.oEmbed).toMatchObject({ type: 'rich', width: 600 })
    expect(found.open_graph).toMatchObject({
      site_name: 'Counterpoint',
      title:
        '[마이크로소프트 답변: 다른 점] 디인포메이션: MS 내부 일부 사업부가 특정 AI 제품의 매출 목표를 하향 조정했다',
      description: expect.stringMatching(
        /^마이크로소프트 답변: 다른 점\(범위\) · 이 점은 답변 없음\. 당사자인 마이크로소프트가 /,
      ),
    })
    expect(found.twitter_card?.card).toBe('summary_large_image')
    expect(found.open_graph?.images?.[0]).toMatchObject({ width: 1200, height: 630 })
    const image = await fetch(found.open_graph?.images?.[0]?.url ?? '')
    expect(image.headers.get('content-type')).toBe('image/png')
  })

  it('no page is an article, of which Discourse makes a box without asking for the card', async ({
    origin,
    refs,
  }) => {
    for (const path of [`/claims/${refs('R1')}`, '/stories/ms-ai-sales-targets']) {
      const { open_graph } = await unfurl(origin + path)

      expect(open_graph).toMatchObject({
        type: 'website',
        title: expect.stringMatching(/./),
        description: expect.stringMatching(/./),
      })
    }
  })

  it('the links are in the header too, in ASCII', async ({ origin, refs }) => {
    for (const path of [`/claims/${refs('R1')}?lang=ko`, '/stories/ms-ai-sales-targets?lang=ko']) {
      const { headers } = await fetch(origin + path)
      const link = headers.get('link') ?? ''

      expect(link).toMatch(/^[\x20-\x7E]+$/)
      const [, oembed = ''] =
        /<([^>]*)>; rel="alternate"; type="application\/json\+oembed"/.exec(link) ?? []
      expect((await fetch(oembed)).status).toBe(200)
    }
  })
})
