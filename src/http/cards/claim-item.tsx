import type { Child } from 'hono/jsx'
import type { ClaimView } from '../views/claim.ts'
import { claimAddress } from './addresses.ts'
import { ClaimLine } from './claim-line.tsx'
import { Words } from './claim-text.tsx'
import { CardLink, type CardLook } from './document.tsx'
import { readerWords } from './reader-words.ts'
import { isClosed, Status } from './status.tsx'
import { cardWords, languageName } from './words.ts'

/** In a list a claim is told in short: its own page has it whole. */
const textMax = 280

interface ClaimItemProps {
  readonly claim: ClaimView
  readonly look: Pick<CardLook, 'language' | 'publicUrl'>
  /** What its speaker is here: "The party’s response". */
  readonly role?: string
  /** What is to be said of it beside its status. */
  readonly children?: Child
}

/** A claim in a list: who said what, and where it stands. */
export function ClaimItem({ claim, look, role, children }: ClaimItemProps) {
  const { language, publicUrl } = look
  const words = readerWords(claim, language)
  const from = languageName(words.original.lang, language)
  return (
    <li>
      <ClaimLine claim={claim} language={language}>
        {role !== undefined && ` · ${role}`}
      </ClaimLine>
      <p>
        <CardLink href={claimAddress(publicUrl, claim.id)}>
          <Words words={words} max={textMax} isStruck={isClosed(claim)} />
        </CardLink>
      </p>
      <p class="own">
        <Status claim={claim} language={language} />
        {children && <> · {children}</>}
        {words.by && ` · ${cardWords(language).translation(from, words.by)}`}
      </p>
    </li>
  )
}
