const dayMs = 86_400_000

/** Copies are shifted into the past by whole years, so that dates spread over decades. */
const yearsOfCopies = 20

/** How the numbers, ids and dates of one copy differ from those of the template. */
export interface Shift {
  seq(template: number): number
  /** For UUIDs of version 7, which contain the time of the record. */
  id(uuid: string): string
  /** A time of the record, as the server writes it. */
  time(timestamp: string): string
  /** A date of the world, or its start. */
  date(date: string): string
}

export interface Place {
  readonly copy: number
  readonly copies: number
  readonly sharedSeq: number
  readonly lastSeq: number
}

/** The last copy has the template's time of entry, and each earlier copy is a day older. */
export function shiftOf({ copy, copies, sharedSeq, lastSeq }: Place): Shift {
  const backMs = (copies - 1 - copy) * dayMs
  const seqs = copy * (lastSeq - sharedSeq)
  const years = copy % yearsOfCopies
  return {
    seq: (template) => (copy > 0 ? Math.max(template, sharedSeq + 1) + seqs : template),
    id: (uuid) => movedBack(uuid, backMs),
    time: (timestamp) => new Date(Date.parse(asIso(timestamp)) - backMs).toISOString(),
    date: (date) => String(Number(date.slice(0, 4)) - years) + date.slice(4),
  }
}

function movedBack(uuid: string, ms: number): string {
  const time = Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16) - ms
  const hex = time.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${uuid.slice(13)}`
}

/** `2026-11-25 16:54:26.536+00` → `2026-11-25T16:54:26.536Z`. */
function asIso(timestamp: string): string {
  return timestamp.replace(' ', 'T').replace(/\+00(?::00)?$/, 'Z')
}
