import { textOf } from './document.ts'

export function builderPath(address: string, more: Record<string, string> = {}): string {
  return `/embed?${new URLSearchParams({ page: 'en', address, ...more }).toString()}`
}

/** What stands in the fields of the builder to copy from. */
export function snippetsIn(html: string): string[] {
  return [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(([, code = '']) =>
    textOf(code.replaceAll('&amp;amp;', '&amp;')),
  )
}

/** The snippets of a claim: an element, and a frame. */
export async function snippetsOf(
  origin: string,
  id: string,
  more: Record<string, string> = {},
): Promise<{ readonly element: string; readonly frame: string }> {
  const builder = await fetch(origin + builderPath(`${origin}/claims/${id}`, more))
  const [element = '', frame = ''] = snippetsIn(await builder.text())
  return { element, frame }
}
