import { container, text } from '@takumi-rs/helpers'
import { shortened } from '../../../sentences/quotation.ts'
import type { ClaimPicture } from './claim-picture.ts'
import { groupColours, ink } from '../../../html/colours.ts'
import { previewSize } from '../../../html/preview.tsx'
import type { Typesetter } from './typesetter.ts'

/** Words up to this length are set in large type; longer ones are cut to what fits. */
const largeMax = 110
const wordsMax = 400

/** A claim and where it stands, at a glance, as a PNG. */
export async function drawPreview(
  { png, covers }: Typesetter,
  picture: ClaimPicture,
): Promise<Uint8Array<ArrayBuffer>> {
  const colour = groupColours[picture.group].light
  const frame = container({
    style: {
      ...previewSize,
      display: 'flex',
      flexDirection: 'column',
      padding: '48px 64px 44px',
      background: ink.page.light,
      color: ink.text.light,
      borderTop: `16px solid ${colour}`,
    },
    children: [
      heading(picture),
      // Missing glyphs would show as boxes, which are not what was said.
      ...(covers(picture.words) ? [words(picture)] : []),
      container({
        style: { marginTop: 'auto', display: 'flex', flexDirection: 'column', gap: 18 },
        children: [standing(picture.status, colour), foot(picture)],
      }),
    ],
  })
  return png(frame, previewSize)
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', lineClamp: 1 } as const

function heading({ speaker, kind, date }: ClaimPicture) {
  return container({
    style: {
      display: 'flex',
      alignItems: 'baseline',
      gap: 16,
      fontSize: 30,
      color: ink.muted.light,
    },
    children: [
      text(speaker, { ...oneLine, flexShrink: 1, fontWeight: 700, color: ink.text.light }),
      text(`· ${kind} · ${date}`, { flexShrink: 0, whiteSpace: 'nowrap' }),
    ],
  })
}

function words({ words, isOpinion, isStruck }: ClaimPicture) {
  const isLarge = words.length <= largeMax
  return text(shortened(words, wordsMax), {
    marginTop: 28,
    flexShrink: 0,
    fontSize: isLarge ? 58 : 44,
    fontWeight: isOpinion ? 500 : 600,
    lineHeight: 1.38,
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    lineClamp: isLarge ? 4 : 5,
    ...(isStruck && { textDecoration: 'line-through', color: ink.muted.light }),
    ...(isOpinion && { borderLeft: `8px double ${ink.muted.light}`, paddingLeft: 28 }),
  })
}

function standing(status: string, colour: string) {
  const dot = { width: 30, height: 30, borderRadius: 15, background: colour, flexShrink: 0 }
  return container({
    style: { display: 'flex', alignItems: 'center', gap: 18, fontSize: 38, color: colour },
    children: [
      container({ style: dot, children: [] }),
      text(status, { ...oneLine, fontWeight: 700 }),
    ],
  })
}

function foot({ asOf }: ClaimPicture) {
  return container({
    style: {
      display: 'flex',
      justifyContent: 'space-between',
      paddingTop: 18,
      borderTop: `2px solid ${ink.rule.light}`,
      fontSize: 24,
      color: ink.muted.light,
    },
    children: [text('Counterpoint', { fontWeight: 700 }), text(asOf, {})],
  })
}
