import type { Frame, Page } from 'playwright-core'

/** The card in the frame of a page. */
export function cardIn(page: Page): Frame | undefined {
  return page.frames().find((each) => each.url().includes('/embed/'))
}

/** The height that the card in a frame has without a scrollbar. */
export async function realHeight(page: Page): Promise<number | undefined> {
  return cardIn(page)?.evaluate<number>(`(() => {
    const root = document.documentElement
    const { scrollbarWidth } = root.style
    root.style.scrollbarWidth = 'none'
    const { height } = root.getBoundingClientRect()
    root.style.scrollbarWidth = scrollbarWidth
    return Math.ceil(height)
  })()`)
}

/** How much of the card its frame leaves out, in pixels. */
export async function leftOut(page: Page): Promise<number> {
  const real = 'document.documentElement.getBoundingClientRect().height - innerHeight'
  return (await cardIn(page)?.evaluate<number>(real)) ?? Infinity
}

/** What oEmbed gives to put into a page. */
export async function framed(origin: string, path: string, maxwidth: number): Promise<string> {
  const url = encodeURIComponent(origin + path)
  const answer = await fetch(`${origin}/oembed?maxwidth=${maxwidth}&url=${url}`)
  const { html } = JSON.parse(await answer.text())
  return String(html)
}
