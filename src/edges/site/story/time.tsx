import { claimAddress, linkTo } from '../../../html/addresses.ts'
import { When } from '../../../html/claim-line.tsx'
import { ClaimWords } from '../../../html/claim-words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerSpeaker } from '../../../html/reader-words.ts'
import { isAnswered, Status } from '../../../html/status.tsx'
import type { ClaimView } from '../../../views/claim.ts'
import type { StoryPageData } from '../../../views/story-page/load.ts'
import { Section } from '../claim/section.tsx'
import { storyPageWords } from './words.ts'

interface TimeProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/** How many characters of a claim stand in a line. */
const wordsMax = 140

/** What was said, in order of time; then what was recorded. */
export function StoryTime({ page: { story, time, turns }, look }: TimeProps) {
  const { language } = look
  const said = storyPageWords[language]
  const heads = new Set(turns.map(({ claim }) => claim.id))
  const answers = new Set(turns.flatMap(({ given }) => given.map(({ claim }) => claim.id)))
  const markOf = ({ id }: ClaimView) =>
    heads.has(id) ? 'said' : answers.has(id) ? 'answered' : 'world'
  return (
    <Section title={said.time} about={said.timeAbout}>
      <ol class="time">
        {time.said.map(({ date, claim, count }) => (
          <li class={markOf(claim)}>
            <span class="note">
              <When date={date} language={language} />
            </span>
            <span>
              <Named claim={claim} look={look} /> {count > 1 && said.andMore(count - 1)}
            </span>
          </li>
        ))}
        <li class="recorded">
          <span class="note">
            <When date={story.recordedAt.slice(0, 10)} language={language} />
          </span>
          <span>{said.entered}</span>
        </li>
        {time.moves.map(({ claim, at }) => (
          <li class="recorded">
            <span class="note">
              <When date={at.toISOString().slice(0, 10)} language={language} />
            </span>
            <span>
              <Named claim={claim} look={look} /> {isAnswered(claim) && <Status claim={claim} />}
            </span>
          </li>
        ))}
      </ol>
      {time.moreSaid > 0 && <p class="note">{said.moreInTime(time.moreSaid)}</p>}
    </Section>
  )
}

function Named({ claim, look }: { readonly claim: ClaimView; readonly look: RecordLook }) {
  const { language, publicUrl } = look
  return (
    <>
      <b dir="auto">{readerSpeaker(claim, language)}</b>:{' '}
      <a href={linkTo(claimAddress(publicUrl, claim.id), look)}>
        <ClaimWords claim={claim} language={language} max={wordsMax} />
      </a>
    </>
  )
}
