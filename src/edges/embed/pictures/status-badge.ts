import { container, text } from '@takumi-rs/helpers'
import { html } from 'hono/html'
import type { ClaimPicture } from './claim-picture.ts'
import { groupColours, ink } from '../../../html/colours.ts'
import type { Typesetter } from './typesetter.ts'

const badgeHeight = 28

/** Where a claim stands, as a small SVG for places that accept only images. */
export async function drawBadge(
  { svg }: Typesetter,
  { group, status, asOf }: Pick<ClaimPicture, 'group' | 'status' | 'asOf'>,
): Promise<string> {
  const badge = container({
    style: {
      display: 'flex',
      height: badgeHeight,
      borderRadius: 4,
      overflow: 'hidden',
      fontSize: 13,
      whiteSpace: 'nowrap',
      color: ink.page.light,
    },
    children: [part('Counterpoint', ink.text.light), part(status, groupColours[group].light)],
  })
  const drawn = await svg(badge, { height: badgeHeight })
  // Texts are drawn as outlines, so screen readers need a title.
  const title = await html`<title>${`Counterpoint: ${status} (${asOf})`}</title>`
  return drawn.replace('>', ` role="img">${String(title)}`)
}

function part(words: string, background: string) {
  return container({
    style: { display: 'flex', alignItems: 'center', padding: '0 10px', background },
    children: [text(words, { fontWeight: 600 })],
  })
}
