import { createHash } from 'node:crypto'
import type { SentDraft } from '../../drafts/reading/draft.ts'
import type { DraftCheckView } from '../../drafts/view.ts'

type CheckedClaim = DraftCheckView['claims'][number]

interface Changes {
  /** The claims that stand otherwise than before, or that were not there. */
  readonly changed: readonly CheckedClaim[]
  /** How many are there no longer, although the draft is the same: merged or entered by mistake. */
  readonly gone: number
}

/**
 * Remembers a check by hashes alone, to tell later what of it has changed: no word of the draft or of
 * the record stays in memory between two checks.
 */
export class CheckMemory {
  #known: ReadonlyMap<string, string> = new Map()
  #draft = ''

  /** What differs from the last check; and remembers this one. */
  update(draft: SentDraft, { items, claims }: DraftCheckView): Changes {
    const now = claims.map((each) => {
      const found = items.flatMap(({ findings }) =>
        findings.filter(({ claim }) => claim === each.claim.id).map(({ code }) => code),
      )
      const { id, version, status, statusLabel, statusSince, leftOpen } = each.claim
      const said = {
        version,
        status,
        statusLabel,
        statusSince,
        leftOpen,
        answer: each.answer,
        found,
      }
      return { each, key: hashOf(id), hash: hashOf(said) }
    })
    const changed = now.filter(({ key, hash }) => this.#known.get(key) !== hash)
    const isSameDraft = this.#draft === hashOf(draft)
    const gone = new Set(this.#known.keys()).difference(new Set(now.map(({ key }) => key)))
    this.#known = new Map(now.map(({ key, hash }) => [key, hash]))
    this.#draft = hashOf(draft)
    return { changed: changed.map(({ each }) => each), gone: isSameDraft ? gone.size : 0 }
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}
