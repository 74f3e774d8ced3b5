import { claimAddress, rulesAddress } from '../../html/addresses.ts'
import type { ClaimView } from '../../views/claim.ts'
import type { ClaimCard } from '../../views/claim-card.ts'
import { AmendedLine, ChangeLines, SinceLine } from '../../html/changes.tsx'
import { ClaimLine } from '../../html/claim-line.tsx'
import { ClaimItem } from '../../html/claim-item.tsx'
import { ClaimText } from '../../html/claim-text.tsx'
import { Answers, hasOwnAnswers, OwnAnswers } from '../../html/answers.tsx'
import { CompactClaim } from './compact-card.tsx'
import { renderDocument } from './document.tsx'
import type { CardLook } from '../../html/look.ts'
import { CardLink } from '../../html/card-link.tsx'
import { ConflictScale, FigureValue, conflictingIn } from '../../html/figures.tsx'
import { marksOf, reasonBeside, Status } from '../../html/status.tsx'
import { cardWords, voidedSentence } from '../../html/words.ts'

interface CardProps {
  readonly card: ClaimCard
  readonly look: CardLook
}

/** The card of a claim: one self-contained document. */
export async function renderClaimCard(card: ClaimCard, look: CardLook): Promise<string> {
  const { claim } = card
  const { language } = look
  const canonical = claimAddress(look.publicUrl, claim.id)
  return renderDocument({
    look,
    title: claim.title,
    canonical,
    children:
      look.size === 'compact' ? (
        <CompactClaim card={card} look={look} />
      ) : (
        <main class="card">
          <SinceLine card={card} language={language} />
          <ClaimLine claim={claim} language={language} />
          <ClaimText claim={claim} language={language} href={canonical} />
          <Standing card={card} look={look} />
          <Conflicts card={card} look={look} />
          <Counterpoints card={card} look={look} />
          <footer class="note">
            <p>
              <CardLink href={canonical}>{cardWords(language).open}</CardLink>
            </p>
            <AmendedLine card={card} language={language} />
            <ChangeLines card={card} language={language} />
            <p>
              {cardWords(language).noVerdict} <Rules claim={claim} look={look} />
            </p>
          </footer>
        </main>
      ),
  })
}

/** The rules by which the claim has its status. */
function Rules({ claim: { status, explanation }, look }: { claim: ClaimView; look: CardLook }) {
  if (status === null || explanation === null) return null
  const address = rulesAddress(look.publicUrl, explanation.rulesVersion, status)
  return <CardLink href={address}>{cardWords(look.language).rules}</CardLink>
}

/** Open points that a card has room for. */
const openRoom = { points: 4, length: 90 }

function Standing({ card, look }: CardProps) {
  const { claim } = card
  const { language } = look
  const marks = marksOf({ claim, look, open: openRoom })
  return (
    <div class="standing">
      <Status claim={claim} />
      <p>{reasonBeside(card) ?? voidedSentence(language)}</p>
      {marks.map((mark) => (
        <p class="note">{mark}</p>
      ))}
    </div>
  )
}

/** Conflicting figures, with their values where known. */
function Conflicts({ card, look }: CardProps) {
  if (conflictingIn(card).length < 2) return null
  return (
    <>
      <h2>{cardWords(look.language).conflicts}</h2>
      <ConflictScale card={card} language={look.language} />
      <ul>
        {card.conflictingFigures.map((claim) => (
          <ClaimItem claim={claim} look={look}>
            {claim.figure && <FigureValue figure={claim.figure} language={look.language} />}
          </ClaimItem>
        ))}
      </ul>
    </>
  )
}

function Counterpoints({ card, look }: CardProps) {
  const { language, publicUrl } = look
  const { claim, counterpoints, moreCounterpoints, opinionsLeftOut, opinionsKept } = card
  const said = cardWords(language)
  const address = claimAddress(publicUrl, claim.id)
  const leftOut = said.opinionsLeftOut(opinionsLeftOut, opinionsKept)
  return (
    <>
      {hasOwnAnswers(card) && (
        <>
          <h2>{said.bySpeaker}</h2>
          <ul>
            <OwnAnswers card={card} look={look} />
          </ul>
        </>
      )}
      {counterpoints.length > 0 && (
        <>
          <h2>{said.counterpoints}</h2>
          <ul>
            <Answers card={card} look={look} />
          </ul>
        </>
      )}
      {moreCounterpoints > 0 && (
        <p class="more">
          <CardLink href={address}>
            {counterpoints.length > 0
              ? said.more(moreCounterpoints)
              : said.counted(moreCounterpoints)}
          </CardLink>
        </p>
      )}
      {leftOut !== undefined && <p class="note more">{leftOut}</p>}
    </>
  )
}
