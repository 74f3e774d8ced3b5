import { foldText } from '../domain/fold-text.ts'
import type { ClaimId } from '../domain/ids.ts'
import { isLike, type LikeSentence } from '../store/alike.ts'
import type { MatchedClaim } from './findings/draft-on-record.ts'
import { isIn, letters } from './findings/quotations.ts'
import { agreementOf, type Agreement } from './matching/compare.ts'
import { isNamedIn } from './matching/names.ts'
import { statementOf, type Statement } from './matching/statement.ts'

/** Sentences that have less in common with a claim are not called similar. */
const similarMin = 0.3
/** One word in common is no similarity. */
const sharedMin = 2

/** Tells how sentences of one draft match claims. */
export class Judge {
  readonly #quotes: ReadonlyMap<ClaimId, readonly { readonly quote: string }[]>
  readonly #subjects: ReadonlyMap<ClaimId, readonly { readonly names: readonly string[] }[]>
  readonly #statements = new Map<string, Statement>()
  readonly #folded = new Map<string, string>()
  readonly #letters = new Map<string, string>()

  /** @param subjects the folded names of each source that a claim is about */
  constructor(
    quotes: ReadonlyMap<ClaimId, readonly { readonly quote: string }[]>,
    subjects: ReadonlyMap<ClaimId, readonly { readonly names: readonly string[] }[]>,
  ) {
    this.#quotes = quotes
    this.#subjects = subjects
  }

  /** Undefined if the sentence is not like the claim. */
  match(like: LikeSentence): MatchedClaim | undefined {
    const { claim, sentence, texts, text, score } = like
    const given = this.#foldedOf(sentence.text)
    const subjects = (this.#subjects.get(claim) ?? []).map(({ names }) => names)
    const named = subjects.filter((names) => isNamedIn(names, given)).flat()
    const isAboutSame = texts.some((each) => {
      const said = this.#foldedOf(each)
      return subjects.every((names) => !isNamedIn(names, said) || isNamedIn(names, given))
    })
    const own = this.#statementOf(sentence.text)
    const told = texts.map((each) => {
      return { text: each, ...agreementOf(own, this.#statementOf(each), named) }
    })
    // A figure is said with its number.
    const isSaid = (each: Agreement) =>
      each.inWords && (each.inNumbers || (each.isPlain && !like.isFigure))
    const worded = told.find(isSaid) ?? told.find((each) => each.inWords)
    const isNamed = subjects.length === 0 || named.length > 0
    const found = {
      isWorded: worded !== undefined && isAboutSame && isNamed,
      isAboutSame,
      covered: Math.max(0, ...told.map((each) => each.covered)),
      text: worded?.text ?? text,
      like,
    }
    if (isAboutSame && ((worded && isSaid(worded)) || this.#isQuoted(like, own)))
      return { match: 'repeats', ...found }
    const shared = Math.max(0, ...told.map((each) => each.shared))
    const isSimilar = isLike(like) && score >= similarMin && shared >= sharedMin
    return found.isWorded || isSimilar ? { match: 'similar', ...found } : undefined
  }

  /** Whether a sentence has a quote of a claim, says nothing against it, and has its numbers. */
  #isQuoted({ claim, sentence, texts }: LikeSentence, own: Statement): boolean {
    const quotes = (this.#quotes.get(claim) ?? []).filter(({ quote }) =>
      isIn(this.#lettersOf(quote), this.#lettersOf(sentence.text)),
    )
    return (
      texts.some((each) => agreementOf(own, this.#statementOf(each)).inNumbers) &&
      quotes.some(({ quote }) => agreementOf(own, this.#statementOf(quote)).inWords)
    )
  }

  #foldedOf(text: string): string {
    return known(this.#folded, text, foldText)
  }

  #lettersOf(text: string): string {
    return known(this.#letters, text, letters)
  }

  #statementOf(text: string): Statement {
    return known(this.#statements, text, statementOf)
  }
}

/** What is computed once for each text: sentences and claims are compared again and again. */
function known<T>(computed: Map<string, T>, text: string, compute: (text: string) => T): T {
  const before = computed.get(text)
  if (before !== undefined) return before
  const value = compute(text)
  computed.set(text, value)
  return value
}
