import { ClaimItem } from '../../../html/claim-item.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { cardWords } from '../../../html/words.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import type { RelatedClaims } from '../../../views/related-claims.ts'
import { Section } from './section.tsx'
import { claimPageWords } from './words.ts'

interface RelatedProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** What it answers, what it rests on and what rests on it, and who else says the same. */
export function Related({ page, look }: RelatedProps) {
  const said = claimPageWords[look.language]
  return (
    <>
      {page.related.map((group) => (
        <Section title={said.related[group.as]} about={aboutOf(group, page, look)}>
          <ul class="record">
            {group.claims.map((claim) => (
              <ClaimItem claim={claim} look={look} />
            ))}
          </ul>
          {group.isCut && (
            <p class="note">
              <a href={`/v1/claims/${page.claim.id}/graph?depth=1`}>{said.more}</a>
            </p>
          )}
        </Section>
      ))}
    </>
  )
}

function aboutOf({ as }: RelatedClaims, { claim }: ClaimPageData, { language }: RecordLook) {
  const said = claimPageWords[language]
  if (as === 'resting') return said.moves
  if (as !== 'restated') return undefined
  const { alsoAssertedBy } = claim.badges
  return alsoAssertedBy > 0
    ? `${cardWords(language).page.alsoAsserted(alsoAssertedBy)}. ${said.oneStatement}`
    : said.oneStatement
}
