import { linkTo, objectAddress } from '../../../html/addresses.ts'
import { linkWords } from '../../../html/bearing.ts'
import { CitationItem } from '../../../html/citation-item.tsx'
import { ClaimItem } from '../../../html/claim-item.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { PointWords } from '../../../html/points.tsx'
import type { Place } from '../../../html/page/place.tsx'
import { readerSpeaker } from '../../../html/reader-words.ts'
import { roleWords } from '../../../sentences/table/roles.ts'
import { cardWords, voidedSentence } from '../../../html/words.ts'
import type { LinkPageData, LinkWithEnds } from '../../../views/object-pages/link-page.ts'
import { Section } from '../claim/section.tsx'
import { EventLine } from './event.tsx'
import { ObjectPage } from './frame.tsx'
import { ClaimName } from '../parts/names.tsx'
import { objectWords } from './words.ts'

interface LinkProps {
  readonly page: LinkPageData
  readonly place: Place
  readonly look: RecordLook
}

/** What links what, since when, who entered it, and whether it has ended. */
export function LinkPage({ page, place, look }: LinkProps) {
  const { link, from, to, role } = page
  const { language } = look
  const words = objectWords[language]
  const target = 'claim' in to ? to.claim : to.link.from
  const how = linkWords(link, language, 'claim' in to ? to.claim : undefined)
  const title = `${readerSpeaker(from, language)} → ${readerSpeaker(target, language)}: ${how}`
  return (
    <ObjectPage
      title={title}
      isVoided={link.voidedAt !== null}
      description={`${from.title} · ${how}`}
      place={place}
      data={`/v1/links/${link.id}`}
      look={look}
    >
      <header class="first">
        <p class="by">{words.link}</p>
        <h1 dir="auto">{link.voidedAt === null ? title : <s>{title}</s>}</h1>
        <Life page={page} look={look} />
      </header>
      <Section title={words.link} about={words.linkAbout} isWide>
        <div class="turn">
          <div class="said">
            <Target to={to} look={look} />
          </div>
          <ul class="record replies">
            <li class={link.relation}>
              <p class="how">{how}</p>
              <div class={from.kind === 'opinion' ? 'reply op' : 'reply'}>
                <ClaimItem
                  claim={from}
                  look={look}
                  as="div"
                  {...(role && { role: roleWords[role][language] })}
                />
              </div>
            </li>
          </ul>
        </div>
      </Section>
      <Evidence page={page} look={look} />
      <Onto page={page} look={look} />
      <Section title={words.events}>
        <ul class="record">
          {page.events.map((event) => (
            <li>
              <EventLine event={event} look={look} />
            </li>
          ))}
        </ul>
      </Section>
    </ObjectPage>
  )
}

type PartProps = Pick<LinkProps, 'page' | 'look'>

/** Whether it counts, whether it has ended, and since when it is on record. */
function Life({ page: { link }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const { date } = cardWords(language)
  if (link.voidedAt !== null) return <p class="reason">{voidedSentence(language)}</p>
  return (
    <>
      {link.endedAt !== null && <p class="reason">{words.endedByAuthor(date(link.endedAt))}</p>}
      {link.endedBy === 'concession' && <p class="reason">{words.conceded}</p>}
      {link.endedAt === null && link.label !== null && (
        <p class="reason">{words.force[link.label]}</p>
      )}
      <p class="note">{words.entered(date(link.recordedAt.slice(0, 10)))}</p>
    </>
  )
}

/** What the link leads to: a claim, or the step that another link takes. */
function Target({ to, look }: Pick<LinkWithEnds, 'to'> & { readonly look: RecordLook }) {
  const { language, publicUrl } = look
  if ('claim' in to) return <ClaimItem claim={to.claim} look={look} as="div" />
  const { link, from } = to.link
  return (
    <>
      <p class="note">{objectWords[language].step}</p>
      <ClaimItem claim={from} look={look} as="div" />
      <p class="how">
        <a href={linkTo(objectAddress(publicUrl, 'links', link.id), look)}>
          {linkWords(link, language)}
        </a>
      </p>
      <Target to={to.link.to} look={look} />
    </>
  )
}

function Evidence({ page: { link, from, to }, look }: PartProps) {
  const { language } = look
  const words = objectWords[language]
  const points = 'claim' in to ? to.claim.points.filter(({ id }) => link.meets.includes(id)) : []
  const citations = [...link.citations, ...(link.end?.citations ?? [])]
  return (
    <Section title={words.evidence}>
      {points.length > 0 && 'claim' in to && (
        <p>
          {words.meets}:{' '}
          {points.map((point, index) => (
            <>
              {index > 0 && ' · '}
              <PointWords point={point} claim={to.claim} language={language} />
            </>
          ))}
        </p>
      )}
      {link.note !== null && (
        <p>
          {words.note}: <span dir="auto">{link.note}</span>
        </p>
      )}
      {citations.length === 0 && <p>{words.uncited}</p>}
      <ul class="record quotes">
        {citations.map((citation) => (
          <CitationItem citation={citation} lang={from.lang} language={language} />
        ))}
      </ul>
    </Section>
  )
}

/** Links onto this one. */
function Onto({ page: { onto, isCut }, look }: PartProps) {
  const { language, publicUrl } = look
  const words = objectWords[language]
  if (onto.length === 0) return null
  return (
    <Section title={words.onto}>
      <ul class="record">
        {onto.map(({ link, from }) => (
          <li>
            <ClaimName claim={from} look={look} />{' '}
            <span class="note">
              <a href={linkTo(objectAddress(publicUrl, 'links', link.id), look)}>
                {linkWords(link, language)}
              </a>
            </span>
          </li>
        ))}
      </ul>
      {isCut && <p class="note">{words.more}</p>}
    </Section>
  )
}
