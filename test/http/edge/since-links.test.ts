import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { SinceLinks } from '../../../src/html/changes.tsx'
import { textOf } from '../../support/document.ts'

const asOf = new Date('2026-02-01T12:00:00Z')

async function linksOf(recordedAt: string, language: 'en' | 'ko'): Promise<string> {
  return String(await html`${SinceLinks({ recordedAt, asOf, language })}`)
}

test('a reader who comes back finds what changed since yesterday, last week and last month', async () => {
  const page = await linksOf('2025-12-03T10:00:00.000Z', 'en')

  expect(textOf(page).trim()).toBe(
    'What has changed since 31 January 2026 · 25 January 2026 · 2 January 2026',
  )
  expect([...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '?since=2026-01-31&amp;lang=en',
    '?since=2026-01-25&amp;lang=en',
    '?since=2026-01-02&amp;lang=en',
  ])
})

test('of a newer claim only the days on which it could be seen', async () => {
  expect(textOf(await linksOf('2026-01-25T10:00:00.000Z', 'ko')).trim()).toBe(
    '다음 날짜 이후 변경 보기: 2026년 1월 31일 · 2026년 1월 25일',
  )
  expect(await linksOf('2026-02-01T10:00:00.000Z', 'en')).toBe('')
})
