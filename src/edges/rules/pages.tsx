import { raw } from 'hono/html'
import { rulesPath } from '../../domain/rules.ts'
import { Page } from '../../html/page/page.tsx'
import type { Place } from '../../html/page/place.tsx'
import { renderMarkdown } from './markdown.ts'
import { publishedRules, type PublishedRules } from './published.ts'
import { summaries } from './summary.ts'
import { forceOf, rulesWords } from './words.ts'

interface RulesIndexProps {
  readonly place: Place
  /** The reader asked for a version that does not exist. */
  readonly isInsteadOfAnother?: boolean
}

/** The versions, and which one is in force. */
export function RulesIndexPage({ place, isInsteadOfAnother = false }: RulesIndexProps) {
  const { language } = place
  const said = rulesWords[language]
  return (
    <Page language={language} title={said.all} {...(!isInsteadOfAnother && { place })}>
      <h1>{said.all}</h1>
      {isInsteadOfAnother && <p class="fault">{said.unknown}</p>}
      <p>{said.intro}</p>
      <dl>
        {publishedRules.map(({ version }) => (
          <>
            <dt>
              <a href={`${rulesPath(version)}?lang=${language}`}>{said.title(version)}</a>
            </dt>
            <dd>{said.force[forceOf(version)]}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href="/v1/rules">JSON</a>
      </p>
    </Page>
  )
}

const rendered = new Map(
  publishedRules.map(({ version, text }) => [version, renderMarkdown(text)] as const),
)

interface RulesPageProps {
  readonly place: Place
  readonly rules: PublishedRules
}

/** The text of one version, with a summary for readers of other languages. */
export function RulesPage({ place, rules: { version } }: RulesPageProps) {
  const { language } = place
  const said = rulesWords[language]
  const summary = summaries[language]?.[version] ?? []
  const { html, headings } = rendered.get(version) ?? { html: '', headings: [] }
  return (
    <Page language={language} title={said.title(version)} place={place}>
      <h1>{said.title(version)}</h1>
      <p class="note">
        {said.force[forceOf(version)]} <a href={`/rules?lang=${language}`}>{said.all}</a> ·{' '}
        <a href={`/v1/rules/${version}`}>{said.json}</a>
      </p>
      {said.language !== undefined && <p class="note">{said.language}</p>}
      {summary.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <details>
        <summary>{said.contents}</summary>
        <ul lang="en">
          {headings.map(({ id, text }) => (
            <li>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </details>
      <article lang="en" class="rules">
        {raw(html)}
      </article>
    </Page>
  )
}
