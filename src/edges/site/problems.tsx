import { problemCatalogue, type ProblemCode } from '../../http/problems/catalogue.ts'
import { problemCodes, problemWords } from '../../http/problems/words.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'

const labels = {
  en: { problems: 'Problems', meaning: 'What it means', remedy: 'What to do' },
  ko: { problems: '오류 목록', meaning: '뜻', remedy: '해결 방법' },
}

interface ProblemPageProps {
  readonly place: Place
  readonly code: ProblemCode
}

/** What a problem means, and how to resolve it. */
export function ProblemPage({ place, code }: ProblemPageProps) {
  const { language } = place
  const { title, meaning, remedy } = problemWords(code, language)
  const label = labels[language]
  return (
    <Page language={language} title={title} place={place}>
      <h1>{title}</h1>
      <p>
        <code>{code}</code>, HTTP {problemCatalogue[code].status}
      </p>
      <h2>{label.meaning}</h2>
      <p>{withCode(meaning)}</p>
      <h2>{label.remedy}</h2>
      <p>{withCode(remedy)}</p>
      <p>
        <a href={`/problems?lang=${language}`}>{label.problems}</a>
      </p>
    </Page>
  )
}

/** Marks text between backticks as code. */
function withCode(text: string) {
  return text.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))
}

/** Every kind of problem. */
export function ProblemsPage({ place }: { readonly place: Place }) {
  const { language } = place
  const title = labels[language].problems
  return (
    <Page language={language} title={title} place={place}>
      <h1>{title}</h1>
      <dl>
        {problemCodes.map((code) => (
          <>
            <dt>
              <a href={`/problems/${code}?lang=${language}`}>
                <code>{code}</code>
              </a>{' '}
              {problemCatalogue[code].status}
            </dt>
            <dd>{problemWords(code, language).title}</dd>
          </>
        ))}
      </dl>
    </Page>
  )
}
