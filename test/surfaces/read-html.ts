import { markColours, markShapes } from '../../src/sentences/table/marks.ts'

/** What a document says of where something stands, and every place that may be all that is read. */
export interface Told {
  /** The standings in it, in order: label and sign. */
  readonly standings: readonly { readonly label: string; readonly mark: string }[]
  /** Titles, headings, links, alternative texts: what is shown or read out alone. */
  readonly alone: readonly string[]
  /** Everything that it says to readers. */
  readonly text: string
}

const shapeOf = new Map<string, string>(Object.entries(markShapes).map(([name, d]) => [d, name]))

const colourOf = new Map(Object.entries(markColours).map(([name, { light }]) => [light, name]))

/** The sign in a picture that is an SVG. */
export function signIn(svg: string): string {
  const [, fill = '', d = ''] =
    /<path fill="(#\w+)" fill-rule="evenodd" d="([^"]*)"/.exec(svg) ?? []
  return `${shapeOf.get(d) ?? 'none'} ${colourOf.get(fill) ?? 'none'}`
}

/** Reads a page or a card. */
export function readHtml(html: string): Told {
  return {
    standings: [...html.matchAll(/<span class="status">(.*?)<\/span>/gs)].map(([, inside = '']) => {
      const [, colour = ''] = /class="mark-(\w+)"/.exec(inside) ?? []
      const [, d = ''] = /<path [^>]*\bd="([^"]*)"/.exec(inside) ?? []
      return { label: textOf(inside), mark: `${shapeOf.get(d) ?? 'none'} ${colour}` }
    }),
    alone: [
      ...[...html.matchAll(/<(title|h1|a)\b[^>]*>(.*?)<\/\1>/gs)].map(
        ([, , inside = '']) => inside,
      ),
      ...[...html.matchAll(/\b(?:title|alt)="([^"]*)"/g)].map(([, value = '']) => value),
      ...[...html.matchAll(/(?:og|twitter):title" content="([^"]*)"/g)].map(
        ([, value = '']) => value,
      ),
      // The picture quotes who answers, by name: that is no title of theirs.
      ...[...html.matchAll(/og:image:alt" content="([^"]*)"/g)].map(([, value = '']) =>
        value.replaceAll(/ \([^()]*\): [“‘«「].*[”’»」]/g, ''),
      ),
    ].map(textOf),
    text: textOf(html.replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, '')),
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** The text of markup, on one line. */
export function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
