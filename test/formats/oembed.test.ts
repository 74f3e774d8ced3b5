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
        room: 'max(400px,500px - 100cqw)',
        enough: 900,
      })

      const tags = decoded(html).match(/<[^>]*>/g) ?? []

      expect(tags.map((tag) => tag.replace(/ .*>/s, '>'))).toEqual([
        '<blockquote>',
        '<a>',
        '</a>',
        '</blockquote>',
        '<div>',
        '<div>',
        '<iframe>',
        '</iframe>',
        '</div>',
        '</div>',
      ])
      expect(tags[6]).toMatch(
        /^<iframe src="[^"]*\/embed\/claims\/1\?lang=ko&theme=dark" width="600" height="400" [^>]* title="[^"]*">$/,
      )
    },
  )

  it('quotes words as they are or not at all', () => {
    expect(frame('R&D is "flat"')).toContain('>R&amp;D is &quot;flat&quot;</a>')
    expect(frame('R&D is "flat"')).toContain(' title="R&amp;D is ”flat”">')
    expect(frame('Growth < 5%')).toContain('>https://a.example/1</a>')
    expect(frame('Growth < 5%')).toContain(' title="https://a.example/1">')
  })
})

function frame(title: string): string {
  return frameHtml({
    address: 'https://a.example/1',
    src: 'b:',
    title,
    width: 1,
    height: 1,
    room: '1px',
    enough: 1,
  })
}

/** As Discourse does with the HTML that it is given, before it parses that. */
function decoded(html: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
  return html.replace(/&(lt|gt|quot|amp|#39);/g, (entity, name: string) => signs[name] ?? entity)
}
