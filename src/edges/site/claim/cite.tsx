import {
  citationFormats,
  citationForms,
  plainCitation,
  type CitedPage,
} from '../../../formats/claim-citation.ts'
import { languageName } from '../../../domain/language-name.ts'
import { claimAddress, inLanguage } from '../../../html/addresses.ts'
import type { RecordLook } from '../../../html/look.ts'
import { readerWords } from '../../../html/reader-words.ts'
import { cardWords } from '../../../html/words.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { claimPageWords } from './words.ts'

/** The page as it stands here, under an address at which that does not change. */
export function citedPage(
  { claim, asOf, past }: ClaimPageData,
  { language, publicUrl }: RecordLook,
): CitedPage {
  const address = new URL(inLanguage(claimAddress(publicUrl, claim.id), language))
  address.searchParams.set(
    'asOf',
    past ? String(past.seq) : asOf.toISOString().replace('.000Z', 'Z'),
  )
  const { id, title, statusLabel, assertedAt } = claim
  const { by, original } = readerWords(claim, language)
  const translation =
    by && cardWords(language).translation(languageName(original.lang, language), by)
  // A colon may stand in a query, and is easier to read.
  const readable = address.href.replaceAll('%3A', ':')
  return { id, title, assertedAt, translation, statusLabel, address: readable, asOf, language }
}

interface CiteProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** The claim for a footnote, and for programs that keep references. */
export function Cite({ page, look }: CiteProps) {
  const { language } = look
  const cited = citedPage(page, look)
  const { search } = new URL(cited.address)
  return (
    <>
      <p class="note">{claimPageWords[language].cite}</p>
      <p class="cite">{plainCitation(cited)}</p>
      <ul class="acts">
        {citationForms.map((form) => (
          <li>
            <a href={`/claims/${page.claim.id}${form}${search}`}>{citationFormats[form].name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
