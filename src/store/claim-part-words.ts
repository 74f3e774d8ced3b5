import type { ClaimParts } from './claim-parts.ts'

/** The texts of an object, by JSON Pointer. */
type Texts = Readonly<Record<string, string>>

const none: Texts = {}

/** The words of parts, by the event that set them. */
export interface PartWords {
  readonly of: (seq: number) => Texts
  readonly has: (seq: number) => boolean
}

export function wordsOfParts({ seqs, fields, texts }: ClaimParts): PartWords {
  const bySeq = new Map<number, Record<string, string>>()
  seqs?.forEach((seq, index) => {
    const [field, text] = [fields?.[index], texts?.[index]]
    if (field === undefined || text === undefined) return
    const known = bySeq.get(seq)
    if (known) known[field] = text
    else bySeq.set(seq, { [field]: text })
  })
  return { of: (seq) => bySeq.get(seq) ?? none, has: (seq) => bySeq.has(seq) }
}
