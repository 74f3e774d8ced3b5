import { html } from 'hono/html'
import type { DisplayLanguage } from '../../domain/display-language.ts'
import { themeOf } from '../../html/choice.ts'
import { Page } from '../../html/page/page.tsx'
import { framedPagePolicy, pagePolicy } from '../../html/page/policy.ts'
import type { RefusalShown } from '../../http/contract/deps.ts'
import { problemCatalogue } from '../../http/problems/catalogue.ts'
import { OperatorLine } from '../../html/page/operator.tsx'
import type { ProblemCode } from '../../http/problems/catalogue.ts'
import { problemWords } from '../../http/problems/words.ts'
import { DayRefusal, dayWords, isAboutDay } from './day-refusal.tsx'
import { refusalWords } from './refusal-words.ts'
import { Faults } from './query-faults.tsx'

/** The page of a refusal, with the status and headers of its problem document. */
export async function showRefusal(refusal: RefusalShown, problem: Response): Promise<Response> {
  const headers = new Headers(problem.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', refusal.languages.join(', '))
  headers.set('content-security-policy', refusal.isFramed ? framedPagePolicy : pagePolicy)
  const page = await html`<!doctype html>${RefusalPage(refusal)}`
  return new Response(String(page), { status: problem.status, headers })
}

/** What only the operator can say more about. */
const asksOperator: ReadonlySet<ProblemCode> = new Set(['gone', 'legally-withheld', 'internal'])

/** Longer ones are no address that anybody typed or chose. */
const queryMax = 500

/** The same address in another language, with everything else that was asked for. */
function addressIn(language: DisplayLanguage, sent: URLSearchParams): string {
  const query = new URLSearchParams(sent.toString().length > queryMax ? '' : sent)
  query.set('lang', language)
  return `?${query.toString()}`
}

function RefusalPage(refusal: RefusalShown) {
  const { code, languages, statement, isFramed, faults, sent, operator } = refusal
  const faultsShown = code === 'bad-query' || code === 'invalid' ? faults : []
  const isOfDay = code === 'bad-query' && !isFramed && isAboutDay(faults)
  const [first = 'en'] = languages
  const titles = languages.map((language) => problemWords(code, language).title)
  return (
    <Page
      language={first}
      title={isOfDay ? dayWords[first].title : titles.join(' · ')}
      isFramed={isFramed}
      operator={operator}
      isWide
      {...(isFramed && { theme: themeOf((name) => sent.get(name) ?? undefined) })}
      isInAllLanguages={languages.length > 1}
      inLanguage={(other) => addressIn(other, sent)}
    >
      {languages.map((language) => {
        const { title, meaning } = problemWords(code, language)
        return (
          <section class="sec prose" lang={language}>
            <p class="side note">{problemCatalogue[code].status}</p>
            <div class="body">
              {isOfDay ? (
                <DayRefusal faults={faults} sent={sent} language={language} />
              ) : (
                <>
                  <h1>{title}</h1>
                  <p>{meaning}</p>
                  {faultsShown.length > 0 && (
                    <Faults faults={faultsShown} sent={sent} language={language} />
                  )}
                  {statement !== undefined && language === first && (
                    <blockquote dir="auto">{statement}</blockquote>
                  )}
                  {asksOperator.has(code) && (
                    <OperatorLine
                      operator={operator}
                      language={language}
                      before={refusalWords[language].write}
                    />
                  )}
                  <Ways
                    code={code}
                    language={language}
                    hasLinks={!isFramed && language === first}
                  />
                </>
              )}
            </div>
          </section>
        )
      })}
    </Page>
  )
}

interface WaysProps extends Pick<RefusalShown, 'code'> {
  readonly language: DisplayLanguage
  readonly hasLinks: boolean
}

/** What a reader can do now, and where to go: in the language of the page, and not in a frame. */
function Ways({ code, language, hasLinks }: WaysProps) {
  const { advice, ways } = refusalWords[language]
  return (
    <>
      {advice[code] !== undefined && <p>{advice[code]}</p>}
      {hasLinks && (
        <ul class="acts">
          <li>
            <a href={`/?lang=${language}`}>{ways.home}</a>
          </li>
          <li>
            <a href={`/claims?lang=${language}`}>{ways.claims}</a>
          </li>
          <li>
            <a href={`/problems/${code}?lang=${language}`}>{ways.meaning}</a>
          </li>
        </ul>
      )}
    </>
  )
}
