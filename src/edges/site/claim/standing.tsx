import { ByRules } from '../../../html/by-rules.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerName } from '../../../html/reader-words.ts'
import { marksOf, reasonBeside, Status } from '../../../html/status.tsx'
import { cardWords, voidedSentence } from '../../../html/words.ts'
import { standings } from '../../../sentences/table/standings.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'

interface StandingProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/**
 * Why the claim has its status, first in a sentence; what that status means in general if the reason
 * does not say; and what it must not be read without.
 */
export function Standing({ page, look }: StandingProps) {
  const { claim, whatWouldChange } = page
  const { status, standing, explanation } = claim
  const { language } = look
  const meaning = standings[standing.case].sentence[language]
  const reason = status === null ? voidedSentence(language) : (reasonBeside(page) ?? meaning)
  const { asOf, date, page: said } = cardWords(language)
  return (
    <div class="stand">
      <p class="reason">{reason}</p>
      <p>
        <Status claim={claim} />
      </p>
      <p class="note">
        {status !== null && reason !== meaning && `${meaning} `}
        {asOf(date(page.asOf.toISOString().slice(0, 10)))}
        {explanation && status !== null && (
          <>
            {' · '}
            <ByRules version={explanation.rulesVersion} status={status} look={look} />
          </>
        )}
        {whatWouldChange !== null && (
          <>
            {' · '}
            <a href="#change">{said.whatWouldChange}</a>
          </>
        )}
      </p>
      <Badges page={page} look={look} />
    </div>
  )
}

/** Badges stand beside the status and never change it. */
function Badges({ page: { claim }, look }: StandingProps) {
  const { badges } = claim
  const { language } = look
  const { page, removed } = cardWords(language)
  const marks = [
    ...marksOf({ claim, look }),
    ...badges.ratings.map(({ rating, factChecker }) =>
      page.rated(rating ?? removed, readerName(factChecker, language)),
    ),
    ...(badges.alsoAssertedBy > 0 ? [page.alsoAsserted(badges.alsoAssertedBy)] : []),
    ...(badges.reasonsOffered > 0 ? [page.reasonsOffered(badges.reasonsOffered)] : []),
    ...(badges.qualified > 0 ? [page.qualified(badges.qualified)] : []),
    ...(badges.contestedInference ? [page.contestedInference] : []),
    ...(badges.secondHandOnly ? [page.secondHandOnly] : []),
  ]
  if (marks.length === 0) return null
  return (
    <ul class="note facts">
      {marks.map((mark) => (
        <li>{mark}</li>
      ))}
    </ul>
  )
}
