import type { DisplayLanguage } from '../domain/display-language.ts'
import { When } from './claim-line.tsx'
import { readerName } from './reader-words.ts'
import { cardWords } from './words.ts'
import type { CitationView } from '../views/citation.ts'

interface CitationProps {
  readonly citation: CitationView
  /** The claim's language, which is usually that of the report. */
  readonly lang: string
  readonly language: DisplayLanguage
}

/** The cited words in their context, and the report. */
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
