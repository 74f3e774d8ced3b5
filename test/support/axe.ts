import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds wrong, with the element that it finds it at. */
export async function faultsOf(page: Page): Promise<string[]> {
  // There are no frames in it to go into, for which it would open a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
