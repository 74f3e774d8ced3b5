import { createHash } from 'node:crypto'
import type { SentDraft } from '../../drafts/reading/draft.ts'
import type { CheckedItemView, DraftCheckView } from '../../drafts/view.ts'

interface Changes {
  /** The sentences and addresses of which something is said otherwise than before. */
  readonly changed: readonly CheckedItemView[]
  /** How many claims are there no longer, although the draft is the same: merged or entered by mistake. */
  readonly gone: number
}

/**
 * Remembers a check by hashes alone, to tell later what of it has changed: no word of the draft or of
 * the record stays in memory between two checks. Claims that are only similar do not count.
 */
export class CheckMemory {
  #items: ReadonlyMap<string, string> = new Map()
  #claims: ReadonlySet<string> = new Set()
  #draft = ''

  /** What differs from the last check; and remembers this one. */
  update(draft: SentDraft, { items, claims }: DraftCheckView): Changes {
    const standing = new Map(
      claims.map(({ claim, answer }) => {
        const { id, version, status, statusLabel, statusSince, leftOpen } = claim
        return [id, { version, status, statusLabel, statusSince, leftOpen, answer }]
      }),
    )
    const told = items.filter(isTold).map((item) => {
      const ids = item.claims.filter(({ match }) => match !== 'similar').map(({ claim }) => claim)
      const said = {
        findings: item.findings.map(({ code, claim, other }) => [code, claim, other]),
        claims: ids.map((id) => [id, standing.get(id)]),
      }
      return { item, ids, key: hashOf(item.text), hash: hashOf(said) }
    })
    const changed = told.filter(({ key, hash }) => this.#items.get(key) !== hash)
    const now = new Set(told.flatMap(({ ids }) => ids.map(hashOf)))
    const isSameDraft = this.#draft === hashOf(draft)
    const gone = isSameDraft ? this.#claims.difference(now).size : 0
    this.#items = new Map(told.map(({ key, hash }) => [key, hash]))
    this.#claims = now
    this.#draft = hashOf(draft)
    return { changed: changed.map(({ item }) => item), gone }
  }
}

/** Whether it repeats or cites a claim, or something is found in it. */
export function isTold({ claims, findings }: CheckedItemView): boolean {
  return findings.length > 0 || claims.some(({ match }) => match !== 'similar')
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}
