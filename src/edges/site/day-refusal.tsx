import type { DisplayLanguage } from '../../domain/display-language.ts'
import type { FieldFault } from '../../domain/errors.ts'
import { claimPageWords } from './claim/words.ts'

/** Whether only the day is wrong as of which a claim was asked for. */
export function isAboutDay(faults: readonly FieldFault[]): boolean {
  return faults.length > 0 && faults.every(({ pointer }) => pointer === '/asOf')
}

interface DayRefusalProps {
  readonly faults: readonly FieldFault[]
  readonly sent: URLSearchParams
  readonly language: DisplayLanguage
}

/** Why there is no page of that day, and the ways to one of another day and of today. */
export function DayRefusal({ faults, sent, language }: DayRefusalProps) {
  const { title, reasons, other } = dayWords[language]
  const { past, show, now } = claimPageWords[language]
  const code = faults[0]?.code ?? ''
  return (
    <>
      <h1>{title}</h1>
      <p>{reasons.get(code) ?? other(sent.get('asOf') ?? '')}</p>
      <form class="form">
        <input type="hidden" name="lang" value={language} />
        <label>
          {past}
          <input type="date" name="asOf" required />
        </label>
        <button type="submit">{show}</button>
      </form>
      <ul class="acts">
        <li>
          <a href={`?lang=${language}`}>{now}</a>
        </li>
        <li>
          <a href={`/?lang=${language}`}>{dayWords[language].home}</a>
        </li>
      </ul>
    </>
  )
}

interface DayWords {
  readonly title: string
  /** By the code of the fault. */
  readonly reasons: ReadonlyMap<string, string>
  readonly other: (sent: string) => string
  readonly home: string
}

export const dayWords: Readonly<Record<DisplayLanguage, DayWords>> = {
  en: {
    title: 'There is no page for that day',
    reasons: new Map([
      [
        'before-record',
        'Nothing was on record here yet. The page of today says on which day its record begins.',
      ],
      ['ahead', 'That day has not come yet. Choose today or a day before.'],
    ]),
    other: (sent) => `“${cut(sent)}” is not a day. Choose one here.`,
    home: 'First page',
  },
  ko: {
    title: '그날의 페이지가 없습니다',
    reasons: new Map([
      [
        'before-record',
        '그날은 아직 기록이 없었습니다. 기록이 시작된 날은 지금의 페이지에 적혀 있습니다.',
      ],
      ['ahead', '아직 오지 않은 날입니다. 오늘이나 그 전의 날짜를 고르십시오.'],
    ]),
    other: (sent) => `‘${cut(sent)}’: 날짜가 아닙니다. 아래에서 날짜를 고르십시오.`,
    home: '첫 페이지',
  },
}

const sentMax = 40

function cut(sent: string): string {
  return sent.length > sentMax ? `${sent.slice(0, sentMax)}…` : sent
}
