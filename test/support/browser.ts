import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { browserPath, launchBrowser } from './chromium.ts'
import { it as withSite } from './site.ts'

export { browserPath }
if (browserPath === undefined)
  console.warn('There is no browser here: what readers see is not looked at. Set CHROMIUM_PATH.')

/**
 * `it` with a real browser, whose scrollbars take room: `look` opens an address, usually a path of the service, and closes the
 * previous page.
 */
export const it = withSite.extend('look', { scope: 'file' }, async ({ origin }, { onCleanup }) => {
  const browser = await launchBrowser({ hasScrollbars: true })
  const contexts = new Map<string, Promise<BrowserContext>>()
  const open: Page[] = []
  onCleanup(() => browser.close())
  return async (address: string, options: BrowserContextOptions = {}) => {
    for (const page of open.splice(0)) await page.close()
    const key = JSON.stringify(options)
    const context = contexts.get(key) ?? browser.newContext(options)
    contexts.set(key, context)
    const page = await (await context).newPage()
    open.push(page)
    await page.goto(new URL(address, origin).href)
    return page
  }
})
