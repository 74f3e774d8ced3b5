import type { Child } from 'hono/jsx'
import { languageName } from '../domain/language-name.ts'
import type { ClaimView } from '../views/claim.ts'
import { claimAddress } from './addresses.ts'
import { cardTextMax } from './card-text-max.ts'
import { ClaimLine } from './claim-line.tsx'
import { Words } from './claim-text.tsx'
import type { RecordLook } from './look.ts'
import { CardLink } from './card-link.tsx'
import { readerWords } from './reader-words.ts'
import { isClosed, Status } from './status.tsx'
import { cardWords } from './words.ts'

interface ClaimItemProps {
  readonly claim: ClaimView
  readonly look: RecordLook
  /** The role of its speaker: "The party’s response". */
  readonly role?: string
  /** Shown after the status. */
  readonly children?: Child
}

/** A claim in a list: who said what, and where it stands. */
export function ClaimItem({ claim, look, role, children }: ClaimItemProps) {
  const { language, publicUrl, isFramed } = look
  const address = claimAddress(publicUrl, claim.id)
  const words = readerWords(claim, language)
  const from = languageName(words.original.lang, language)
  const shown = <Words words={words} max={cardTextMax.item} isStruck={isClosed(claim)} />
  return (
    <li>
      <ClaimLine claim={claim} language={language}>
        {role !== undefined && ` · ${role}`}
      </ClaimLine>
      <p>
        {isFramed ? <CardLink href={address}>{shown}</CardLink> : <a href={address}>{shown}</a>}
      </p>
      <p class="own">
        <Status claim={claim} language={language} />
        {children && <> · {children}</>}
        {words.by && ` · ${cardWords(language).translation(from, words.by)}`}
      </p>
    </li>
  )
}
