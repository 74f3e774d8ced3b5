import type { Attribution, ClaimKind } from '../../domain/kinds.ts'
import type { StatusGroup } from '../../domain/status.ts'
import { withoutEnd } from '../../domain/without-end.ts'

/** Ways to say that somebody else says so. Whatever may be one counts, so that no finding is wrong. */
const korean =
  /전해[지졌진]|전[했한]|알려[지졌진]|[다라자냐](?:고|는|며|면서|던)|것으로|따르면|지적|평가|관측|꼽|보도|주장|의혹|소문|풍문|듯|보[인이입여]|[가-힣]\s수\s?(?:도\s?)?있|전망|예정|예상|가능성|추정|우려|계획/gu
const english =
  /\b(?:reported|reports?|reportedly|alleged(?:ly)?|alleges?|apparently|rumou?r(?:ed|s)?|said|says?|saying|told|tells|according|claims?|claimed|sources?|believed|thought|understood|heard|suggests?|suggested|expected|likely|may|might|can|could|would|if|plans?|planned|possibl[ey])\b/giu

/** A sentence that says something is so, and asks nothing. */
const stated = /[다요죠음함a-z\d%]$/iu
const closing = /["'”’」』)\]]/u

const said =
  /전해[지졌진]|알려[지졌진]|reportedly|(?:is|are|was|were) (?:said|reported|alleged) to/iu

/** What decides whether a claim is hearsay on record. */
interface Cited {
  readonly kind: ClaimKind
  readonly statusGroup: StatusGroup | null
  readonly citations: readonly {
    readonly attribution: Attribution
    readonly quote: string | null
    readonly suffix: string | null
  }[]
}

/**
 * Whether every citation of a claim has it from unnamed sources, or says so in its words. What a party
 * confirmed since is no hearsay, and an opinion is not asserted as a fact.
 */
export function isHearsay({ kind, statusGroup, citations }: Cited): boolean {
  return (
    (kind === 'fact' || kind === 'figure') &&
    statusGroup !== 'stands' &&
    citations.length > 0 &&
    citations.every(
      ({ attribution, quote, suffix }) =>
        attribution === 'unnamed_source' || said.test(`${quote ?? ''}${suffix ?? ''}`),
    )
  )
}

/**
 * Whether a sentence states something by itself, without any word that others say so. What the claim
 * says in the same words tells nothing: "ordered them to" is no report.
 */
export function isFlatStatement(sentence: string, claim: readonly string[] = []): boolean {
  const own = new Set(claim.flatMap((text) => [...markedIn(text)]))
  return isStatement(sentence) && new Set(markedIn(sentence)).isSubsetOf(own)
}

/** The words of a text that may say that others say so. */
function* markedIn(text: string): Generator<string> {
  for (const pattern of [korean, english])
    for (const { index, 0: found } of text.matchAll(pattern)) {
      const start = text.lastIndexOf(' ', index) + 1
      const end = text.indexOf(' ', index + found.length)
      yield withoutEnd(text.slice(start, end === -1 ? undefined : end), /[.,!?"'”’]/u)
    }
}

function isStatement(sentence: string): boolean {
  const marked = withoutEnd(sentence, closing)
  if (!/[.!]$/.test(marked)) return false
  const words = marked.slice(0, -1)
  const bare = withoutEnd(words, closing)
  return stated.test(bare) || words.includes(')', bare.length)
}
