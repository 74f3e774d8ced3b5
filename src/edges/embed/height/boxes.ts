import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import { styleOf, type Style } from './style.ts'
import type { StyleSheet } from './style-sheet.ts'

/** A piece of a line: words, something as high and wide as it is, or the room at the edges of an element. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly styles: readonly Style[] }
  | { readonly kind: 'box'; readonly box: Box; readonly styles: readonly Style[] }
  | { readonly kind: 'start' | 'end'; readonly room: number }

/** Paragraphs and lines stacked on each other. */
export interface Box {
  readonly style: Style
  readonly content: readonly (Box | Paragraph)[]
}

/** Pieces that are broken into lines together. */
export interface Paragraph {
  readonly inlines: readonly Inline[]
}

/** The boxes of an element, by the style sheet. */
export function boxOf(element: Element, parent: Style, sheet: StyleSheet): Box {
  const style = sized(styleOf(sheet.declarationsFor(element), parent), element)
  const content: (Box | Paragraph)[] = []
  let inlines: Inline[] = []
  addChildren(element, style, [])
  endParagraph()
  return { style, content }

  function endParagraph(): void {
    if (inlines.some(({ kind, ...each }) => kind === 'box' || ('text' in each && each.text.trim())))
      content.push({ inlines })
    inlines = []
  }

  /** @param styles those of the elements in the line around it, the innermost last */
  function addChildren(of: Element, inherited: Style, styles: readonly Style[]): void {
    for (const child of of.children) addChild(child, inherited, styles)
  }

  function addEdge(kind: 'start' | 'end', room: number): void {
    if (room !== 0) inlines.push({ kind, room })
  }

  function addChild(child: ChildNode, inherited: Style, styles: readonly Style[]): void {
    if (isText(child)) {
      inlines.push({ kind: 'text', text: child.data, styles })
      return
    }
    if (!isTag(child)) return
    const own = sized(styleOf(sheet.declarationsFor(child), inherited), child)
    if (own.display === 'none') return
    if (own.display === 'inline' && child.name !== 'svg') {
      addEdge('start', own.margin.left + own.edge.left)
      addChildren(child, own, [...styles, own])
      addEdge('end', own.margin.right + own.edge.right)
    } else if (own.display.startsWith('inline')) {
      inlines.push({ kind: 'box', box: boxOf(child, inherited, sheet), styles })
    } else {
      endParagraph()
      content.push(boxOf(child, inherited, sheet))
    }
  }
}

/** With the width and height that attributes say, where no rule does. */
function sized(style: Style, { name, attribs }: Element): Style {
  if (name !== 'svg') return style
  const { width, height } = attribs
  return { ...style, width: style.width ?? Number(width), height: style.height ?? Number(height) }
}
