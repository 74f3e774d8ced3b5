import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import {
  isTooLong,
  tooLongWords,
  type DraftFormat,
  type SentDraft,
} from '../../drafts/reading/draft.ts'
import { UsageError } from '../terminal/usage-error.ts'

const formatsByName: Readonly<Record<string, DraftFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.bib': 'bibtex',
}

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
      throw new UsageError(`${name}: ${whyUnread(cause)}`, { cause })
    },
  )
  const text = textOf(bytes)
  if (text === undefined)
    throw new UsageError(`${name}: this is no text in UTF-8. Save it as UTF-8, and try again.`)
  if (isTooLong(text)) throw new UsageError(`${name}: ${tooLongWords}`)
  return { format, text }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Look at the name and the folder.',
  EISDIR: 'this is a folder. Name a file in it.',
  EACCES: 'you may not read this file.',
  EPERM: 'you may not read this file.',
  ENOTDIR: 'a part of this path is no folder.',
  ELOOP: 'its links lead in a circle.',
  ENAMETOOLONG: 'the name is too long.',
}

function whyUnread(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return reasons[code] ?? `the file cannot be read (${code === '' ? error.name : code}).`
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
