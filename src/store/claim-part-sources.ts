import type { DisplayLanguage } from '../domain/display-language.ts'
import type { SourceId } from '../domain/ids.ts'
import type { RedactionRow } from './redactions.ts'
import type { SourceRef } from './source-ref.ts'
import type { PartWords } from './claim-part-words.ts'
import type { SentSource, SentSubject } from './claim-parts.ts'

/** A source, as an entry of it is named. */
interface Entry {
  readonly ref: SourceRef
  readonly isMerged: boolean
  readonly shownSeq: number | null
}

/** The sources that parts name. */
export class SourcesOfParts {
  readonly #entries: ReadonlyMap<SourceId, Entry>

  constructor(
    sources: readonly SentSource[],
    words: PartWords,
    redactions: ReadonlyMap<string, RedactionRow>,
    lang: DisplayLanguage,
  ) {
    this.#entries = new Map(
      sources.map(({ id, whole, slug, kind, nameLangs, seq, shownSeq }) => {
        const name = nameIn(words.of(seq), nameLangs, lang)
        const redacted = name === null ? (redactions.get(whole)?.seq ?? 0) : 0
        const ref = { id: whole, slug, kind, name, seq: Math.max(seq, redacted) }
        return [id, { ref, isMerged: id !== whole, shownSeq }]
      }),
    )
  }

  find(id: SourceId | null): SourceRef | null {
    return id === null ? null : (this.#entries.get(id)?.ref ?? null)
  }

  /** Some subjects of a claim, in order. If two entries of one source are listed, one counts. */
  subjects(listed: readonly SentSubject[]): SourceRef[] {
    const entries = listed
      .toSorted((a, b) => a.position - b.position)
      .flatMap(({ source }) => this.#entries.get(source) ?? [])
    return entries
      .filter(({ ref, isMerged }, place) => {
        const isSame = (other: Entry, at: number) =>
          other.ref.id === ref.id && (!other.isMerged || at < place)
        return !isMerged || !entries.some(isSame)
      })
      .map(({ ref, shownSeq }) => ({ ...ref, seq: Math.max(ref.seq, shownSeq ?? 0) }))
  }
}

/** The name in the language, or else in the first variant of it, or else the usual one. */
function nameIn(
  words: Readonly<Record<string, string>>,
  nameLangs: readonly string[],
  lang: DisplayLanguage,
): string | null {
  const exact = nameLangs.indexOf(lang)
  const place = exact === -1 ? nameLangs.findIndex((tag) => tag.startsWith(`${lang}-`)) : exact
  return words[place === -1 ? '/name' : `/names/${place}/name`] ?? null
}
