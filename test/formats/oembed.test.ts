import { describe, expect, it } from 'vitest'
import { frameHtml } from '../../src/formats/oembed.ts'
import { hostileTexts } from '../support/hostile.ts'

const more = {
  'markup that ends the frame': '"></iframe></a></blockquote><img src="https://other.example/x">',
  'markup as entities': '&lt;img src=x&gt; &#60;b&#62;',
}

describe('the frame of a card', () => {
  it.for(Object.entries({ ...hostileTexts, ...more }))(
    'holds no more than a link and a frame where entities are decoded once more: %s',
    ([, title]) => {
      const html = frameHtml({
        address: 'https://counterpoint.example/claims/1',
        src: 'https://counterpoint.example/embed/claims/1?lang=ko&theme=dark',
        title,
        width: 600,
        height: 400,
      })

      const tags = decoded(html).match(/<[^>]*>/g) ?? []

      expect(tags.map((tag) => tag.replace(/ .*>/s, '>'))).toEqual([
        '<blockquote>',
        '<a>',
        '</a>',
        '</blockquote>',
        '<iframe>',
        '</iframe>',
      ])
      expect(tags[4]).toMatch(
        /^<iframe src="[^"]*\/embed\/claims\/1\?lang=ko&theme=dark" width="600" height="400" [^>]* title="[^"]*">$/,
      )
    },
  )

  it('keeps words that look like markup readable', () => {
    const title = 'Growth < 5% & "flat"'
    const html = frameHtml({ address: 'a:', src: 'b:', title, width: 1, height: 1 })

    expect(html).toContain('<a href="a:">Growth ＜ 5% &amp; &quot;flat&quot;</a>')
    expect(html).toContain(' title="Growth ＜ 5% &amp; ＂flat＂">')
  })
})

/** As Discourse does with the HTML that it is given, before it parses that. */
function decoded(html: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return html.replace(/&(lt|gt|quot|amp|#39);/g, (entity, name: string) => signs[name] ?? entity)
}
