import type { Page } from 'playwright-core'

/** A script for a page that notes what moves in it. */
export const noteShifts = `globalThis.shifts = []
new PerformanceObserver((list) => shifts.push(...list.getEntries()))
  .observe({ type: 'layout-shift', buffered: true })`

/** How much has shifted under the reader, as browsers count it, since the page was opened. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate('shifts.reduce((sum, { value }) => sum + value, 0)')
}
