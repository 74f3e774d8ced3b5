import { linkTo, objectAddress } from '../../../html/addresses.ts'
import { When } from '../../../html/claim-line.tsx'
import type { RecordLook } from '../../../html/look.ts'
import type { Place } from '../../../html/page/place.tsx'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import type { EventView } from '../../../views/event.ts'
import type { EventPageData } from '../../../views/object-pages/event-page.ts'
import { Section } from '../claim/section.tsx'
import { kindInWords } from './event-kind.ts'
import { FactRows } from './facts.tsx'
import { ObjectPage } from './frame.tsx'
import { ClaimName } from '../parts/names.tsx'
import { Id } from './id.tsx'
import { objectWords } from './words.ts'

interface EventProps {
  readonly page: EventPageData
  readonly place: Place
  readonly look: RecordLook
}

/** One change of the record, and what it changed. */
export function EventPage({ page, place, look }: EventProps) {
  const { event, batch } = page
  const { language } = look
  const words = objectWords[language]
  const kind = kindInWords(event.kind, language)
  return (
    <ObjectPage
      title={`${words.event(event.seq)}: ${kind}`}
      description={`${kind}, ${event.at}`}
      place={place}
      data={`/v1/events?after=${event.seq - 1}&limit=1`}
      look={look}
    >
      <header class="first">
        <p class="by">{words.event(event.seq)}</p>
        <h1>{kind}</h1>
        <p class="note">
          <When date={event.at} language={language} />
          {'actor' in event && ` · ${words.by(words.actors[event.actor.role])}`}
        </p>
        {'secondPerson' in event && <p class="reason">{words.exempt}</p>}
        {'withheld' in event && <p class="reason">{words.withheld}</p>}
        <Neighbours page={page} look={look} />
      </header>
      <Details page={page} look={look} />
      <Section title={words.moves} about={`${words.movesAbout} ${words.wholeWrite(batch)}`}>
        <Moves page={page} look={look} />
      </Section>
    </ObjectPage>
  )
}

type PartProps = Pick<EventProps, 'page' | 'look'>

function Neighbours({ page: { event }, look }: PartProps) {
  const { language, publicUrl } = look
  const words = objectWords[language]
  const pageOf = (seq: number) => linkTo(objectAddress(publicUrl, 'events', seq), look)
  return (
    <p class="note">
      {event.seq > 1 && <a href={pageOf(event.seq - 1)}>{words.earlier}</a>}
      {event.seq > 1 && ' · '}
      <a href={pageOf(event.seq + 1)}>{words.later}</a>
    </p>
  )
}

/** The object that changed, and what was entered of it. */
function Details({ page: { event, nouns }, look }: PartProps) {
  const words = objectWords[look.language]
  if ('withheld' in event)
    return (
      <Section title={words.object}>
        <ul>
          {event.ids.map((id) => (
            <li>
              <Id id={id} noun={nouns.get(id)} look={look} />
            </li>
          ))}
        </ul>
      </Section>
    )
  const fields = Object.keys(event.texts)
  return (
    <>
      <Section title={words.object}>
        <p>
          <Id id={event.object} noun={nouns.get(event.object)} look={look} />
        </p>
      </Section>
      <Section title={words.facts} about={words.factsAbout}>
        <FactRows facts={event.facts} nouns={nouns} look={look} />
      </Section>
      {fields.length > 0 && (
        <Section title={words.texts} about={words.textsAbout}>
          <ul>
            {fields.slice(0, fieldsMax).map((field) => (
              <li>
                <code>{field}</code>
              </li>
            ))}
          </ul>
          {fields.length > fieldsMax && <p class="note">{words.more}</p>}
        </Section>
      )}
    </>
  )
}

/** How many texts are named. */
const fieldsMax = 20

function Moves({ page: { moves, isCut }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  if (moves.length === 0) return <p>{words.noMoves}</p>
  return (
    <>
      <ul class="record">
        {moves.map(({ view, from, to, isNew }) => (
          <li>
            <ClaimName claim={view} look={look} />{' '}
            <span class="note">
              {isNew ? words.first : statusWord(from, language)} → {statusWord(to, language)}
            </span>
          </li>
        ))}
      </ul>
      {isCut && <p class="note">{words.more}</p>}
    </>
  )
}

/** An event in a list: what, when and by whom. */
export function EventLine({ event, look }: { readonly event: EventView; look: RecordLook }) {
  const { language, publicUrl } = look
  const words = objectWords[language]
  return (
    <>
      <a href={linkTo(objectAddress(publicUrl, 'events', event.seq), look)}>
        {kindInWords(event.kind, language)}
      </a>{' '}
      <span class="note">
        <When date={event.at} language={language} />
        {'actor' in event && ` · ${words.by(words.actors[event.actor.role])}`}
      </span>
    </>
  )
}
