import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../support/chromium.ts'
import { withPictureService } from '../support/picture-service.ts'
import { claimOf, recordLines } from './record.ts'
import { scenes, type MarkFamily, type Scene } from './scenes.ts'

const key = 'only-for-the-reading-test-0123456789abcdef'

/** Takes the twelve pictures with one family of marks, from a service that has the record alone. */
export async function takePictures(marks: MarkFamily, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const env = { DEMO: 'off', BOOTSTRAP_API_KEY: key }
  const preload = marks === 'halves' ? { preload: './test/reading/halves.ts' } : {}
  const browser = await launchBrowser()
  try {
    await withPictureService({ env, ...preload }, async (origin) => {
      await enterRecord(origin)
      await takeScenes(browser, origin, folder)
    })
  } finally {
    await browser.close()
  }
}

/** The same from a service that has the record. */
export async function takeScenes(browser: Browser, origin: string, folder: string): Promise<void> {
  for (const scene of scenes) await take(browser, origin, scene, folder)
}

async function enterRecord(origin: string): Promise<void> {
  const response = await fetch(`${origin}/v1/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': 'reading',
    },
    body: recordLines()
      .map((line) => JSON.stringify(line))
      .join('\n'),
  })
  if (!response.ok) throw new Error(`The record was refused: ${await response.text()}`)
}

/** How each surface is shown, and what of it is the picture. */
const surfaces: Readonly<
  Record<Scene['surface'], (page: Page, origin: string, scene: Scene) => Promise<Locator>>
> = {
  card: async (page, origin, { dispute, lang }) => {
    await open(page, `${origin}/embed/claims/${claimOf(dispute)}?lang=${lang}&theme=light`)
    return page.locator('html')
  },
  preview: async (page, origin, scene) => {
    await show(page, `<img width="600" src="${await imageOf(origin, scene, 'png')}">`)
    return page.locator('img')
  },
  badge: async (page, origin, scene) => {
    await show(page, `<img src="${await imageOf(origin, scene, 'svg')}">`)
    return page.locator('img')
  },
  list: async (page, origin, { dispute, lang }) => {
    const id = claimOf(dispute)
    const claim: unknown = await (await fetch(`${origin}/v1/claims/${id}`)).json()
    await open(page, `${origin}/claims?about=${aboutOf(claim)}&lang=${lang}`)
    return page.locator('li', { has: page.locator(`a[href*="/claims/${id}"]`) }).first()
  },
  chat: async (page, origin, scene) => {
    await open(page, `${origin}${addressOf(scene, '')}`)
    const title = await page.locator('meta[property="og:title"]').getAttribute('content')
    await show(page, chatMessage(title ?? '', scene))
    return page.locator('body')
  },
}

async function take(browser: Browser, origin: string, scene: Scene, folder: string): Promise<void> {
  const width = scene.surface === 'card' ? 280 : 640
  const page = await browser.newPage({
    colorScheme: 'light',
    deviceScaleFactor: 1.5,
    locale: scene.lang,
    viewport: { width, height: 400 },
  })
  const shown = await surfaces[scene.surface](page, origin, scene)
  const file = path.join(folder, `${scene.picture}.png`)
  if (scene.surface === 'list') await takeAround(page, shown, file)
  else await shown.screenshot({ path: file, animations: 'disabled' })
  await page.close()
}

/** With some of the page around it: an item of a list has no margin of its own. */
async function takeAround(page: Page, shown: Locator, file: string): Promise<void> {
  await shown.scrollIntoViewIfNeeded()
  const box = await shown.boundingBox()
  if (!box) throw new Error('The list does not show the claim.')
  const { x, y, width, height } = box
  const clip = { x: x - 8, y: y - 8, width: width + 16, height: height + 16 }
  await page.screenshot({ path: file, clip })
}

async function open(page: Page, address: string): Promise<void> {
  const response = await page.goto(address)
  if (response?.ok() !== true) throw new Error(`${address} answers ${response?.status()}.`)
}

/** On a page of its own: that of the service forbids styles of others. */
async function show(page: Page, body: string): Promise<void> {
  await page.goto('about:blank')
  await page.setContent(`<!doctype html><meta charset="utf-8"><body>${body}</body>`)
  await page.waitForLoadState('networkidle')
}

/** An image of the service as a data address: a blank page may load nothing from elsewhere. */
async function imageOf(origin: string, scene: Scene, form: 'png' | 'svg'): Promise<string> {
  const response = await fetch(`${origin}${addressOf(scene, form)}`)
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}.`)
  const bytes = Buffer.from(await response.arrayBuffer())
  return `data:${response.headers.get('content-type')};base64,${bytes.toString('base64')}`
}

function addressOf({ dispute, lang }: Scene, form: '' | 'png' | 'svg'): string {
  return `/claims/${claimOf(dispute)}${form === '' ? '' : `.${form}`}?lang=${lang}`
}

function aboutOf(claim: unknown): string {
  if (typeof claim === 'object' && claim !== null && 'about' in claim && Array.isArray(claim.about))
    return String(claim.about[0]?.id)
  throw new Error('The record has no such claim.')
}

/** A link as chat programs show it if they take nothing but the title. */
function chatMessage(title: string, { lang }: Scene): string {
  const said = lang === 'ko' ? '이거 봤어?' : 'Have you seen this?'
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `
    <style>
      body { margin: 0; padding: 16px; width: 420px; background: #e9edf2; font: 15px/1.4 sans-serif }
      p { margin: 0 0 6px; padding: 8px 12px; width: fit-content; border-radius: 14px; background: #fff }
      a { display: block; padding: 10px 12px; border-radius: 14px; background: #fff; color: #15171b; font-weight: 600 }
      small { display: block; color: #667; font-weight: 400 }
    </style>
    <p>${said}</p><a>${escaped}<small>counterpoint.example</small></a>`
}
