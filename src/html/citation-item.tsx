import type { DisplayLanguage } from '../domain/display-language.ts'
import { When } from './claim-line.tsx'
import { readerName } from './reader-words.ts'
import { cardWords } from './words.ts'
import type { CitationView } from '../views/citation.ts'

interface CitationProps {
  readonly citation: CitationView
  /** Of the claim, which is most often that of the report. */
  readonly lang: string
  readonly language: DisplayLanguage
}

/** The words as they stand in a report, between those around them; and which report it is. */
export function CitationItem({ citation, lang, language }: CitationProps) {
  const { report, quote, prefix, suffix, locator, attribution } = citation
  const { removed, attributions } = cardWords(language)
  return (
    <li>
      <blockquote class="words" lang={lang} dir="auto">
        {prefix}
        <mark>{quote ?? removed}</mark>
        {suffix}
      </blockquote>
      <p class="note">
        <b dir="auto">{readerName(report.source, language)}</b>,{' '}
        {report.url === null ? (
          <cite dir="auto">{report.title ?? removed}</cite>
        ) : (
          <a href={report.url} rel="nofollow ugc noopener">
            <cite dir="auto">{report.title ?? removed}</cite>
          </a>
        )}
        {report.publishedAt !== null && (
          <>
            , <When date={report.publishedAt} language={language} />
          </>
        )}
        {locator !== null && `, ${locator}`} · {attributions[attribution]}
      </p>
    </li>
  )
}
