import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { browserPath, it as withBrowser } from '../../support/browser.ts'
import { importLines } from '../../support/import.ts'
import { claimLine, linkLine } from '../../support/lines.ts'

/** The seed story was entered six weeks ago; today Microsoft answered all of what was reported. */
const it = withBrowser.extend(
  'told',
  { scope: 'file', auto: true },
  async ({ db, ownerDb, refs }) => {
    const seeded = refs('R1')
    for (const [table, column] of [
      ['event', 'at'],
      ['claim', 'recorded_at'],
    ] as const) {
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(ownerDb)
      await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - interval '42 days'
      `.execute(ownerDb)
      await sql`alter table ${sql.table(table)} enable trigger user`.execute(ownerDb)
    }
    await importLines(db, [
      claimLine('all', refs('microsoft'), { about: [refs('microsoft')], text: 'None of it is so' }),
      { ...linkLine('l', 'rebuts', 'all', seeded), meets: ['a', 'b', 'c', 'd'] },
    ])
    return seeded
  },
)

describe.skipIf(browserPath === undefined)('by keyboard alone, without scripts, a reader', () => {
  it(
    'goes from the first page to who answered, as it stood last month, and on to their own page',
    { timeout: 120_000 },
    async ({ look, refs }) => {
      const page = await look('/?lang=en', { javaScriptEnabled: false, locale: 'en-US' })

      // From the first page to the story, and who answers whom in it.
      await follow(page, 'The report that Microsoft lowered AI sales targets')
      const story = await page.locator('main').innerText()
      expect(story).toMatch(
        /Who answers whom[^]*Some business units[^]*answers another point[^]*Microsoft[^]*has lowered neither/,
      )

      // Claims that Microsoft denies.
      await follow(page, 'Claims')
      await tabTo(page, (text) => text.includes('More filters'))
      await page.keyboard.press('Enter')
      await tabTo(page, (text) => text === 'Answered or contested by the party it is about')
      await page.keyboard.press('Space')
      await tabTo(page, (text) => text === 'Whom it is about')
      await page.keyboard.type('Microsoft')
      await page.keyboard.press('Enter')
      await page.waitForURL(/status=denied.*about=Microsoft/)
      expect(await page.locator('.count').innerText()).toBe('1 claim matches')
      await follow(page, 'Some business units within Microsoft')
      await page.waitForURL(new RegExp(`/claims/${refs('R1')}`))
      expect(await page.locator('.stand').innerText()).toContain('Microsoft says this is not so')

      // How it stood a month ago.
      await tabTo(page, (text) => text === 'As it stood on another day')
      const day = new Date(Date.now() - 30 * 86_400_000)
      await page.keyboard.type(
        day.toLocaleDateString('en-US', { month: '2-digit', day: '2-digit', year: 'numeric' }),
      )
      await page.keyboard.press('Enter')
      await page.waitForURL(/asOf=/)
      expect(await page.locator('.since').innerText()).toContain('This is how the claim stood on')
      const then = await page.locator('.stand').innerText()
      expect(then).toContain('Microsoft answers another point')
      expect(then).not.toContain('this is not so')

      // Cited as it stood then.
      expect(await page.locator('.cite').innerText()).toMatch(/Translated from Korean.*asOf=\d+$/)
      const saved = page.waitForEvent('download')
      await tabTo(page, (text) => text === 'BibTeX')
      await page.keyboard.press('Enter')
      const file = await (await saved).path()
      expect(await readFile(file, 'utf8')).toMatch(/@[a-z]+\{.*asOf=/s)

      // In their own page as it stands now.
      await follow(page, 'As it stands now')
      await follow(page, 'Embed it')
      expect(await page.locator('textarea').first().inputValue()).toContain('<claim-card')
      const card = page.frameLocator('iframe').first()
      expect(await card.locator('body').innerText()).toContain('Microsoft says this is not so')
    },
  )
})

/** Goes to a link by its words, and follows it. */
async function follow(page: Page, words: string): Promise<void> {
  await tabTo(page, (text) => text.includes(words))
  const before = page.url()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
}

/** More elements than any page of the walk has. */
const tabsMax = 250

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, isIt: (text: string) => boolean): Promise<void> {
  const seen: string[] = []
  for (let tabs = 0; tabs < tabsMax; tabs++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const name = (await focused.count()) === 0 ? '' : await nameOf(focused)
    if (isIt(name)) return
    seen.push(name)
  }
  throw new Error(`Tab leads to nothing that is called so, only to: ${seen.join(', ')}`)
}

/** What a screen reader would call it: its label, or its own words. */
async function nameOf(focused: ReturnType<Page['locator']>): Promise<string> {
  const label = focused.locator('xpath=ancestor::label')
  const named = (await label.count()) > 0 ? label : focused
  return (await named.first().innerText()).trim()
}
