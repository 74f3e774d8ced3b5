import { builderAddress, storyAddress } from '../../../html/addresses.ts'
import { ClaimItem } from '../../../html/claim-item.tsx'
import { Words } from '../../../html/recorded/words.tsx'
import { FigureValue } from '../../../html/figures.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { storyTitle } from '../../../html/reader-words.ts'
import { cardWords, voidedSentence } from '../../../html/words.ts'
import type { StoryPageData } from '../../../views/story-page/load.ts'
import { Section } from '../claim/section.tsx'
import { StoryExchange, StoryOpen } from './exchange.tsx'
import { StoryFigures } from './figures.tsx'
import { Lede } from './lede.tsx'
import { StoryMapPart } from './map.tsx'
import { StoryTime } from './time.tsx'
import { storyPageWords } from './words.ts'

interface StoryProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/** Everything on record about a story. */
export function StoryArticle({ page, look }: StoryProps) {
  const { story } = page
  const { language } = look
  const isVoided = story.voidedAt !== null
  return (
    <article class="claim">
      <header class="first">
        <p class="by">{cardWords(language).story}</p>
        <h1>
          <Words words={storyTitle(story, language)} isStruck={isVoided} />
        </h1>
        {isVoided ? <p>{voidedSentence(language)}</p> : <Lede page={page} look={look} />}
      </header>
      <StoryExchange page={page} look={look} />
      <StoryOpen page={page} look={look} />
      <StoryMapPart page={page} look={look} />
      <StoryFigures page={page} look={look} />
      <StoryTime page={page} look={look} />
      <AllClaims page={page} look={look} />
      <TakeAlong page={page} look={look} />
    </article>
  )
}

/** The first claims of the story, in its own order. */
function AllClaims({ page: { story }, look }: StoryProps) {
  const { language } = look
  const said = cardWords(language)
  const more = story.counts.claims - story.claims.length
  const query = new URLSearchParams({ story: story.slug, lang: language })
  return (
    <Section
      id="claims"
      title={storyPageWords[language].all}
      about={said.claimCount(story.counts.claims)}
    >
      <ul class="record plain">
        {story.claims.map((claim) => (
          <ClaimItem claim={claim} look={look}>
            {claim.figure && <FigureValue figure={claim.figure} language={language} />}
          </ClaimItem>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <a href={`/claims?${query.toString()}`}>{said.moreClaims(more)}</a>
        </p>
      )}
    </Section>
  )
}

/** The story in other places and forms. */
function TakeAlong({ page: { story }, look }: StoryProps) {
  const { language, publicUrl } = look
  const said = storyPageWords[language]
  const address = storyAddress(publicUrl, story.slug)
  return (
    <Section id="take" title={said.take}>
      <ul class="acts">
        <li>
          <a class="main" href={builderAddress(address, language)}>
            {said.embed}
          </a>
        </li>
        <li>
          <a href={`/v1/stories/${story.id}`}>JSON</a>
        </li>
        <li>
          <a href={`${address}.jsonld`}>JSON-LD</a>
        </li>
      </ul>
    </Section>
  )
}
