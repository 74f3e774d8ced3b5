import { linkTo, objectAddress } from '../../../html/addresses.ts'
import { CitationItem } from '../../../html/citation-item.tsx'
import { When } from '../../../html/claim-line.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { SourceName } from '../parts/names.tsx'
import { readerName, readerSpeaker } from '../../../html/reader-words.ts'
import { cardWords } from '../../../html/words.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { Section } from './section.tsx'
import { claimPageWords } from './words.ts'

/** More are listed below the chain, with their quotes. */
const chainMax = 3
/** More are in the data. */
const quotedMax = 12

interface ProvenanceProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** How the words came here, from who said them; an original that is missing leaves a gap. */
export function Provenance({ page: { claim, attribution }, look }: ProvenanceProps) {
  const { language } = look
  const said = claimPageWords[language]
  const { citations } = claim
  const shown = citations.slice(0, chainMax)
  const more = citations.length - shown.length
  const { evidence, secondHandOnly } = cardWords(language).page
  return (
    <Section
      title={said.chain}
      about={claim.badges.secondHandOnly ? `${secondHandOnly}.` : undefined}
    >
      {attribution !== null && <p class="note">{attribution}</p>}
      <ol class="chain">
        <li>
          <b>
            {claim.speaker ? (
              <SourceName source={claim.speaker} look={look} />
            ) : (
              readerSpeaker(claim, language)
            )}
          </b>{' '}
          {said.speaks}
          {claim.assertedAt !== null && (
            <>
              {' · '}
              <When date={claim.assertedAt} language={language} />
            </>
          )}
        </li>
        {claim.badges.secondHandOnly && (
          <li class="gone">
            <b>{said.ownReport}</b> {said.notOnRecord}
          </li>
        )}
        {shown.map(({ report, attribution }) => (
          <li>
            <b>
              <a
                href={linkTo(objectAddress(look.publicUrl, 'reports', report.id), look)}
                dir="auto"
              >
                {readerName(report.source, language)}
              </a>
            </b>{' '}
            {attribution === 'relay' ? said.relays : said.cites}
            {report.publishedAt !== null && (
              <>
                {' · '}
                <When date={report.publishedAt} language={language} />
              </>
            )}
          </li>
        ))}
        {more > 0 && <li>{said.moreReports(more)}</li>}
        <li>
          <b>{said.thisRecord}</b> {said.entersIt}
          {' · '}
          <When date={dayOf(claim.recordedAt)} language={language} />
        </li>
      </ol>
      {citations.length > 0 && <h3>{evidence}</h3>}
      <ul class="record quotes">
        {citations.slice(0, quotedMax).map((citation) => (
          <CitationItem citation={citation} lang={claim.lang} language={language} />
        ))}
      </ul>
      {citations.length > quotedMax && (
        <p class="note">
          <a href={`/v1/claims/${claim.id}`}>{said.moreReports(citations.length - quotedMax)}</a>
        </p>
      )}
    </Section>
  )
}

function dayOf(time: string): string {
  return time.slice(0, 10)
}
