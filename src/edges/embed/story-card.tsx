import type { Child } from 'hono/jsx'
import { storyAddress } from '../../html/addresses.ts'
import { ClaimItem } from '../../html/claim-item.tsx'
import { Words } from '../../html/recorded/words.tsx'
import { renderDocument } from './document.tsx'
import type { CardLook } from '../../html/look.ts'
import { CardLink } from '../../html/card-link.tsx'
import { storyTitle } from '../../html/reader-words.ts'
import type { CardChoice } from '../../views/claim-card.ts'
import { listedIn, type StoryCard } from '../../views/story-card.ts'
import { countedByStatus, countInWords, titleOfStory } from '../../html/story-words.ts'
import { cardWords, voidedSentence } from '../../html/words.ts'

/** The card of a story: where each of its first claims stands, or how many stand how. */
export async function renderStoryCard(
  card: StoryCard,
  look: CardLook,
  choice: Pick<CardChoice, 'opinions'>,
): Promise<string> {
  const { story } = card
  const { language, publicUrl } = look
  return renderDocument({
    look,
    title: titleOfStory(story, language),
    canonical: storyAddress(publicUrl, story.slug),
    children:
      look.size === 'compact' ? (
        <main class="card compact">
          <Head card={card} look={look} />
          <p class="note">
            {[...countedByStatus(story).map((each) => countInWords(each, language)), ''].join(
              ' · ',
            )}
            <AsOf card={card} look={look} />
          </p>
        </main>
      ) : (
        <main class="card">
          <Head card={card} look={look} />
          <Claims card={card} look={look} choice={choice} />
        </main>
      ),
  })
}

interface StoryProps {
  readonly card: StoryCard
  readonly look: CardLook
}

function Head({ card: { story }, look: { language, publicUrl } }: StoryProps) {
  const said = cardWords(language)
  const isVoided = story.voidedAt !== null
  return (
    <>
      <p class="by">
        {said.story} · {said.claimCount(story.counts.claims)}
      </p>
      <h1>
        <CardLink href={storyAddress(publicUrl, story.slug)}>
          <Words words={storyTitle(story, language)} isStruck={isVoided} />
        </CardLink>
      </h1>
      {isVoided && <p>{voidedSentence(language)}</p>}
    </>
  )
}

function Claims({
  card,
  look,
  choice,
}: StoryProps & { readonly choice: Pick<CardChoice, 'opinions'> }): Child {
  const { story } = card
  const said = cardWords(look.language)
  const { shown, leftOut } = listedIn(story, choice)
  const more = story.counts.claims - shown.length - leftOut
  return (
    <>
      <ul>
        {shown.map((claim, index) => (
          <ClaimItem
            claim={claim}
            look={look}
            // A story without any claim would say nothing.
            {...(index > 0 && { insteadOfRest: said.moreClaims(more + shown.length - index) })}
          />
        ))}
      </ul>
      {more > 0 && (
        <p class="more">
          <CardLink href={storyAddress(look.publicUrl, story.slug)}>
            {said.moreClaims(more)}
          </CardLink>
        </p>
      )}
      <footer class="note">
        {leftOut > 0 && <p>{said.opinionsLeftOut(leftOut, 0)}</p>}
        <p>
          <AsOf card={card} look={look} />
        </p>
        <p>{said.noVerdict}</p>
      </footer>
    </>
  )
}

function AsOf({ card: { asOf }, look: { language } }: StoryProps) {
  const { asOf: asOfWords, date } = cardWords(language)
  return <time datetime={asOf.toISOString()}>{asOfWords(date(asOf.toISOString()))}</time>
}
