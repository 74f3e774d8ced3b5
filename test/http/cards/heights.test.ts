import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { cardStyle } from '../../../src/edges/embed/card-style.ts'
import { heightsOf } from '../../../src/edges/embed/height/card-height.ts'
import fontWidths from '../../../src/edges/embed/height/font-widths.json' with { type: 'json' }
import { browserPath, it } from '../../support/browser.ts'
import { importLines } from '../../support/import.ts'
import { charactersOfCards, measureFonts } from '../../support/measured-fonts.ts'
import { randomClaims } from '../../support/random-texts.ts'
import { seedLines } from '../../support/seed.ts'

const choices = ['lang=ko', 'lang=en', 'lang=ko&counterpoints=0', 'lang=en&size=compact']
const widths = [280, 360, 680, 900]
/** What a computed height may be off, in pixels. */
const offMax = 8

async function cardOf(origin: string, path: string): Promise<string> {
  const response = await fetch(`${origin}/embed${path}`)
  expect(response.status).toBe(200)
  return response.text()
}

/** How high a document is in the browser at each width. */
async function realHeights(page: Page, html: string, fonts = ''): Promise<number[]> {
  await page.setContent(html.replace('</style>', `${fonts}</style>`))
  const heights: number[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 9000 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    heights.push(
      await page.evaluate<number>('document.documentElement.getBoundingClientRect().height'),
    )
  }
  return heights
}

/** How much higher than it is a card was computed at each width. */
async function offBy(page: Page, html: string, fonts?: string): Promise<number[]> {
  const heightAt = heightsOf(html, cardStyle)
  const real = await realHeights(page, html, fonts)
  return widths.map((width, at) => heightAt(width) - (real[at] ?? 0))
}

async function idsOf(refs: Promise<{ refs: Record<string, string> }>): Promise<string[]> {
  const entries = Object.entries((await refs).refs)
  return entries.flatMap(([ref, id]) => (ref.startsWith('claim-') ? [id] : []))
}

function isClaim(line: object): line is { readonly ref: string } {
  return 'type' in line && line.type === 'claim' && 'ref' in line
}

describe.skipIf(browserPath === undefined)('the height of a card', () => {
  it('is computed with the fonts that are here; if not, see CONTRIBUTING.md', async ({ look }) => {
    const characters = { ...charactersOfCards, even: [], paired: [...'AVTo.'] }
    const faces = await measureFonts(await look('about:blank'), characters)

    for (const { pairs, widths, ...face } of Object.values(faces)) {
      expect(Object.values(fontWidths)).toContainEqual(expect.objectContaining(face))
      expect(Object.values(fontWidths)).toContainEqual(
        expect.objectContaining({ widths: expect.arrayContaining([...widths]) }),
      )
      expect(pairs).not.toEqual({})
    }
  })

  it('is the real one, whatever its texts', { timeout: 200_000 }, async ({ db, look, origin }) => {
    const ids = await idsOf(importLines(db, randomClaims(60, 4)))
    const page = await look('about:blank')

    for (const [index, id] of ids.entries()) {
      const html = await cardOf(origin, `/claims/${id}?${choices[index % choices.length]}`)
      const off = await offBy(page, html)
      const isClose = off.every((pixels) => Math.abs(pixels) <= offMax)
      expect(isClose, `${off.join(' ')} ${html.slice(html.indexOf('<main'))}`).toBe(true)
    }
    expect(ids).toHaveLength(60)
  })

  it.for([
    ["'Noto Sans CJK KR'", "'Noto Serif CJK KR'"],
    ["'DejaVu Sans Condensed'", "'DejaVu Serif Condensed'"],
  ])('is never too low with other fonts: %s', async ([sans, serif], { look, origin, refs }) => {
    const page = await look('about:blank')
    const korean = "'Noto Sans CJK KR'"
    const fonts = `:root { --sans: ${sans}, ${korean}; --serif: ${serif}, ${korean} }`

    for (const { ref } of seedLines().filter(isClaim))
      for (const lang of ['ko', 'en']) {
        const html = await cardOf(origin, `/claims/${refs(ref)}?lang=${lang}`)
        const off = await offBy(page, html, fonts)
        expect(Math.min(...off), `${ref} ${lang} ${off.join(' ')}`).toBeGreaterThan(-4)
      }
  })

  it.for([280, 360, 600])(
    'is what oEmbed says at %s px: never too little, and at most 8 px more',
    async (width, { look, origin, refs }) => {
      const claims = ['R1', 'R3', 'D1', 'F1', 'V'].map((ref) => `/claims/${refs(ref)}`)
      for (const path of [...claims, '/stories/ms-ai-sales-targets'])
        for (const choice of ['lang=ko', 'lang=en&opinions=off', 'lang=ko&size=compact']) {
          const card = `${path}?${choice}`
          const url = encodeURIComponent(origin + card)
          const answer = await fetch(`${origin}/oembed?maxwidth=${width}&url=${url}`)
          const { height } = JSON.parse(await answer.text())
          const page = await look(`/embed${card}`, { viewport: { width, height: 9000 } })
          const real: number = await page.evaluate(
            'document.documentElement.getBoundingClientRect().height',
          )

          expect([card, height >= real, height - real <= offMax]).toEqual([card, true, true])
        }
    },
  )
})
