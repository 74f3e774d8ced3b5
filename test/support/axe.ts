import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What axe finds wrong, with the element that it finds it at. Pages with frames need `AxeBuilder`, which
 * goes into them and takes six times as long.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  const isThere: boolean = await page.evaluate("'axe' in globalThis")
  if (!isThere) await page.evaluate(axe.source)
  const found: axe.Result[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
