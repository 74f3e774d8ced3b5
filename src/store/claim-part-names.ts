import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { primaryLanguage } from '../domain/language.ts'
import type { CitedClaim } from './cited-claims.ts'
import type { NamedLink } from './named-links.ts'
import type { PartWords } from './claim-part-words.ts'
import type { ClaimParts, SentCited, SentClaim, SentLink } from './claim-parts.ts'
import type { SourcesOfParts } from './claim-part-sources.ts'

/** What the sentences of some claims name that were read together. */
export interface NamedWith {
  /** The links that their accounts name. */
  readonly links: readonly NamedLink[]
  /** Those of their first cites about which they say only who said what. */
  readonly cited: readonly CitedClaim[]
}

export function namedInParts(
  { claims, cited, links }: ClaimParts,
  sources: SourcesOfParts,
  words: PartWords,
  lang: DisplayLanguage,
): NamedWith {
  const bases = new Set((claims ?? []).flatMap(basesOf))
  return {
    links: (links ?? []).map((link) => namedLink(link, sources)),
    cited: (cited ?? [])
      // Of a basis, the sentence says how much of it is denied.
      .filter(({ id, status }) => status !== 'denied' || !bases.has(id))
      .map((claim) => citedClaim(claim, sources, words, lang)),
  }
}

function basesOf({ account }: SentClaim): readonly ClaimId[] {
  return account?.cites.flatMap((cite) => (cite.as === 'basis' ? [cite.claim] : [])) ?? []
}

function namedLink({ from, author, ...link }: SentLink, sources: SourcesOfParts): NamedLink {
  return { ...link, from: { id: from, speaker: sources.find(author) } }
}

function citedClaim(
  { lang: original, translations, contentSeq, speaker, ...claim }: SentCited,
  sources: SourcesOfParts,
  words: PartWords,
  lang: DisplayLanguage,
): CitedClaim {
  const own = words.of(contentSeq)
  const translated =
    primaryLanguage(original) === lang ? undefined : translationIn(translations, own, lang)
  return {
    ...claim,
    speaker: sources.find(speaker),
    words: translated?.text ?? own['/text'] ?? null,
    translated: translated ? { from: original, by: translated.by } : null,
    reference: null,
    answeredBy: null,
    replacement: null,
    deniedAs: null,
  }
}

/** Translations by people take precedence. */
function translationIn(
  translations: SentCited['translations'],
  words: Readonly<Record<string, string>>,
  lang: DisplayLanguage,
) {
  const inLanguage = translations.flatMap(({ by, ...translation }, index) => {
    const text = words[`/texts/${index}/text`]
    return text !== undefined && primaryLanguage(translation.lang) === lang ? [{ by, text }] : []
  })
  return inLanguage.find(({ by }) => by !== 'machine') ?? inLanguage[0]
}
