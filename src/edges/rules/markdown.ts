import markdownIt, { type StateCore, type Token } from 'markdown-it'
import { rulesPath } from '../../domain/rules.ts'

const markdown = markdownIt({ html: false })
markdown.core.ruler.push('anchors', addAnchors)
markdown.core.ruler.push('addresses', turnAddresses)
// A wide table scrolls inside itself, also by keyboard.
markdown.renderer.rules['table_open'] = () =>
  '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>\n'
markdown.renderer.rules['table_close'] = () => '</table></div>\n'

export interface Heading {
  readonly id: string
  readonly level: number
  readonly text: string
}

/** Markdown of our own as HTML, without its title, and the headings in it. */
export function renderMarkdown(text: string): { html: string; headings: readonly Heading[] } {
  const tokens = markdown.parse(text.replace(/^# .*\n/, ''), {})
  const headings = tokens.flatMap((token, index) =>
    token.type === 'heading_open'
      ? [
          {
            id: String(token.attrGet('id') ?? ''),
            level: Number(token.tag.slice(1)),
            text: tokens[index + 1]?.content ?? '',
          },
        ]
      : [],
  )
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings }
}

/**
 * Every heading gets the id that GitHub gives it, so that links within the text work in both places.
 * A row of a table gets the first name in it as its id: `#no-self-link`, `#denied`.
 */
function addAnchors({ tokens }: StateCore): void {
  const taken = new Set<string>()
  const name = (token: Token | undefined, id: string) => {
    if (!token || taken.has(id)) return
    taken.add(id)
    token.attrSet('id', id)
  }
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') name(token, slugOf(tokens[index + 1]?.content ?? ''))
  }
  let row: Token | undefined
  for (const token of tokens) {
    if (token.type === 'tr_open') row = token
    const [only, ...rest] = token.type === 'inline' ? (token.children ?? []) : []
    if (row && only?.type === 'code_inline' && rest.length === 0) {
      if (row.attrGet('id') === null) name(row, only.content)
    }
    if (token.type === 'tr_close') row = undefined
  }
}

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** The files link to each other; their pages have other addresses. */
function turnAddresses({ tokens }: StateCore): void {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    const [, version] = /^(\d+)\.md$/.exec(String(token.attrGet('href') ?? '')) ?? []
    if (version !== undefined) token.attrSet('href', rulesPath(Number(version)))
  }
}
