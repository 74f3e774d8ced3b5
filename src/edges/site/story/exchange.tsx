import type { Child } from 'hono/jsx'
import { claimAddress, linkTo } from '../../../html/addresses.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { drawnAs, linkWords } from '../../../html/bearing.ts'
import { ClaimWords } from '../../../html/claim-words.tsx'
import { openPointsOf, QuotedPoints } from '../../../html/points.tsx'
import { cardWords } from '../../../html/words.ts'
import type { ClaimView } from '../../../views/claim.ts'
import type { StoryPageData } from '../../../views/story-page/load.ts'
import { Section } from '../claim/section.tsx'
import { partiesOf, Replies, Reply, Unanswered } from '../claim/turn.tsx'
import { claimPageWords } from '../claim/words.ts'
import { storyPageWords } from './words.ts'

interface PartProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/** How many characters of the claim that a step leads to stand below an answer to it. */
const stepMax = 80

/** The claims that most others answer, each with its answers beside it. */
export function StoryExchange({ page: { turns }, look }: PartProps) {
  const { language, publicUrl } = look
  const said = storyPageWords[language]
  return (
    <Section title={said.answered} about={said.answeredAbout} isWide>
      {turns.length === 0 && <p>{said.noAnswers}</p>}
      {turns.map(({ claim, given, more, steps }) => (
        <div class="turn">
          <div class={claim.kind === 'opinion' ? 'said op' : 'said'}>
            <ClaimItem claim={claim} look={look} as="div" />
            {more > 0 && (
              <p class="note">
                <a href={linkTo(claimAddress(publicUrl, claim.id), look)}>
                  {said.moreAnswers(more)}
                </a>
              </p>
            )}
          </div>
          <Replies to={claim} answers={given} look={look}>
            {steps.map(({ claim: answer, role, link, step }) => (
              <Reply
                claim={answer}
                role={role}
                drawn={drawnAs(link)}
                how={linkWords(link, language)}
                link={link.id}
                look={look}
              >
                <p class="note">
                  {said.onStep}{' '}
                  <a href={linkTo(claimAddress(publicUrl, step.id), look)}>
                    <ClaimWords claim={step} language={language} max={stepMax} />
                  </a>
                </p>
              </Reply>
            ))}
          </Replies>
        </div>
      ))}
    </Section>
  )
}

/** What those whom it is about have not answered, each facing an empty box. */
export function StoryOpen({ page: { story, open, outline }, look }: PartProps) {
  const { language } = look
  const said = storyPageWords[language]
  if (open.length === 0) return null
  const query = new URLSearchParams({ story: story.slug, leftOpen: 'true', lang: language })
  return (
    <Section title={said.open} about={said.openAbout} isWide>
      {open.map((claim) => (
        <div class="turn">
          <div class="said">
            <ClaimItem claim={claim} look={look} as="div" />
          </div>
          <Unanswered text={openWords(claim, look)} look={look} />
        </div>
      ))}
      {outline.open > open.length && (
        <p>
          <a href={`/claims?${query.toString()}`}>{said.allOpen(outline.open)}</a>
        </p>
      )}
    </Section>
  )
}

/** Who has not answered, or not on this; points that are left open are named. */
export function openWords(claim: ClaimView, look: RecordLook): Child {
  const { language } = look
  const said = claimPageWords[language]
  const parties = partiesOf(claim, look)
  const isMet = claim.leftOpen?.whole === false
  const points = openPointsOf(claim)
  if (points.length > 0 && isMet)
    return (
      <>
        {cardWords(language).marks.leftOpen}:{' '}
        <QuotedPoints points={points} claim={claim} language={language} />
      </>
    )
  const { rebuts, undercuts, qualifies } = claim.counts
  return parties !== undefined && rebuts + undercuts + qualifies > 0
    ? said.notOnItself(parties)
    : said.noAnswerBy(parties)
}
