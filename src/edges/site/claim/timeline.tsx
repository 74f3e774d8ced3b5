import type { Child } from 'hono/jsx'
import { spanOf } from '../../../domain/world-date.ts'
import { bearingOf } from '../../../html/bearing.ts'
import { When } from '../../../html/claim-line.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { languageOfTitle, readerName, readerSpeaker } from '../../../html/reader-words.ts'
import { cardWords } from '../../../html/words.ts'
import { statusWord } from '../../../sentences/table/vocabulary.ts'
import type { ClaimPageData } from '../../../views/claim-page.ts'
import { Section } from './section.tsx'
import { claimPageWords } from './words.ts'

/** The first of the world and the last of the record are shown. */
const shownMax = { world: 12, record: 6 }

interface Entry {
  readonly date: string
  readonly mark: 'said' | 'answered' | 'world' | 'recorded'
  readonly text: Child
}

interface TimelineProps {
  readonly page: ClaimPageData
  readonly look: RecordLook
}

/** What happened in the world, and what was recorded, in order. */
export function Timeline({ page, look }: TimelineProps) {
  const { language } = look
  const said = claimPageWords[language]
  const world = worldOf(page, look).toSorted((a, b) => placeOf(a) - placeOf(b))
  const record = recordOf(page, look)
  const shown = [...world.slice(0, shownMax.world), ...record.slice(-shownMax.record)]
  const more = world.length + record.length - shown.length
  return (
    <Section title={said.time} about={said.timeAbout}>
      <ol class="time">
        {shown.map(({ date, mark, text }) => (
          <li class={mark}>
            <span class="note">
              <When date={date} language={language} />
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p class="note">{said.moreInTime(more)}</p>}
    </Section>
  )
}

function worldOf(
  { claim, counterpoints, related }: ClaimPageData,
  { language }: RecordLook,
): Entry[] {
  const said = claimPageWords[language]
  const { removed } = cardWords(language)
  const speaker = <b dir="auto">{readerSpeaker(claim, language)}</b>
  const reports = new Map(claim.citations.map(({ report }) => [report.id, report]))
  const answers = (direction: 'from' | 'onto') =>
    counterpoints
      .filter((each) => each.direction === direction)
      .flatMap((each): Entry[] =>
        each.claim.assertedAt === null
          ? []
          : [
              {
                date: each.claim.assertedAt,
                mark: each.isOwn ? 'said' : 'answered',
                text: (
                  <>
                    <b dir="auto">{readerSpeaker(each.claim, language)}</b>:{' '}
                    {bearingOf(each, claim, language)}
                  </>
                ),
              },
            ],
      )
  return [
    // What it answers was said before it, also on the same day.
    ...answers('from'),
    ...(claim.assertedAt === null
      ? []
      : [
          {
            date: claim.assertedAt,
            mark: 'said' as const,
            text: (
              <>
                {speaker} {said.saysIt}
              </>
            ),
          },
        ]),
    ...[...reports.values()].flatMap(({ publishedAt, source, title }): Entry[] =>
      publishedAt === null
        ? []
        : [
            {
              date: publishedAt,
              mark: 'world',
              text: (
                <>
                  <b dir="auto">{readerName(source, language)}</b>:{' '}
                  <cite lang={languageOfTitle(title)} dir="auto">
                    {title ?? removed}
                  </cite>
                </>
              ),
            },
          ],
    ),
    ...answers('onto'),
    ...related
      .filter(({ as }) => as === 'conceding')
      .flatMap(({ claims }) => claims)
      .flatMap((each): Entry[] =>
        each.assertedAt === null
          ? []
          : [
              {
                date: each.assertedAt,
                mark: 'answered',
                text: (
                  <>
                    <b dir="auto">{readerSpeaker(each, language)}</b> {said.confirmsIt}
                  </>
                ),
              },
            ],
      ),
    ...(claim.withdrawnAt === null
      ? []
      : [
          {
            date: claim.withdrawnAt,
            mark: 'said' as const,
            text: (
              <>
                {speaker} {said.withdrawn}
              </>
            ),
          },
        ]),
  ]
}

function recordOf({ claim, statuses }: ClaimPageData, { language }: RecordLook): Entry[] {
  const said = claimPageWords[language]
  return [
    { date: dayOf(new Date(claim.recordedAt)), mark: 'recorded', text: said.entered },
    ...statuses
      .map(({ status, at }, index): Entry => ({
        date: dayOf(at),
        mark: 'recorded',
        // Only of the present one is known what parties said.
        text: said.becomes(index === 0 ? claim.statusLabel : statusWord(status, language)),
      }))
      .toReversed(),
  ]
}

/** A month comes after the days in it, because it has ended only then. */
function placeOf({ date }: Entry): number {
  return spanOf(date)?.end ?? Number.POSITIVE_INFINITY
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
