import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { cardWords } from '../words.ts'
import type { Operator } from '../../domain/operator.ts'
import { OperatorLine } from './operator.tsx'
import { frameWords } from './frame-words.ts'

interface FooterProps {
  readonly language: DisplayLanguage
  readonly operator: Operator | undefined
  /** What the page says of itself. */
  readonly children?: Child
}

/** What the record is not, and where the rest is. */
export function Footer({ language, operator, children }: FooterProps) {
  const { about, data, rules, reference, problems, terms } = frameWords[language]
  return (
    <footer class="foot">
      <div>
        {children}
        <p>{cardWords(language).noVerdict}</p>
        <OperatorLine operator={operator} language={language} />
        <ul>
          <li>
            <a href={`/about?lang=${language}`}>{about}</a>
          </li>
          <li>
            <a href={`/rules?lang=${language}`}>{rules}</a>
          </li>
          <li>
            <a href={`/data?lang=${language}`}>{data}</a>
          </li>
          <li>
            <a href={`/terms?lang=${language}`}>{terms}</a>
          </li>
          <li>
            <a href="/docs">{reference}</a>
          </li>
          <li>
            <a href={`/problems?lang=${language}`}>{problems}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
