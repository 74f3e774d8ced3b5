import type { Answer, AnswersOfReader, Expectation } from './answers.ts'
import type { MarkFamily } from './scenes.ts'

const questions = ['said', 'answered', 'open', 'checked', 'judges'] as const
type Question = (typeof questions)[number]

/** An answer that is not as expected. */
interface Miss {
  readonly marks: MarkFamily
  readonly reader: string
  readonly picture: string
  readonly question: Question
  readonly answer: string
}

/** How the readers of one family of marks did. */
interface Score {
  readonly marks: MarkFamily
  readonly readers: number
  /** Readers who said of at least one claim without an answer that it was checked. */
  readonly tookSilence: number
  /** Answers as expected, of those that the pictures show, by question. */
  readonly right: Readonly<Record<Question, { readonly right: number; readonly of: number }>>
}

interface Result {
  readonly scores: readonly Score[]
  readonly misses: readonly Miss[]
}

type Expected = Readonly<Record<string, Expectation>>

/** Compares what readers said with what the pictures show. A picture without an answer counts as missed. */
export function score(expected: Expected, all: readonly AnswersOfReader[]): Result {
  const misses: Miss[] = []
  const scores = [...Map.groupBy(all, ({ marks }) => marks)].map(([marks, readers]) => {
    const right = Object.fromEntries(questions.map((each) => [each, { right: 0, of: 0 }]))
    const silenced = new Set<string>()
    for (const { reader, answers } of readers)
      for (const [picture, expectation] of Object.entries(expected))
        for (const question of questions) {
          const given = answers[picture]?.[question] ?? ''
          const isRight = judged(question, given, expectation)
          const counted = right[question]
          if (isRight === undefined || !counted) continue
          counted.of += 1
          if (isRight) counted.right += 1
          else misses.push({ marks, reader, picture, question, answer: given })
          if (question === 'checked' && expectation.isSilence && saysYes(given))
            silenced.add(reader)
        }
    return { marks, readers: readers.length, tookSilence: silenced.size, right: whole(right) }
  })
  return { scores, misses }
}

/** Whether an answer is as expected; undefined if the picture does not show it. */
function judged(
  question: Question,
  given: Answer[Question],
  expectation: Expectation,
): boolean | undefined {
  if (question === 'judges') return given !== '' && !saysYes(given)
  if (question === 'checked')
    return expectation.mayBeChecked ? undefined : given !== '' && !saysYes(given)
  const words = expectation[question]
  if (words === null) return undefined
  return words.some((word) => mentions(given.normalize('NFC'), word))
}

/** A word of the Latin script is looked for at the beginning of words: "reduc" finds "reduced". */
function mentions(given: string, word: string): boolean {
  if (!/^[\w ]+$/.test(word)) return given.includes(word)
  return new RegExp(`\\b${word}`, 'i').test(given)
}

function saysYes(given: string): boolean {
  return /^\s*(?:yes|예|네|그렇)/i.test(given)
}

function whole(right: { [question: string]: { right: number; of: number } }): Score['right'] {
  const of = (question: Question) => right[question] ?? { right: 0, of: 0 }
  return {
    said: of('said'),
    answered: of('answered'),
    open: of('open'),
    checked: of('checked'),
    judges: of('judges'),
  }
}

const rows: readonly (readonly [string, (score: Score) => string])[] = [
  ['readers', ({ readers }) => String(readers)],
  ['took silence for a check or a confirmation', ({ tookSilence }) => String(tookSilence)],
  ['named the speaker', ({ right }) => share(right.said)],
  ['named who answered', ({ right }) => share(right.answered)],
  ['named what is left open', ({ right }) => share(right.open)],
  ['did not say that it was checked', ({ right }) => share(right.checked)],
  ['did not say that the service judges', ({ right }) => share(right.judges)],
]

/** The result as a table in Markdown. */
export function tableOf({ scores }: Result): string {
  return [
    line(['', ...scores.map(({ marks }) => marks)]),
    line(['---', ...scores.map(() => '---')]),
    ...rows.map(([name, cell]) => line([name, ...scores.map(cell)])),
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function share({ right, of }: { right: number; of: number }): string {
  return of === 0 ? '–' : `${right} of ${of} (${Math.round((right / of) * 100)} %)`
}
