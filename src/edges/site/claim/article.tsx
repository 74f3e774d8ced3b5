import type { Child } from 'hono/jsx'
import { AmendedLine, SinceLine, SinceLinks } from '../../html/changes.tsx'
import { ClaimItem } from '../../html/claim-item.tsx'
import { ClaimLine, When } from '../../html/claim-line.tsx'
import { ClaimText } from '../../html/claim-text.tsx'
import { Answers, hasOwnAnswers, OwnAnswers } from '../../html/answers.tsx'
import { ByRules } from '../../html/by-rules.tsx'
import type { RecordLook } from '../../html/look.ts'
import { ConflictScale, FigureValue, conflictingIn } from '../../html/figures.tsx'
import { readerName } from '../../html/reader-words.ts'
import { marksOf, reasonBeside, Status } from '../../html/status.tsx'
import { standings } from '../../sentences/table/standings.ts'
import { statusWord } from '../../sentences/table/vocabulary.ts'
import { cardWords, voidedSentence } from '../../html/words.ts'
import type { ClaimView } from '../../views/claim.ts'
import { CitationItem } from '../../html/citation-item.tsx'
import type { ClaimPageData } from '../../views/claim-page.ts'

interface ClaimPageProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** Everything on record about one claim. */
export function ClaimArticle({ page, look }: ClaimPageProps) {
  const { claim, conflictingFigures, moreCounterpoints } = page
  const { language } = look
  const said = cardWords(language)
  return (
    <article class="claim">
      <SinceLine card={page} language={language} />
      <ClaimLine claim={claim} language={language} />
      <ClaimText claim={claim} language={language} />
      <AmendedLine card={page} language={language} />
      <Status claim={claim} />
      <Explanation page={page} look={look} />
      <Badges claim={claim} look={look} />
      {claim.about.length > 0 && (
        <p class="note">
          {said.page.about}: {claim.about.map((source) => readerName(source, language)).join(', ')}
        </p>
      )}

      {conflictingIn(page).length > 1 && (
        <>
          <h2>{said.conflicts}</h2>
          <ConflictScale card={page} language={language} />
          <ul class="record">
            {conflictingFigures.map((figure) => (
              <ClaimItem claim={figure} look={look}>
                {figure.figure && <FigureValue figure={figure.figure} language={language} />}
              </ClaimItem>
            ))}
          </ul>
        </>
      )}

      {hasOwnAnswers(page) && (
        <Section title={said.bySpeaker}>
          <OwnAnswers card={page} look={look} />
        </Section>
      )}
      {page.counterpoints.length > 0 && (
        <Section title={said.counterpoints}>
          <Answers card={page} look={look} />
        </Section>
      )}
      {moreCounterpoints > 0 && (
        <p>
          <a href={`/v1/claims/${claim.id}/counterpoints`}>{said.more(moreCounterpoints)}</a>
        </p>
      )}

      <WhatWouldChange page={page} look={look} />

      {claim.citations.length > 0 && (
        <Section title={said.page.evidence}>
          {claim.citations.map((citation) => (
            <CitationItem citation={citation} lang={claim.lang} language={language} />
          ))}
        </Section>
      )}
      {page.attribution !== null && <p class="note">{page.attribution}</p>}
      <History page={page} look={look} />
      <SinceLinks recordedAt={claim.recordedAt} asOf={page.asOf} language={language} />
    </article>
  )
}

interface SectionProps {
  readonly title: string
  readonly children: Child
}

function Section({ title, children }: SectionProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul class="record">{children}</ul>
    </>
  )
}

/**
 * Why the claim has its status, and what that status means in general if the reason does not say.
 */
function Explanation({ page, look }: ClaimPageProps) {
  const { status, standing, explanation } = page.claim
  const { language } = look
  if (status === null) return <p>{voidedSentence(language)}</p>
  const meaning = standings[standing.case].sentence[language]
  const reason = reasonBeside(page) ?? meaning
  return (
    <>
      <p>{reason}</p>
      <p class="note">
        {reason !== meaning && `${meaning} `}
        {explanation && <ByRules version={explanation.rulesVersion} status={status} look={look} />}
      </p>
    </>
  )
}

/** Badges stand beside the status and never change it. */
function Badges({ claim, look }: { claim: ClaimView; look: RecordLook }) {
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
    <ul class="note">
      {marks.map((mark) => (
        <li>{mark}</li>
      ))}
    </ul>
  )
}

/** The events that would move its status, each in a sentence. */
function WhatWouldChange({ page: { whatWouldChange }, look }: ClaimPageProps) {
  if (whatWouldChange === null) return null
  const { text, events } = whatWouldChange
  return (
    <section aria-labelledby="what-would-change">
      <h2 id="what-would-change">{cardWords(look.language).page.whatWouldChange}</h2>
      <p class="note">{text}</p>
      {events !== null && events.length > 0 && (
        <ul>
          {events.map((event) => (
            <li>{event.text}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ page: { claim, statuses }, look }: ClaimPageProps) {
  const { language } = look
  const said = cardWords(language)
  return (
    <Section title={said.page.history}>
      {statuses.map(({ status, at, rulesVersion }, index) => (
        <li>
          {index === 0 ? claim.statusLabel : statusWord(status, language)}{' '}
          <span class="note">
            (<When date={at.toISOString()} language={language} />
            {status !== null && (
              <>
                , <ByRules version={rulesVersion} status={status} look={look} />
              </>
            )}
            )
          </span>
        </li>
      ))}
    </Section>
  )
}
