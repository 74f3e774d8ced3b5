import { claimAddress, linkTo, objectAddress } from '../../../html/addresses.ts'
import { linkWords } from '../../../html/bearing.ts'
import { ClaimWords } from '../../../html/claim-words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerSpeaker } from '../../../html/reader-words.ts'
import type { ClaimView } from '../../../views/claim.ts'
import type { StoryLinkRow } from '../../../store/story-graph.ts'
import { storyPageWords } from './words.ts'

interface ListProps {
  /** In the order in which the map has them. */
  readonly claims: readonly ClaimView[]
  readonly links: readonly StoryLinkRow[]
  readonly look: RecordLook
}

/** How many characters of a claim stand in a line. */
const wordsMax = { from: 160, to: 70 }

/** The map in words: each claim with what it is to others. */
export function MapList({ claims, links, look }: ListProps) {
  const { language, publicUrl } = look
  const said = storyPageWords[language]
  const views = new Map(claims.map((claim) => [claim.id, claim]))
  const byId = new Map(links.map((link) => [link.id, link]))
  const byFrom = Map.groupBy(links, ({ from }) => from)
  return (
    <details class="as-list">
      <summary>{said.asList}</summary>
      <ul class="record plain">
        {claims.map((claim) => {
          const own = byFrom.get(claim.id) ?? []
          return (
            <li>
              <p>
                <Named claim={claim} look={look} max={wordsMax.from} />
              </p>
              {own.length > 0 && (
                <ul>
                  {own.map((link) => (
                    <li>
                      <a href={linkTo(objectAddress(publicUrl, 'links', link.id), look)}>
                        {linkWords(link, language)}
                      </a>
                      {': '}
                      {link.toLink !== null && `${said.onLink}: `}
                      {endsOf(link, byId).flatMap((id, index) => {
                        const end = views.get(id)
                        return end
                          ? [
                              index > 0 ? ' → ' : '',
                              <Named claim={end} look={look} max={wordsMax.to} />,
                            ]
                          : []
                      })}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** The claim that a link leads to; of a link onto another one, both of that. */
function endsOf(
  { toClaim, toLink }: StoryLinkRow,
  byId: ReadonlyMap<string, StoryLinkRow>,
): readonly string[] {
  if (toClaim !== null) return [toClaim]
  const target = toLink === null ? undefined : byId.get(toLink)
  return target ? [target.from, ...endsOf(target, byId)] : []
}

interface NamedProps {
  readonly claim: ClaimView
  readonly look: RecordLook
  readonly max: number
}

function Named({ claim, look, max }: NamedProps) {
  const { language, publicUrl } = look
  return (
    <>
      <span dir="auto">{readerSpeaker(claim, language)}</span>:{' '}
      <a href={linkTo(claimAddress(publicUrl, claim.id), look)}>
        <ClaimWords claim={claim} language={language} max={max} />
      </a>
    </>
  )
}
