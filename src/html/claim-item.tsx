import type { Child } from 'hono/jsx'
import { languageName } from '../domain/language-name.ts'
import { hitsIn } from '../domain/search/hits.ts'
import type { SearchTerm } from '../domain/search/terms.ts'
import type { ClaimView } from '../views/claim.ts'
import { claimAddress, linkTo } from './addresses.ts'
import { ClaimLine } from './claim-line.tsx'
import { cardTextMax, ClaimWords } from './claim-words.tsx'
import { Words } from './recorded/words.tsx'
import type { RecordLook } from './look.ts'
import { CardLink } from './card-link.tsx'
import { readerWords, type ReaderWords } from './reader-words.ts'
import { isAnswered, Status } from './status.tsx'
import { cardWords } from './words.ts'

interface ClaimItemProps {
  readonly claim: ClaimView
  readonly look: RecordLook
  /** The role of its speaker: "The party’s response". */
  readonly role?: string
  /** Its element: by default, an item of a list. */
  readonly as?: 'li' | 'div'
  /** What a card says instead of it and of all that follows, where a host has no room for them. */
  readonly insteadOfRest?: string
  /** What was searched for, to be marked. */
  readonly terms?: readonly SearchTerm[]
  /** Shown after the status. */
  readonly children?: Child
  /** Shown below that. */
  readonly below?: Child
}

/**
 * A claim in a list: who said what, and where it stands. An answer that nobody answered shows its
 * role instead, or it would look approved.
 */
export function ClaimItem({
  claim,
  look,
  role,
  as: Element = 'li',
  insteadOfRest,
  terms = [],
  children,
  below,
}: ClaimItemProps) {
  const { language, publicUrl, isFramed } = look
  const address = linkTo(claimAddress(publicUrl, claim.id), look)
  const words = readerWords(claim, language)
  const from = languageName(words.original.lang, language)
  const shown = (
    <ClaimWords claim={claim} language={language} max={cardTextMax.item} terms={terms} />
  )
  const isOwnRole = role !== undefined && !isAnswered(claim)
  return (
    <Element data-more={insteadOfRest}>
      <ClaimLine claim={claim} language={language}>
        {role !== undefined && !isOwnRole && ` · ${role}`}
      </ClaimLine>
      <p>
        {isFramed ? <CardLink href={address}>{shown}</CardLink> : <a href={address}>{shown}</a>}
      </p>
      {isFoundInOriginal(words, terms) && (
        <p class="original">
          {cardWords(language).original(from)}:{' '}
          <Words words={words.original} max={cardTextMax.item} terms={terms} />
        </p>
      )}
      <p class="own">
        {isOwnRole ? <b>{role}</b> : <Status claim={claim} />}
        {children && <> · {children}</>}
        {words.by && ` · ${cardWords(language).translation(from, words.by)}`}
      </p>
      {below}
    </Element>
  )
}

/** Whether only the words that are translated have what was searched for. */
function isFoundInOriginal(
  { by, text, original }: ReaderWords,
  terms: readonly SearchTerm[],
): boolean {
  return (
    by !== undefined &&
    terms.length > 0 &&
    hitsIn(text, terms).length === 0 &&
    hitsIn(original.text, terms).length > 0
  )
}
