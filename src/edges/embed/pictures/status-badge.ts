import { container, text } from '@takumi-rs/helpers'
import { html } from 'hono/html'
import type { ClaimPicture } from './claim-picture.ts'
import { ink } from '../../../html/colours.ts'
import { badgeName } from './badge-name.ts'
import { withLetters } from './preview-page.ts'
import { sign, withSignAsPath } from './sign.ts'
import type { Typesetter } from './typesetter.ts'

const badgeHeight = 28

/**
 * Where a claim stands, as a small SVG for places that accept only images. Its ground is the same for
 * all, so that only the sign has a colour.
 */
export async function drawBadge(
  typesetter: Typesetter,
  picture: Pick<ClaimPicture, 'mark' | 'label' | 'labelWithoutNames' | 'asOf'>,
): Promise<string> {
  const { mark, label, asOf } = picture
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
        children: [
          sign(mark, 13),
          text(withLetters(typesetter, picture).label, { fontWeight: 600 }),
        ],
      }),
    ],
  })
  const drawn = withSignAsPath(await typesetter.svg(badge, { height: badgeHeight }), mark)
  // Texts are drawn as outlines, so screen readers need a title.
  const title = await html`<title>${badgeName(label, asOf)}</title>`
  return drawn.replace('>', ` role="img">${String(title)}`)
}

const ground = '#e9ebee'
const part = { display: 'flex', alignItems: 'center', gap: 6, padding: '0 10px' } as const
