import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { isWebAddress } from '../../domain/url.ts'
import { DraftFault, type Place, type ReadDraft } from './draft.ts'
import { WordsRead } from './words-read.ts'

/** The fields that say something. */
const told = ['title', 'abstract', 'note', 'annote', 'annotation'] as const
/** The fields that may hold an address. */
const addressed = ['url', 'howpublished', 'note', 'doi'] as const

const command = /\\url\s*\{([^{}]*)\}/gu

/**
 * The entries of a BibTeX file. Only its text is parsed: what the library could do with the entries,
 * which includes fetching them, is not asked for.
 *
 * @throws {DraftFault} if it is not well formed
 */
export function readBibtex(sent: string): ReadDraft {
  const words = new WordsRead(sent)
  let from = 0
  for (const { type, label, properties } of entriesIn(sent)) {
    const start = startOf(sent, type, label, from)
    from = start + 1
    const entry = { start, end: endOf(sent, start) }
    for (const field of told) {
      const value = textIn(properties, field)
      if (value === undefined) continue
      const place = placeOf(sent, value, entry)
      words.add(plainOf(value), place.start, place.end)
      words.endBlock()
    }
    for (const field of addressed) {
      const value = textIn(properties, field)
      if (value !== undefined) addAddresses(words, sent, { field, value, entry })
    }
  }
  return words.close()
}

function entriesIn(sent: string) {
  try {
    return plugins.input.data(sent, '@bibtex/text')
  } catch (error) {
    // Braces in braces use up the stack.
    if (error instanceof RangeError) throw error
    const line = /\bline (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const where = line === undefined ? '' : ` Look at line ${line}.`
    throw new DraftFault(`This is no well-formed BibTeX.${where}`)
  }
}

interface Addressed {
  readonly field: (typeof addressed)[number]
  readonly value: string
  readonly entry: Place
}

function addAddresses(words: WordsRead, sent: string, { field, value, entry }: Addressed): void {
  const commands = [...value.matchAll(command)].map(([, address = '']) => address)
  const bare = commands.length > 0 ? commands : field === 'note' ? [] : [value]
  for (const written of bare) {
    const address = written.trim().replace(/\\(?=[&%#_~{}])/g, '')
    const whole = field === 'doi' && !isWebAddress(address) ? `https://doi.org/${address}` : address
    words.addAddress(whole, placeOf(sent, written, entry))
  }
}

function textIn(properties: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = properties[field]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Where a value stands; the whole entry if it was sent in another form. */
function placeOf(sent: string, value: string, entry: Place): Place {
  const at = sent.slice(entry.start, entry.end).indexOf(value)
  return at === -1 ? entry : { start: entry.start + at, end: entry.start + at + value.length }
}

function startOf(sent: string, type: string, label: string, from: number): number {
  const head = new RegExp(`@${RegExp.escape(type)}\\s*[{(]\\s*${RegExp.escape(label)}\\s*,`, 'giu')
  head.lastIndex = from
  return head.exec(sent)?.index ?? from
}

/** Up to the next entry. */
function endOf(sent: string, start: number): number {
  const next = /\n[^\S\n]*@\w+\s*[{(]/gu
  next.lastIndex = start
  const end = next.exec(sent)?.index ?? sent.length
  return start + sent.slice(start, end).trimEnd().length
}

/** Without the marks of TeX. */
function plainOf(value: string): string {
  return value
    .replace(command, '$1')
    .replace(/\\[a-z]+\s*(?=\{)/giu, '')
    .replace(/\\(?=[&%#_~$])/g, '')
    .replaceAll(/[{}]/g, '')
}
