import { drawnAs } from '../../../html/bearing.ts'
import type { RecordLook } from '../../../html/look.ts'
import { layOut, type MapLayout } from '../../../html/map/layout.ts'
import type { MapGraph } from '../../../html/map/graph.ts'
import { wrapped } from '../../../html/map/wrap.ts'
import { readerName, readerSpeaker } from '../../../html/reader-words.ts'
import type { ClaimView } from '../../../views/claim.ts'
import { boxesMax, type StoryPageData } from '../../../views/story-page/load.ts'
import { Section } from '../claim/section.tsx'
import { heightOfBox, linesOf, MapBox } from './map-box.tsx'
import { Legend, MapEdges } from './map-edges.tsx'
import { MapList } from './map-list.tsx'
import { storyPageWords } from './words.ts'

interface MapProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/** Who answers whom, drawn: one lane for each party. */
export function StoryMapPart({ page, look }: MapProps) {
  const { map, story } = page
  const { language } = look
  const said = storyPageWords[language]
  const { claims, links, linked } = map
  if (links.length === 0) return null
  const lines = new Map(claims.map((claim) => [claim.id, linesOf(claim, look)]))
  const layout = layOut(graphOf(page, (id) => heightOfBox(lines.get(id))))
  const views = new Map(claims.map((claim) => [claim.id, claim]))
  const whole = new URLSearchParams({ map: 'all', lang: language })
  return (
    <Section id="map" title={said.map} about={said.mapAbout} isWide>
      {/* A reader who cannot drag must be able to scroll by keyboard. */}
      <section class="map" tabindex={0} aria-label={said.map}>
        <svg
          role="group"
          aria-label={said.mapAlt(claims.length, links.length)}
          width={layout.width + 2}
          height={layout.height}
          viewBox={`-1 0 ${layout.width + 2} ${layout.height}`}
        >
          <Heads layout={layout} page={page} look={look} />
          <MapEdges
            routes={layout.routes}
            kinds={new Map(links.map((link) => [link.id, drawnAs(link)]))}
          />
          {layout.boxes.map((box) => {
            const claim = views.get(box.id)
            const drawn = lines.get(box.id)
            return (
              claim &&
              drawn && (
                <MapBox
                  claim={claim}
                  lines={drawn}
                  box={box}
                  side={sideOf(claim, page)}
                  look={look}
                />
              )
            )
          })}
        </svg>
      </section>
      <Legend hasRings={layout.routes.some(({ isOnLink }) => isOnLink)} language={language} />
      {linked > claims.length && (
        <p class="note">
          {said.cut(claims.length, linked)}{' '}
          {claims.length < boxesMax.all && (
            <a href={`/stories/${encodeURIComponent(story.slug)}?${whole.toString()}#map`}>
              {said.whole(boxesMax.all)}
            </a>
          )}
        </p>
      )}
      <MapList
        claims={layout.boxes.flatMap(({ id }) => views.get(id) ?? [])}
        links={links}
        look={look}
      />
    </Section>
  )
}

function graphOf({ map }: StoryPageData, heightOf: (id: string) => number): MapGraph {
  return {
    nodes: map.claims.map(({ id, speaker }) => ({
      id,
      party: speaker?.id ?? '',
      height: heightOf(id),
    })),
    edges: map.links.map(({ id, from, toClaim, toLink }) => ({
      id,
      from,
      to: toLink === null ? { node: toClaim ?? '' } : { edge: toLink },
    })),
  }
}

/**
 * Who said what most others answer has one colour, and who answers it another one; everybody else
 * has none.
 */
function sideOf({ speaker }: Pick<ClaimView, 'speaker'>, { turns }: StoryPageData) {
  const [turn] = turns
  if (!speaker || !turn) return 'other'
  if (speaker.id === turn.claim.speaker?.id) return 'said'
  const answering = turn.given.find(({ isOwn }) => !isOwn)
  return speaker.id === answering?.claim.speaker?.id ? 'answered' : 'other'
}

interface HeadsProps extends MapProps {
  readonly layout: MapLayout
}

/** The name of each lane, above a line. */
function Heads({ layout: { lanes, boxes }, page, look: { language } }: HeadsProps) {
  const { claims } = page.map
  return (
    <>
      {lanes.map(({ parties, isOthers, x }, lane) => {
        const claim = claims.find(({ id }) =>
          boxes.some((box) => box.id === id && box.lane === lane),
        )
        const name = isOthers
          ? storyPageWords[language].others(parties.length)
          : claim?.speaker
            ? readerName(claim.speaker, language)
            : readerSpeaker({ speaker: null }, language)
        const side = claim && !isOthers ? sideOf(claim, page) : 'other'
        return (
          <g class={`lane ${side}`}>
            <text x={x} y="16">
              {shortName(name)}
            </text>
            <path d={`M${x} 26h188`} />
          </g>
        )
      })}
    </>
  )
}

function shortName(name: string): string {
  const [line = ''] = wrapped(name, { width: 11, max: 1 })
  return line
}
