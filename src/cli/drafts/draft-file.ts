import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { DraftFormat, SentDraft } from '../../drafts/reading/draft.ts'
import { UsageError } from '../terminal/usage-error.ts'

const formatsByName: Readonly<Record<string, DraftFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.bib': 'bibtex',
}

/** How long a draft may be, in characters. */
const draftMax = 1024 * 1024

/**
 * Reads a draft from a file, or from standard input if the name is `-`.
 *
 * @throws {UsageError}
 */
export async function readDraftFile(
  name: string,
  format: DraftFormat = formatsByName[path.extname(name).toLowerCase()] ?? 'text',
): Promise<SentDraft> {
  const bytes = await (name === '-' ? buffer(process.stdin) : readFile(name)).catch(
    (cause: Error) => {
      throw new UsageError(cause.message, { cause })
    },
  )
  const text = textOf(bytes)
  if (text === undefined)
    throw new UsageError(`${name}: this is no text in UTF-8. Save it as UTF-8, and try again.`)
  if (text.length > draftMax)
    throw new UsageError(`${name}: a draft may have ${draftMax} characters. Check it in parts.`)
  return { format, text }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
