import { problemCatalogue, type ProblemCode } from '../../http/problems/catalogue.ts'
import { problemCodes, problemWords } from '../../http/problems/words.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'

const labels = {
  en: {
    problems: 'Problems',
    meaning: 'What it means',
    remedy: 'What to do',
    about:
      'Why the service may refuse a request. Programs get these names in the field type of a problem document.',
  },
  ko: {
    problems: '오류 목록',
    meaning: '뜻',
    remedy: '해결 방법',
    about:
      '서비스가 요청을 받아들이지 않는 까닭입니다. 프로그램은 이 이름을 오류 문서의 type 항목에서 읽습니다.',
  },
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
      <p>{labels[language].about}</p>
      <div class="scroll" role="group" tabindex={0} aria-label={title}>
        <table>
          <tbody>
            {problemCodes.map((code) => (
              <tr>
                <td class="whole-word">{problemCatalogue[code].status}</td>
                <td>
                  <a href={`/problems/${code}?lang=${language}`}>
                    <code>{code}</code>
                  </a>
                </td>
                <td>{problemWords(code, language).title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  )
}
