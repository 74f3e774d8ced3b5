import { compile } from 'css-select'
import { isTag, type AnyNode, type Element } from 'domhandler'
import { parse, Rule } from 'postcss'

/** Declarations of a style sheet, those that win last. */
export type Declarations = readonly (readonly [property: string, value: string])[]

/** Styles as browsers have them before any sheet, as far as cards use their elements. */
const browserSheet = `
html, body, main, article, section, div, p, h1, h2, h3, ul, ol, li, dl, dt, dd, figure, figcaption, header, footer, blockquote { display: block; }
head, script, style, title, template, [hidden] { display: none; }
b, strong, h1, h2, h3 { font-weight: 700; }
i, em { font-style: italic; }
small { font-size: smaller; }
sub, sup { font-size: smaller; }
`

interface CompiledRule {
  readonly matches: (element: Element) => boolean
  readonly weight: number
  readonly declarations: Declarations
}

/** The rules of a sheet that apply to a card at rest on a screen. */
export class StyleSheet {
  readonly #rules: readonly CompiledRule[]
  readonly #variables: ReadonlyMap<string, string>

  constructor(text: string) {
    const rules = [browserSheet, text].flatMap(rulesOf)
    this.#variables = new Map(
      rules.flatMap(({ declarations }) => declarations.filter(([name]) => name.startsWith('--'))),
    )
    this.#rules = rules.toSorted((a, b) => a.weight - b.weight)
  }

  /** What the sheet says of an element. */
  declarationsFor(element: Element): Declarations {
    return this.#rules
      .filter(({ matches }) => matches(element))
      .flatMap(({ declarations }) => declarations)
      .map(([property, value]) => [property, this.#resolved(value)])
  }

  #resolved(value: string): string {
    return value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => this.#variables.get(name) ?? '')
  }
}

/** Those in at-rules are for print, or for what a reader does. */
function rulesOf(text: string): CompiledRule[] {
  const rules = parse(text).nodes.filter((node) => node instanceof Rule)
  return rules.flatMap((rule) => {
    const declarations = rule.nodes.flatMap((node) =>
      node.type === 'decl' ? [[node.prop, node.value] as const] : [],
    )
    return rule.selectors.map((selector) => ({
      matches: compile<AnyNode, Element>(selector, { pseudos }),
      weight: weightOf(selector),
      declarations,
    }))
  })
}

const pseudos = {
  lang: (element: Element, language?: string | null) => languageOf(element) === language,
  host: () => false,
  hover: () => false,
  'focus-visible': () => false,
}

function languageOf(element: Element): string {
  let each: Element | null = element
  while (each && each.attribs['lang'] === undefined)
    each = each.parent && isTag(each.parent) ? each.parent : null
  return each?.attribs['lang']?.split('-')[0] ?? ''
}

/** The specificity of a selector; no card has ids. */
function weightOf(selector: string): number {
  const classes = selector.match(/[.[:]/g)?.length ?? 0
  const elements = selector.match(/(?<![\w.[:-])[a-z]/g)?.length ?? 0
  return classes * 100 + elements
}
