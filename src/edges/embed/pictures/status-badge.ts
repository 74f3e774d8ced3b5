import { container, text } from '@takumi-rs/helpers'
import { html } from 'hono/html'
import type { ClaimPicture } from './claim-picture.ts'
import { ink } from '../../../html/colours.ts'
import { badgeName } from './badge-name.ts'
import { withLetters } from './preview-page.ts'
import { sign, withSignAsPath } from './sign.ts'
import type { Typesetter } from './typesetter.ts'

const badgeHeight = 28
const badgeWidthMax = 960

/**
 * Where a claim stands, as a small SVG for places that accept only images. Its ground is the same for
 * all, so that only the sign has a colour. If names make it too wide, it names nobody.
 */
export async function drawBadge(typesetter: Typesetter, picture: BadgePicture): Promise<string> {
  const { label, asOf } = picture
  const named = await drawLabel(typesetter, picture, withLetters(typesetter, picture).label)
  const [, width = 0] = /^<svg[^>]* width="([\d.]+)/.exec(named) ?? []
  const drawn =
    Number(width) <= badgeWidthMax
      ? named
      : await drawLabel(typesetter, picture, picture.labelWithoutNames)
  // Texts are drawn as outlines, so screen readers need a title.
  const title = await html`<title>${badgeName(label, asOf)}</title>`
  return drawn.replace('>', ` role="img">${String(title)}`)
}

type BadgePicture = Pick<ClaimPicture, 'mark' | 'label' | 'labelWithoutNames' | 'asOf'>

async function drawLabel(
  typesetter: Typesetter,
  { mark }: BadgePicture,
  label: string,
): Promise<string> {
  const badge = container({
    style: {
      display: 'flex',
      height: badgeHeight,
      borderRadius: 4,
      overflow: 'hidden',
      fontSize: 13,
      whiteSpace: 'nowrap',
    },
    children: [
      container({
        style: { ...part, background: ink.text.light, color: ink.page.light },
        children: [text('Counterpoint', { fontWeight: 600 })],
      }),
      container({
        style: { ...part, background: ground, color: ink.text.light },
        children: [sign(mark, 13), text(label, { fontWeight: 600 })],
      }),
    ],
  })
  return withSignAsPath(await typesetter.svg(badge, { height: badgeHeight }), mark)
}

const ground = '#e9ebee'
const part = { display: 'flex', alignItems: 'center', gap: 6, padding: '0 10px' } as const
