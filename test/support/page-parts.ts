import { expect } from 'vitest'
import type { Api } from './api.ts'
import { textOf } from './document.ts'

/** A page as a browser gets it. */
export async function readPage(api: Api, path: string): Promise<string> {
  const { status, text } = await api(path, { headers: { accept: 'text/html' }, isPublic: true })
  expect(status).toBe(200)
  return text
}

/** The text of the part of a page with a title. */
export function partOf(page: string, title: string): string {
  const parts = page.split('<section class="sec').slice(1)
  return textOf(`<section class="${parts.find((part) => part.includes(`>${title}</h2>`)) ?? ''}`)
}
