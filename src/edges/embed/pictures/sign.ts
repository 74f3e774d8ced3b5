import { image } from '@takumi-rs/helpers'
import { markColours, markShapes, type Mark } from '../../../sentences/table/marks.ts'

/** The sign of a standing in a picture. */
export function sign(mark: Mark, size: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 12 12">${pathOf(mark)}</svg>`
  return image({
    src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    width: size,
    height: size,
    style: { width: size, height: size, flexShrink: 0 },
  })
}

/** A drawn SVG with its sign as a path: sites that show it may drop what it embeds. */
export function withSignAsPath(svg: string, mark: Mark): string {
  return svg.replace(
    /<image (x="[\d.]+" y="[\d.]+" width="[\d.]+" height="[\d.]+") [^<>]*>/,
    (_, place: string) => `<svg ${place} viewBox="0 0 12 12">${pathOf(mark)}</svg>`,
  )
}

function pathOf({ shape, colour }: Mark): string {
  return `<path fill="${markColours[colour].light}" fill-rule="evenodd" d="${markShapes[shape]}"/>`
}
