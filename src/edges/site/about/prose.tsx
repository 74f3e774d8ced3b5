import type { Child } from 'hono/jsx'
import type { DisplayLanguage } from '../../../domain/display-language.ts'

/** Running text of ours, with links. */
type Prose = readonly (string | readonly [words: string, address: string])[]

export interface Part {
  readonly title: string
  readonly paragraphs: readonly Prose[]
}

interface PartsProps {
  readonly parts: readonly Part[]
  readonly language: DisplayLanguage
  /** After the last part. */
  readonly children?: Child
}

/** The parts of a page about the service, each with its title in the margin. */
export function Parts({ parts, language, children }: PartsProps) {
  return (
    <>
      {parts.map(({ title, paragraphs }) => (
        <section class="sec prose">
          <div class="side">
            <h2>{title}</h2>
          </div>
          <div class="body">
            {paragraphs.map((paragraph) => (
              <p>
                {paragraph.map((piece) =>
                  typeof piece === 'string' ? (
                    piece
                  ) : (
                    <a href={inLanguage(piece[1], language)}>{piece[0]}</a>
                  ),
                )}
              </p>
            ))}
          </div>
        </section>
      ))}
      {children}
    </>
  )
}

/** Data and the reference of the API are the same in every language. */
function inLanguage(address: string, language: DisplayLanguage): string {
  if (/^\/(?:v1|docs|openapi\.json|oembed)\b/.test(address)) return address
  const [path = '', query] = address.split('?')
  const name = path === '/embed' ? 'page' : 'lang'
  return `${path}?${query === undefined ? '' : `${query}&`}${name}=${language}`
}
