/** What a draft may be written in. */
export const draftFormats = ['text', 'markdown', 'html', 'addresses', 'bibtex'] as const
export type DraftFormat = (typeof draftFormats)[number]

export interface SentDraft {
  readonly format: DraftFormat
  readonly text: string
}

/** A stretch of the text that was sent, in UTF-16 code units. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** A web address in a draft, and where it stands. */
export interface CitedAddress {
  readonly address: string
  readonly place: Place
}

/** A draft as it is read: its words without the marks of its format. */
export interface ReadDraft {
  readonly text: string
  /** Where the words were sent: see `placeIn`. */
  readonly spans: Uint32Array<ArrayBuffer>
  readonly addresses: readonly CitedAddress[]
  /** Lines of a list of addresses that are none. */
  readonly unread: readonly Place[]
}

/** How long a draft may be, in bytes of UTF-8. */
export const draftMax = 1024 * 1024

export function isTooLong(text: string): boolean {
  return text.length > draftMax || Buffer.byteLength(text) > draftMax
}

/** What its author is told. */
export const tooLongWords =
  'A draft may have 1 MiB in UTF-8: 1,048,576 Latin letters, or about 349,000 Korean ones. Check it in parts.'

/** How many addresses one draft may name. */
export const addressesMax = 1_000

/** Why a draft cannot be read. The message is for its author. */
export class DraftFault extends Error {
  override readonly name = 'DraftFault'
}
