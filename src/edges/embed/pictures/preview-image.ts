import { container, text } from '@takumi-rs/helpers'
import { shortened } from '../../../sentences/quotation.ts'
import type { ClaimPicture } from './claim-picture.ts'
import {
  drawPage,
  oneLine,
  readAtLine,
  standingLine,
  withLetters,
  wrapping,
} from './preview-page.ts'
import { ink } from '../../../html/colours.ts'
import type { Typesetter } from './typesetter.ts'

/** Words are cut to what fits; before that, so that they are set quickly. */
const wordsMax = 400

/** Who says what, who answers, and where the claim stands, at a glance, as a PNG. */
export async function drawPreview(
  typesetter: Typesetter,
  picture: ClaimPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  const { answer, asOf, prefix, words, readAt } = picture
  const { covers } = typesetter
  const above = heading(picture, covers(picture.speaker))
  const standing = [standingLine(withLetters(typesetter, picture))]
  // Missing letters would show as boxes, which are not what was said.
  if (!covers(words) || !covers(prefix ?? ''))
    return drawPage(typesetter, { asOf, parts: [above, readAtLine(readAt)], standing })
  const isAnswerShown = answer !== undefined && covers(answer.speaker + answer.words)
  return drawPage(typesetter, {
    asOf,
    parts: [
      above,
      ...(prefix === null ? [] : [prefixOf(prefix)]),
      wordsOf(picture, isAnswerShown),
      ...(isAnswerShown ? [answerOf(answer, linesBelow(picture).answer)] : []),
    ],
    standing,
  })
}

function heading({ speaker, kind, date }: ClaimPicture, isNamed: boolean) {
  const said = `${kind} · ${date}`
  return container({
    style: {
      display: 'flex',
      alignItems: 'baseline',
      gap: 16,
      fontSize: 34,
      color: ink.muted.light,
    },
    children: [
      ...(isNamed
        ? [text(speaker, { ...oneLine, flexShrink: 1, fontWeight: 700, color: ink.text.light })]
        : []),
      text(isNamed ? `· ${said}` : said, { flexShrink: 0, whiteSpace: 'nowrap', fontSize: 28 }),
    ],
  })
}

function prefixOf(prefix: string) {
  const style = { ...oneLine, marginTop: 14, flexShrink: 0, fontWeight: 700 } as const
  return text(prefix, { ...style, fontSize: 30, color: ink.muted.light })
}

/** In pixels, what the parts around the words take. */
const px = { page: 542, line: 1060, heading: 46, words: 22, prefix: 39, answer: 65, foot: 66 }
const labelPx = { line: 42, size: 32, indent: 52 }
const answerPx = { line: 42 }

/** About how wide a text is in bold type: wide letters, narrow signs, and others. */
function widthOf(words: string, size: number): number {
  const wide = words.match(/[\u1100-\uFFDC]/g)?.length ?? 0
  const narrow = words.match(/[ .,:·()]/g)?.length ?? 0
  return (wide * 0.93 + narrow * 0.32 + (words.length - wide - narrow) * 0.57) * size
}

/** The lines of the label, and those that are left for the answer. */
function linesBelow({ label }: ClaimPicture): { readonly label: number; readonly answer: number } {
  const isShort = widthOf(label, labelPx.size) <= px.line - labelPx.indent
  return isShort ? { label: 1, answer: 2 } : { label: 2, answer: 1 }
}

/** How many lines of a height the words have room for. */
function linesFor(picture: ClaimPicture, isAnswered: boolean, linePx: number): number {
  const lines = linesBelow(picture)
  const answer = isAnswered ? px.answer + answerPx.line * lines.answer : 0
  const prefix = picture.prefix === null ? 0 : px.prefix
  const taken = px.heading + prefix + px.words + answer + labelPx.line * lines.label + px.foot
  return Math.floor((px.page - taken) / linePx)
}

function wordsOf(picture: ClaimPicture, isAnswered: boolean) {
  const { words, prefix, isOpinion, isStruck } = picture
  const lineHeight = 1.34
  const [large, small] = isAnswered ? [48, 34] : [58, 42]
  const lines = (size: number) => linesFor(picture, isAnswered, size * lineHeight)
  const fontSize = widthOf(words, large) <= px.line * lines(large) * 0.9 ? large : small
  return text(shortened(words, wordsMax), {
    ...wrapping,
    marginTop: prefix === null ? 22 : 6,
    flexShrink: 0,
    fontSize,
    fontWeight: isOpinion ? 500 : 600,
    lineHeight,
    lineClamp: lines(fontSize),
    ...(isStruck && { textDecoration: 'line-through', color: ink.muted.light }),
    ...(isOpinion && { borderLeft: `8px double ${ink.muted.light}`, paddingLeft: 28 }),
  })
}

function answerOf({ speaker, words }: NonNullable<ClaimPicture['answer']>, lines: number) {
  return container({
    style: {
      display: 'flex',
      flexDirection: 'column',
      marginTop: 24,
      paddingLeft: 24,
      borderLeft: `4px solid ${ink.text.light}`,
      fontSize: 30,
      lineHeight: 1.38,
      flexShrink: 0,
    },
    children: [
      text(speaker, { ...oneLine, fontWeight: 700 }),
      text(words, { ...wrapping, lineClamp: lines }),
    ],
  })
}
