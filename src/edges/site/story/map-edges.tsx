import type { DisplayLanguage } from '../../../domain/display-language.ts'
import type { Route } from '../../../html/map/routes.ts'
import type { DrawnLink } from '../../../html/bearing.ts'
import { rounded } from '../../../html/map/curves.ts'
import { touchingWords } from '../../../sentences/table/touching.ts'
import { storyPageWords } from './words.ts'

interface EdgesProps {
  readonly routes: readonly Route[]
  readonly kinds: ReadonlyMap<string, DrawnLink>
}

/** The links of the map; the list beside it says what they are. */
export function MapEdges({ routes, kinds }: EdgesProps) {
  return (
    <g aria-hidden="true">
      {routes.map(({ id, path, end, facing, isOnLink }) => {
        const kind = kinds.get(id) ?? 'other'
        return (
          <>
            <path class={`edge ${kind}`} d={path} />
            <End kind={isOnLink ? 'ring' : kind} x={end.x} y={end.y} facing={facing} />
          </>
        )
      })}
    </g>
  )
}

interface EndProps {
  readonly kind: DrawnLink | 'ring'
  readonly x: number
  readonly y: number
  readonly facing: 1 | -1
}

/** A bar for what is said against something, a ring for what is beside it or on a link, else an arrow. */
function End({ kind, x, y, facing }: EndProps) {
  const at = (dx: number, dy: number) => `${rounded(x - facing * dx)} ${rounded(y + dy)}`
  if (kind === 'ring') return <circle class="end" cx={rounded(x)} cy={rounded(y)} r="4" />
  if (kind === 'qualifies' || kind === 'aside')
    return <circle class="end" cx={rounded(x - facing * 4)} cy={rounded(y)} r="3" />
  if (kind === 'other') return <path class="end" d={`M${at(7, -3.5)}L${at(1, 0)}L${at(7, 3.5)}`} />
  return <path class="end bar" d={`M${at(4, -6)}L${at(4, 6)}`} />
}

interface LegendProps {
  readonly hasRings: boolean
  readonly language: DisplayLanguage
}

/** What the lines mean. */
export function Legend({ hasRings, language }: LegendProps) {
  const legend = { ...storyPageWords[language].legend, aside: touchingWords.other_point[language] }
  const kinds = ['rebuts', 'aside', 'undercuts', 'qualifies', 'other'] as const
  return (
    <ul class="note legend">
      {[...kinds, ...(hasRings ? (['ring'] as const) : [])].map((kind) => (
        <li>
          <svg width="36" height="14" aria-hidden="true" focusable="false">
            <path class={`edge ${kind === 'ring' ? 'undercuts' : kind}`} d="M0 7h32" />
            <End kind={kind} x={kind === 'ring' ? 30 : 34} y={7} facing={1} />
          </svg>{' '}
          {legend[kind]}
        </li>
      ))}
    </ul>
  )
}
