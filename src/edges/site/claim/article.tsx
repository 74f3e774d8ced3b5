import { AmendedLine, SinceLine } from '../../../html/changes.tsx'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { ClaimLine } from '../../../html/claim-line.tsx'
import { ClaimText } from '../../../html/claim-text.tsx'
import { hasOwnAnswers, OwnAnswers } from '../../../html/answers.tsx'
import { builderAddress, claimAddress, linkTo, objectAddress } from '../../../html/addresses.ts'
import type { RecordLook } from '../../../html/look.ts'
import { ConflictScale, FigureValue, conflictingIn } from '../../../html/figures.tsx'
import { SourceName } from '../parts/names.tsx'
import { cardWords } from '../../../html/words.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { Cite } from './cite.tsx'
import { Exchange } from './exchange.tsx'
import { Past, PastNote } from './past.tsx'
import { Provenance } from './provenance.tsx'
import { Related } from './related.tsx'
import { Section } from './section.tsx'
import { Standing } from './standing.tsx'
import { Timeline } from './timeline.tsx'
import { claimPageWords } from './words.ts'

interface ClaimPageProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** Everything on record about one claim. */
export function ClaimArticle({ page, look }: ClaimPageProps) {
  const { claim } = page
  const { language } = look
  const said = cardWords(language)
  return (
    <article class="claim">
      <PastNote page={page} look={look} />
      <SinceLine card={page} language={language} />
      <header class="first">
        <ClaimLine
          claim={claim}
          language={language}
          speakerHref={
            claim.speaker
              ? linkTo(objectAddress(look.publicUrl, 'sources', claim.speaker.slug), look)
              : undefined
          }
        />
        <ClaimText claim={claim} language={language} />
        {claim.about.length > 0 && (
          <p class="note">
            {said.page.about}:{' '}
            {claim.about.map((source, index) => (
              <>
                {index > 0 && ', '}
                <SourceName source={source} look={look} />
              </>
            ))}
          </p>
        )}
        <AmendedLine card={page} language={language} />
        <Standing page={page} look={look} />
      </header>
      {hasOwnAnswers(page) && (
        <Section title={said.bySpeaker}>
          <ul class="record">
            <OwnAnswers card={page} look={look} />
          </ul>
        </Section>
      )}
      <Exchange page={page} look={look} />
      <Related page={page} look={look} />
      <Figures page={page} look={look} />
      <Provenance page={page} look={look} />
      <Timeline page={page} look={look} />
      <WhatWouldChange page={page} look={look} />
      <Past page={page} look={look} />
      <TakeAlong page={page} look={look} />
    </article>
  )
}

/** Figures that conflict, on one scale. */
function Figures({ page, look }: ClaimPageProps) {
  if (conflictingIn(page).length <= 1) return null
  const { language } = look
  return (
    <Section title={cardWords(language).conflicts}>
      <ConflictScale card={page} language={language} />
      {page.conflictingFigures.length > 0 && (
        <ul class="record">
          {page.conflictingFigures.map((figure) => (
            <ClaimItem claim={figure} look={look}>
              {figure.figure && <FigureValue figure={figure.figure} language={language} />}
            </ClaimItem>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The events that would move its status, each in a sentence. */
function WhatWouldChange({ page: { whatWouldChange }, look }: ClaimPageProps) {
  if (whatWouldChange === null) return null
  const { text, events } = whatWouldChange
  return (
    <Section id="change" title={cardWords(look.language).page.whatWouldChange} about={text}>
      {events !== null && events.length > 0 && (
        <ul class="record">
          {events.map((event) => (
            <li>{event.text}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The claim in other places and forms. */
function TakeAlong({ page, look }: ClaimPageProps) {
  const { claim } = page
  const { language, publicUrl } = look
  const said = claimPageWords[language]
  const address = claimAddress(publicUrl, claim.id)
  return (
    <Section id="take" title={said.take}>
      <Cite page={page} look={look} />
      <ul class="acts">
        <li>
          <a class="main" href={builderAddress(address, language)}>
            {said.embed}
          </a>
        </li>
        <li>
          <a href={`/v1/claims/${claim.id}`}>JSON</a>
        </li>
        <li>
          <a href={`/claims/${claim.id}.jsonld`}>JSON-LD</a>
        </li>
      </ul>
    </Section>
  )
}
