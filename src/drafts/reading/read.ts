import type { DraftFormat, ReadDraft, SentDraft } from './draft.ts'
import { readAddresses, readText } from './plain.ts'

type Reader = (sent: string) => ReadDraft

/** The libraries of other formats are loaded when they are needed. */
const readers: Readonly<Record<DraftFormat, () => Reader | Promise<Reader>>> = {
  text: () => readText,
  addresses: () => readAddresses,
  markdown: async () => (await import('./markdown.ts')).readMarkdown,
  html: async () => (await import('./html.ts')).readHtml,
  bibtex: async () => (await import('./bibtex.ts')).readBibtex,
}

/**
 * Reads a draft in this thread, however long it takes.
 *
 * @throws {DraftFault}
 */
export async function readHere({ format, text }: SentDraft): Promise<ReadDraft> {
  return (await readers[format]())(text)
}
