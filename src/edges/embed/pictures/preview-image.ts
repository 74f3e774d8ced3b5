import { container, text } from '@takumi-rs/helpers'
import { shortened } from '../../../sentences/quotation.ts'
import type { ClaimPicture } from './claim-picture.ts'
import { drawPage, oneLine } from './preview-page.ts'
import { ink } from '../../../html/colours.ts'
import { sign } from './sign.ts'
import type { Typesetter } from './typesetter.ts'

/** Words up to this length are set in large type; longer ones are cut to what fits. */
const largeMax = 90
const wordsMax = 400

/** Who says what, who answers, and where the claim stands, at a glance, as a PNG. */
export async function drawPreview(
  typesetter: Typesetter,
  picture: ClaimPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  const { answer, words } = picture
  const { covers } = typesetter
  // Missing glyphs would show as boxes, which are not what was said.
  const isAnswerShown = answer !== undefined && covers(answer.speaker + answer.words)
  return drawPage(typesetter, {
    asOf: picture.asOf,
    parts: [
      heading(picture),
      ...(picture.prefix === null ? [] : [prefixOf(picture.prefix)]),
      ...(covers(words) ? [wordsOf(picture, isAnswerShown)] : []),
      ...(isAnswerShown ? [answerOf(answer)] : []),
    ],
    standing: [standing(picture)],
  })
}

function heading({ speaker, kind, date }: ClaimPicture) {
  return container({
    style: {
      display: 'flex',
      alignItems: 'baseline',
      gap: 16,
      fontSize: 34,
      color: ink.muted.light,
    },
    children: [
      text(speaker, { ...oneLine, flexShrink: 1, fontWeight: 700, color: ink.text.light }),
      text(`· ${kind} · ${date}`, { flexShrink: 0, whiteSpace: 'nowrap', fontSize: 28 }),
    ],
  })
}

function prefixOf(prefix: string) {
  const style = { ...oneLine, marginTop: 14, flexShrink: 0, fontWeight: 700 } as const
  return text(prefix, { ...style, fontSize: 30, color: ink.muted.light })
}

const wrapping = {
  wordBreak: 'keep-all',
  overflowWrap: 'anywhere',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const

function wordsOf({ words, prefix, isOpinion, isStruck }: ClaimPicture, isAnswered: boolean) {
  const isLarge = words.length <= largeMax
  const [large, small] = isAnswered ? [50, 38] : [58, 44]
  return text(shortened(words, wordsMax), {
    ...wrapping,
    marginTop: prefix === null ? 22 : 6,
    flexShrink: 0,
    fontSize: isLarge ? large : small,
    fontWeight: isOpinion ? 500 : 600,
    lineHeight: 1.36,
    lineClamp: isAnswered ? (isLarge ? 3 : 4) : isLarge ? 4 : 5,
    ...(isStruck && { textDecoration: 'line-through', color: ink.muted.light }),
    ...(isOpinion && { borderLeft: `8px double ${ink.muted.light}`, paddingLeft: 28 }),
  })
}

function answerOf({ speaker, words }: { readonly speaker: string; readonly words: string }) {
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
      text(words, { ...wrapping, lineClamp: 2 }),
    ],
  })
}

function standing({ mark, label }: ClaimPicture) {
  return container({
    style: { display: 'flex', alignItems: 'center', gap: 18, fontSize: 32, lineHeight: 1.3 },
    children: [sign(mark, 34), text(label, { ...wrapping, lineClamp: 2, fontWeight: 700 })],
  })
}
