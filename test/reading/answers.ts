import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { markFamilies } from './scenes.ts'

/** What one reader says about one picture. */
const answer = z.strictObject({
  said: z.string(),
  answered: z.string(),
  open: z.string(),
  checked: z.string(),
  judges: z.string(),
})
export type Answer = z.output<typeof answer>

const answersOfReader = z.strictObject({
  reader: z.string(),
  marks: z.enum(markFamilies),
  /** What is worth knowing about the reader: never a name. */
  about: z.string().optional(),
  answers: z.record(z.string(), answer),
})
export type AnswersOfReader = z.output<typeof answersOfReader>

const expectation = z.strictObject({
  shows: z.string(),
  /** Any of these words; null if the picture does not show it. */
  said: z.array(z.string()).nullable(),
  answered: z.array(z.string()).nullable(),
  open: z.array(z.string()).nullable(),
  /** Nobody contradicts it: a reader who says that it was checked takes silence for a check. */
  isSilence: z.boolean().default(false),
  /** It is no fault to say that somebody checked it. */
  mayBeChecked: z.boolean().default(false),
})
export type Expectation = z.output<typeof expectation>

export function readAnswers(file: string): AnswersOfReader {
  return answersOfReader.parse(JSON.parse(readFileSync(file, 'utf8')))
}

export function readExpected(): Readonly<Record<string, Expectation>> {
  const file = new URL('expected.json', import.meta.url)
  return z.record(z.string(), expectation).parse(JSON.parse(readFileSync(file, 'utf8')))
}
