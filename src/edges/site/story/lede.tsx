import { languageName } from '../../../domain/language-name.ts'
import { Words } from '../../../html/recorded/words.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { readerSpeaker, readerWords } from '../../../html/reader-words.ts'
import { countInWords } from '../../../html/story-words.ts'
import { cardWords } from '../../../html/words.ts'
import { englishWhen, koreanDate } from '../../../sentences/date-words.ts'
import { quotation, quotationMax, shortened } from '../../../sentences/quotation.ts'
import type { ClaimView } from '../../../views/claim.ts'
import type { StoryPageData } from '../../../views/story-page/load.ts'
import { storyPageWords } from './words.ts'

interface LedeProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/**
 * What the story is about, from the record alone: what most others answer, why that stands where it
 * does, and how many claims there are.
 */
export function Lede({ page: { outline, turns }, look }: LedeProps) {
  const { language } = look
  const said = storyPageWords[language]
  // Words that were removed say nothing.
  const head = turns.find(({ claim }) => claim.text !== null)?.claim
  const { claims, counted, speakers, unnamed, dates, statuses } = outline
  const { date } = cardWords(language)
  return (
    <>
      {head && (
        <p class="reason">
          {said.saidFirst(
            readerSpeaker(head, language),
            head.assertedAt === null ? undefined : whenIn[language](head.assertedAt),
          )}{' '}
          <First claim={head} look={look} /> {head.explanation?.short}
        </p>
      )}
      <p class="note">
        {[
          said.counted(claims, speakers, unnamed),
          ...(dates ? [said.dated(date(dates.first), date(dates.last))] : []),
        ].join(', ')}
        {'. '}
        {counted < claims && said.firstCounted(counted)}
      </p>
      <ul class="note facts">
        {statuses.map((each) => (
          <li>{countInWords(each, language)}</li>
        ))}
      </ul>
    </>
  )
}

/**
 * The words that most others answer. In quotation marks only if the speaker's own text has them:
 * others report what was said in words of theirs, and a translation is in words of ours.
 */
function First({ claim, look: { language } }: { readonly claim: ClaimView; look: RecordLook }) {
  const words = readerWords(claim, language)
  const isVerbatim =
    words.by === undefined && claim.citations.some(({ attribution }) => attribution === 'firsthand')
  const text = isVerbatim ? quotation(words.text, language) : shortened(words.text, quotationMax)
  const from = languageName(words.original.lang, language)
  const end = /[.!?…”’"]$/.test(text) ? '' : '.'
  return (
    <>
      <Words words={{ text: text + end, lang: words.lang }} />
      {words.by && <> ({cardWords(language).translation(from, words.by)}.)</>}
    </>
  )
}

const whenIn = { en: englishWhen, ko: koreanDate }
