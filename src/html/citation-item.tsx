import type { DisplayLanguage } from '../domain/display-language.ts'
import { When } from './claim-line.tsx'
import { languageOfTitle, readerName } from './reader-words.ts'
import { cardWords } from './words.ts'
import type { CitationView } from '../views/citation.ts'

interface CitationProps {
  readonly citation: CitationView
  /** The claim's language, which is usually that of the report. */
  readonly lang: string
  readonly language: DisplayLanguage
}

/** The report, and then the cited words in their context. */
export function CitationItem({ citation, lang, language }: CitationProps) {
  const { report, quote, prefix, suffix, locator, attribution } = citation
  const { removed, attributions } = cardWords(language)
  return (
    <li>
      <p class="by">
        <b dir="auto">{readerName(report.source, language)}</b>,{' '}
        {report.url === null ? (
          <cite lang={languageOfTitle(report.title)} dir="auto">
            {report.title ?? removed}
          </cite>
        ) : (
          <a href={report.url} rel="nofollow ugc noopener">
            <cite lang={languageOfTitle(report.title)} dir="auto">
              {report.title ?? removed}
            </cite>
          </a>
        )}
        {report.publishedAt !== null && (
          <>
            , <When date={report.publishedAt} language={language} />
          </>
        )}
        {locator !== null && `, ${locator}`} · {attributions[attribution]}
      </p>
      <blockquote class="words" lang={lang} dir="auto">
        {prefix}
        <mark>{quote ?? removed}</mark>
        {suffix}
      </blockquote>
    </li>
  )
}
