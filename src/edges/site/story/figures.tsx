import { ClaimItem } from '../../../html/claim-item.tsx'
import { FigureScale, FigureValue } from '../../../html/figures.tsx'
import type { RecordLook } from '../../../html/look.ts'
import { cardWords } from '../../../html/words.ts'
import type { StoryPageData } from '../../../views/story-page/load.ts'
import { Section } from '../claim/section.tsx'
import { storyPageWords } from './words.ts'

interface FiguresProps {
  readonly page: StoryPageData
  readonly look: RecordLook
}

/** Figures that contradict each other, each group on one scale. */
export function StoryFigures({ page: { conflicts }, look }: FiguresProps) {
  const { language } = look
  if (conflicts.length === 0) return null
  return (
    <Section title={cardWords(language).conflicts} about={storyPageWords[language].conflictsAbout}>
      {conflicts.map((group) => (
        <>
          <FigureScale claims={group} language={language} />
          <ul class="record">
            {group.map((claim) => (
              <ClaimItem claim={claim} look={look}>
                {claim.figure && <FigureValue figure={claim.figure} language={language} />}
              </ClaimItem>
            ))}
          </ul>
        </>
      ))}
    </Section>
  )
}
