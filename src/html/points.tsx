import type { DisplayLanguage } from '../domain/display-language.ts'
import { quotation } from '../sentences/quotation.ts'
import { machineMark } from '../sentences/table/standings.ts'
import type { ClaimView } from '../views/claim.ts'
import { Words } from './recorded/words.tsx'
import { readerWords } from './reader-words.ts'

type PointView = ClaimView['points'][number]

/** The points of a claim that no answer of a party meets, without those whose words were removed. */
export function openPointsOf({
  leftOpen,
  points,
}: Pick<ClaimView, 'leftOpen' | 'points'>): readonly PointView[] {
  return points.filter(({ id, text }) => text !== null && leftOpen?.points.includes(id))
}

interface PointProps {
  readonly point: PointView
  readonly claim: Pick<ClaimView, 'lang'>
  readonly language: DisplayLanguage
}

/** A point in the reader's language, otherwise in that of its claim. */
export function PointWords({ point, claim, language }: PointProps) {
  const words = wordsOf({ point, claim, language })
  return (
    <>
      <Words words={words} />
      <MachineMark words={words} language={language} />
    </>
  )
}

interface QuotedPointsProps {
  readonly points: readonly PointView[]
  readonly claim: PointProps['claim']
  readonly language: DisplayLanguage
  /** How many characters of each are quoted; by default all. */
  readonly max?: number | undefined
}

/** Points in quotation marks, side by side. */
export function QuotedPoints({ points, claim, language, max }: QuotedPointsProps) {
  return (
    <>
      {points.map((point, index) => {
        const words = wordsOf({ point, claim, language })
        return (
          <>
            {index > 0 && ' · '}
            <span lang={words.lang}>{quotation(words.text, language, max)}</span>
            <MachineMark words={words} language={language} />
          </>
        )
      })}
    </>
  )
}

function wordsOf({ point: { text, texts }, claim: { lang }, language }: PointProps) {
  return readerWords({ text, texts, lang }, language)
}

/** Says that no person translated the words before it. */
function MachineMark({
  words,
  language,
}: {
  readonly words: ReturnType<typeof readerWords>
  readonly language: DisplayLanguage
}) {
  return words.by === 'machine' ? <> ({machineMark[language]})</> : null
}
