import type { Translation } from '../domain/translation.ts'
import type { DisplayLanguage } from '../domain/display-language.ts'
import type { ClaimId } from '../domain/ids.ts'
import { mapInSlices } from '../formats/in-slices.ts'
import { translationFor } from '../domain/language.ts'
import { removedNameFirst } from '../domain/redaction.ts'
import { wordAt } from '../domain/words.ts'
import { voidedStanding } from '../sentences/standing/read.ts'
import { titleOf } from '../sentences/standing/title.ts'
import { loadClaimRows, type ClaimRow } from '../store/claim-rows.ts'
import type { Db } from '../store/database/db.ts'
import { loadStatusWords, type StatusWords } from '../store/status-words.ts'

interface Wording {
  readonly lang: string
  readonly text: string
  readonly by: Translation['by']
}

/** How many claims are read at once: each may have many words. */
const atOnce = 64

export interface TitledClaim {
  readonly title: string
  /** Where it stands. */
  readonly label: string
}

/** The titles of some claims, for what shows nothing else of them. */
export async function loadTitles(
  db: Db,
  ids: readonly ClaimId[],
  lang: DisplayLanguage,
): Promise<ReadonlyMap<ClaimId, TitledClaim>> {
  const titles = new Map<ClaimId, TitledClaim>()
  for (let first = 0; first < ids.length; first += atOnce) {
    const rows = await loadClaimRows(db, ids.slice(first, first + atOnce), lang)
    const words = await loadStatusWords(db, rows, lang)
    await mapInSlices(rows, (row) => {
      const told = words.get(row.id)
      const { label } = told?.standing ?? voidedStanding(lang)
      return titles.set(row.id, { title: titleOfClaim(row, told, lang), label })
    })
  }
  return titles
}

/** Who says what, and first what became of it. */
export function titleOfClaim(
  row: ClaimRow,
  words: StatusWords | undefined,
  lang: DisplayLanguage,
): string {
  const text = row.words['/text'] ?? null
  const texts = translationsOf(row)
  const translation = translationFor({ lang: row.lang, texts }, lang)
  const titled = {
    speaker: row.speaker && (row.speaker.name ?? removedNameFirst(lang)),
    words: translation?.text ?? text,
    isMachine: translation?.by === 'machine',
  }
  return titleOf(words?.standing ?? voidedStanding(lang), titled, lang)
}

/** The translations of its words, if they were not removed. */
export function translationsOf(row: ClaimRow): Wording[] {
  if (row.redaction) return []
  return row.translations.map(({ lang, by }, index) => ({
    lang,
    text: wordAt(row.words, `/texts/${index}/text`),
    by,
  }))
}
