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
  /** A class or an element that whatever it matches has, if it names one. */
  readonly key: string
  readonly weight: number
  readonly declarations: Declarations
}

/** The rules of a sheet that apply to a card at rest on a screen. */
export class StyleSheet {
  readonly #rules: readonly CompiledRule[]
  /** The places of the rules with each key. */
  readonly #places: ReadonlyMap<string, readonly number[]>
  readonly #known = new Map<string, Declarations>()

  constructor(text: string) {
    const rules = [browserSheet, text].flatMap(rulesOf)
    const variables = new Map(
      rules.flatMap(({ declarations }) => declarations.filter(([name]) => name.startsWith('--'))),
    )
    const resolved = (value: string) =>
      value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => variables.get(name) ?? '')
    this.#rules = rules
      .toSorted((a, b) => a.weight - b.weight)
      .map(({ declarations, ...rule }) => ({
        ...rule,
        declarations: declarations.map(([property, value]) => [property, resolved(value)]),
      }))
    const places = this.#rules.map(({ key }, place) => ({ key, place }))
    this.#places = new Map(
      [...Map.groupBy(places, ({ key }) => key)].map(([key, all]) => [
        key,
        all.map(({ place }) => place),
      ]),
    )
  }

  /** What the sheet says of an element: the same object for elements of which it says the same. */
  declarationsFor(element: Element): Declarations {
    const classes = element.attribs['class']?.split(/\s+/).map((name) => `.${name}`) ?? []
    const places = [anyElement, element.name, ...new Set(classes)]
      .flatMap((key) => this.#places.get(key) ?? [])
      .filter((place) => this.#rules[place]?.matches(element))
      .toSorted((a, b) => a - b)
    const name = places.join(' ')
    const known =
      this.#known.get(name) ?? places.flatMap((place) => this.#rules[place]?.declarations ?? [])
    this.#known.set(name, known)
    return known
  }
}

const anyElement = '*'

/** Those in at-rules are for print, or for what a reader does. */
function rulesOf(text: string): CompiledRule[] {
  const rules = parse(text).nodes.filter((node) => node instanceof Rule)
  return rules.flatMap((rule) => {
    const declarations = rule.nodes.flatMap((node) =>
      node.type === 'decl' ? [[node.prop, node.value] as const] : [],
    )
    return rule.selectors.map((selector) => ({
      matches: compile<AnyNode, Element>(selector, { pseudos }),
      key: keyOf(selector),
      weight: weightOf(selector),
      declarations,
    }))
  })
}

/** By which a rule is found: what the last part of its selector names. */
function keyOf(selector: string): string {
  const last =
    selector
      .replace(/\([^)]*\)/g, '')
      .split(/[\s>+~]+/)
      .at(-1) ?? ''
  const [, name] = /^([a-z][a-z\d]*)/.exec(last) ?? []
  const [className] = /\.[\w-]+/.exec(last) ?? []
  return className ?? name ?? anyElement
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
