import { describe, expect } from 'vitest'
import { faultsOf } from '../../support/axe.ts'
import { browserPath, it } from '../../support/browser.ts'

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 1280].flatMap((width) =>
    ['/rules?lang=ko', '/rules/1?lang=en', '/rules/2?lang=ko'].map((path) => ({
      path,
      colorScheme,
      width,
    })),
  ),
)

describe.skipIf(browserPath === undefined)('the rules in a real browser', () => {
  it.for(looks)(
    'fit and are accessible: $path, $width px, $colorScheme',
    async ({ path, colorScheme, width }, { look }) => {
      const page = await look(path, { colorScheme, viewport: { width, height: 800 } })

      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      expect(overflow).toBe(0)
      expect(await faultsOf(page)).toEqual([])
    },
  )

  it('scroll a wide table inside itself, by keyboard too', async ({ look }) => {
    const page = await look('/rules/2?lang=en', { viewport: { width: 360, height: 800 } })
    const table = page.locator('.scroll').filter({ hasText: 'ruled_against' }).first()

    await table.focus()
    await page.keyboard.press('ArrowRight')

    const scrolled = () => page.evaluate('document.activeElement.scrollLeft')
    await expect.poll(scrolled).toBeGreaterThan(0)
  })
})
