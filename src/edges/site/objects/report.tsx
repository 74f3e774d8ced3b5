import { languageName } from '../../../domain/language-name.ts'
import { When } from '../../../html/claim-line.tsx'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { Words } from '../../../html/recorded/words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import type { Place } from '../../../html/page/place.tsx'
import { readerName, readerSpeaker } from '../../../html/reader-words.ts'
import { cardWords, voidedSentence } from '../../../html/words.ts'
import { viewSpeaker } from '../../../views/common.ts'
import type { ReportPageData } from '../../../views/object-pages/report-page.ts'
import { Section } from '../claim/section.tsx'
import { Unanswered } from '../claim/turn.tsx'
import { openWords } from '../story/exchange.tsx'
import { ObjectPage } from './frame.tsx'
import { ReportName, SourceName } from '../parts/names.tsx'
import { objectWords } from './words.ts'

interface ReportProps {
  readonly page: ReportPageData
  readonly place: Place
  readonly look: RecordLook
}

/** A report with its claims at their quotes, what is left open, and who relays whom. */
export function ReportPage({ page, place, look }: ReportProps) {
  const { report } = page
  const { language } = look
  const words = objectWords[language]
  const title = report.title ?? cardWords(language).removed
  const { claims, answered } = report.counts
  return (
    <ObjectPage
      title={`${readerName(report.source, language)}: ${title}`}
      isVoided={report.voidedAt !== null}
      description={`${words.reportKinds[report.kind]}. ${words.answered(claims, answered)}.`}
      place={place}
      data={`/v1/reports/${report.id}`}
      look={look}
    >
      <Head page={page} look={look} />
      <Cited page={page} look={look} />
      <Open page={page} look={look} />
      <Relays page={page} look={look} />
    </ObjectPage>
  )
}

type PartProps = Pick<ReportProps, 'page' | 'look'>

function Head({ page: { report }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const { date, removed } = cardWords(language)
  const { counts, length, url, archiveUrl, accessedAt, publishedAt, voidedAt } = report
  return (
    <header class="first">
      <p class="by">
        <b>
          <SourceName source={report.source} look={look} />
        </b>{' '}
        · {words.reportKinds[report.kind]}
        {publishedAt !== null && (
          <>
            {' '}
            · <When date={publishedAt} language={language} />
          </>
        )}
      </p>
      <h1>
        <Words
          words={{ text: report.title ?? removed, lang: report.lang }}
          isStruck={voidedAt !== null}
        />
      </h1>
      {voidedAt !== null && <p>{voidedSentence(language)}</p>}
      <ul class="note facts">
        <li>{languageName(report.lang, language)}</li>
        {url !== null && (
          <li>
            <a href={url} rel="nofollow ugc noopener">
              {words.original}
            </a>
          </li>
        )}
        {archiveUrl !== null && (
          <li>
            <a href={archiveUrl} rel="nofollow ugc noopener">
              {words.archived}
            </a>
          </li>
        )}
        {accessedAt !== null && <li>{words.accessed(date(accessedAt))}</li>}
        {length !== null && <li>{words.characters(length)}</li>}
        {counts.quotedShare !== null && (
          <li>{words.quoted(`${Number((counts.quotedShare * 100).toFixed(1))}%`)}</li>
        )}
        <li>{words.answered(counts.claims, counts.answered)}</li>
      </ul>
    </header>
  )
}

/** The claims cited from it, each with the words from which it was taken. */
function Cited({ page: { report, claims }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const { removed, attributions } = cardWords(language)
  const query = new URLSearchParams({ report: report.id, lang: language })
  return (
    <Section title={words.cited} about={words.citedAbout}>
      {claims.length === 0 && <p>{words.none}</p>}
      <ul class="record quotes">
        {claims.map((claim) => (
          <ClaimItem
            claim={claim}
            look={look}
            below={claim.citations
              .filter((citation) => citation.report.id === report.id)
              .map(({ prefix, quote, suffix, attribution, locator }) => (
                <>
                  <blockquote class="words" lang={claim.lang} dir="auto">
                    {prefix}
                    <mark>{quote ?? removed}</mark>
                    {suffix}
                  </blockquote>
                  <p class="note">
                    {attributions[attribution]}
                    {locator !== null && ` · ${locator}`}
                  </p>
                </>
              ))}
          />
        ))}
      </ul>
      {report.counts.claims > claims.length && (
        <p>
          <a href={`/claims?${query.toString()}`}>
            {words.all(words.counted(report.counts.claims, false))}
          </a>
        </p>
      )}
    </Section>
  )
}

/** What those whom its claims are about have not answered, each facing an empty box. */
function Open({ page: { report, open }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  if (open.length === 0) return null
  const query = new URLSearchParams({ report: report.id, leftOpen: 'true', lang: language })
  return (
    <Section title={words.open} isWide>
      {open.map((claim, index) => (
        <div class="turn">
          <div class="said">
            <ClaimItem claim={claim} look={look} as="div" />
          </div>
          <Unanswered text={openWords(claim, look)} isFirst={index === 0} look={look} />
        </div>
      ))}
      <p>
        <a href={`/claims?${query.toString()}`}>{words.more}</a>
      </p>
    </Section>
  )
}

function Relays({ page: { relayedBy, relaysFrom }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const { claimCount } = cardWords(language)
  return (
    <Section title={words.relays}>
      {relayedBy.length + relaysFrom.length === 0 && <p>{words.noRelays}</p>}
      {relaysFrom.length > 0 && <p>{words.relaysFrom}</p>}
      <ul>
        {relaysFrom.map(({ speaker, claims }) => {
          const shown = viewSpeaker(speaker)
          return (
            <li>
              {shown ? (
                <SourceName source={shown} look={look} />
              ) : (
                readerSpeaker({ speaker: null }, language)
              )}{' '}
              ({claimCount(claims)})
            </li>
          )
        })}
      </ul>
      {relayedBy.length > 0 && <p>{words.relayedBy}</p>}
      <ul>
        {relayedBy.map(({ report, claims }) => (
          <li>
            <ReportName report={report} look={look} /> ({claimCount(claims)})
          </li>
        ))}
      </ul>
    </Section>
  )
}
