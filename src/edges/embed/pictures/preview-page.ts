import { container, text, type Node } from '@takumi-rs/helpers'
import { ink } from '../../../html/colours.ts'
import { previewSize } from '../../../html/preview.tsx'
import type { ClaimPicture } from './claim-picture.ts'
import { sign } from './sign.ts'
import type { Typesetter } from './typesetter.ts'

export const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', lineClamp: 1 } as const

export const wrapping = {
  wordBreak: 'keep-all',
  overflowWrap: 'anywhere',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const

/** Where a claim stands, above the foot. */
export function standingLine({ mark, label }: Pick<ClaimPicture, 'mark' | 'label'>): Node {
  return container({
    style: { display: 'flex', alignItems: 'center', gap: 18, fontSize: 32, lineHeight: 1.3 },
    children: [sign(mark, 34), text(label, { ...wrapping, lineClamp: 2, fontWeight: 700 })],
  })
}

/** A label of which the fonts have every letter. */
export function withLetters<P extends Pick<ClaimPicture, 'label' | 'labelWithoutNames'>>(
  { covers }: Typesetter,
  picture: P,
): P {
  return covers(picture.label) ? picture : { ...picture, label: picture.labelWithoutNames }
}

/** In place of words of which the fonts lack letters. */
export function readAtLine(readAt: string): Node {
  const style = { ...wrapping, marginTop: 40, lineClamp: 2, color: ink.text.light } as const
  return text(readAt, { ...style, fontSize: 34, lineHeight: 1.4, wordBreak: 'normal' })
}

interface PreviewPage {
  readonly parts: readonly Node[]
  /** What stands above the foot. */
  readonly standing: readonly Node[]
  readonly asOf: string
}

/** A preview picture in our frame, as a PNG. */
export async function drawPage(
  { png }: Typesetter,
  { parts, standing, asOf }: PreviewPage,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = container({
    style: {
      ...previewSize,
      display: 'flex',
      flexDirection: 'column',
      padding: '40px 64px 36px',
      background: ink.page.light,
      color: ink.text.light,
      borderTop: `12px solid ${ink.text.light}`,
    },
    children: [
      ...parts,
      container({
        style: { marginTop: 'auto', display: 'flex', flexDirection: 'column', gap: 16 },
        children: [...standing, foot(asOf)],
      }),
    ],
  })
  return png(page, previewSize)
}

function foot(asOf: string) {
  return container({
    style: {
      display: 'flex',
      justifyContent: 'space-between',
      paddingTop: 16,
      borderTop: `2px solid ${ink.rule.light}`,
      fontSize: 24,
      color: ink.muted.light,
    },
    children: [text('Counterpoint', { fontWeight: 700 }), text(asOf, {})],
  })
}
