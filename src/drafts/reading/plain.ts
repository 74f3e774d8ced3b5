import { isWebAddress } from '../../domain/url.ts'
import { withoutEnd } from '../../domain/without-end.ts'
import { addressesMax, DraftFault, type Place, type ReadDraft } from './draft.ts'
import { joinLines } from './wrapped.ts'
import { WordsRead } from './words-read.ts'

const inText = /https?:\/\/[^\s<>"“”‘’「」『』«»(){}|\\^`]+/giu

/** Marks after an address belong to the sentence around it. */
const after = /[.,:;!?'…)\]]/u

/** And so do Korean particles, which are written without a space. */
const particle =
  /(?<=[!-~])(?:에서는|에서도|에서|에는|에|은|는|이|가|을|를|의|으로|로|와|과|도|라고|부터|까지)$/u

/** A text without any marks. Its broken lines are joined; everything stays where it was sent. */
export function readText(sent: string): ReadDraft {
  const words = new WordsRead(sent)
  addAddressesIn(words, sent, 0)
  const { addresses } = words.close()
  return {
    text: joinLines(sent),
    spans: new Uint32Array([0, sent.length, 0, sent.length]),
    addresses,
    unread: [],
  }
}

/** The addresses that stand among words. */
export function addAddressesIn(words: WordsRead, text: string, from: number): void {
  for (const { 0: found, index } of text.matchAll(inText)) {
    const address = withoutEnd(withoutEnd(found, after).replace(particle, ''), after)
    words.addAddress(address, { start: from + index, end: from + index + address.length })
  }
}

/**
 * A list of addresses, one a line. Lines that are none are left out, and named.
 *
 * @throws {DraftFault} if no line is one
 */
export function readAddresses(sent: string): ReadDraft {
  const words = new WordsRead(sent)
  const unread: Place[] = []
  let start = 0
  for (const line of sent.split('\n')) {
    const address = line.trim()
    const begin = start + line.indexOf(address)
    start += line.length + 1
    if (address === '') continue
    const place = { start: begin, end: begin + address.length }
    if (isWebAddress(address)) words.addAddress(address, place)
    else unread.push(place)
  }
  const read = words.close()
  if (read.addresses.length === 0)
    throw new DraftFault('No line is a web address. Send one whole http or https address a line.')
  return { ...read, unread: unread.slice(0, addressesMax) }
}
