import type { DisplayLanguage, Phrase } from '../../domain/display-language.ts'
import type { Figure } from '../../domain/figure.ts'
import type { FigureForm } from '../../domain/kinds.ts'
import type { WorldDate } from '../../domain/world-date.ts'
import { longDate } from '../date-words.ts'
import { nameOf as englishName } from '../english-phrases.ts'
import type { Speaker } from '../told/speakers.ts'
import { nameOf as koreanName } from '../korean-phrases.ts'
import { intervalWords } from './interval-words.ts'

/** A figure as somebody gave it. */
export interface GivenFigure {
  readonly figure: Figure
  readonly speaker: Speaker
  readonly date: WorldDate | null
}

const forms: Readonly<Record<FigureForm, Phrase>> = {
  level: { en: 'a level of ', ko: '수준 ' },
  change: { en: 'a change of ', ko: '증감 ' },
  growth_rate: { en: 'a growth rate of ', ko: '증가율 ' },
}

/**
 * Two figures for the same thing that differ: "These figures conflict: a change of -50% to -25%
 * (Newsletter, December 2025) and a level of 25% to 50% (Newsletter, December 2025)".
 */
export function driftWords(
  isConflict: boolean,
  [one, other]: readonly [GivenFigure, GivenFigure],
  lang: DisplayLanguage,
): string {
  const given = (each: GivenFigure) => givenIn(each, lang)
  if (lang === 'ko')
    return `${isConflict ? '상충하는 수치' : '한쪽이 다른 쪽에 포함되는 수치'}: ${given(one)}, ${given(other)}`
  const opening = isConflict
    ? 'These figures conflict'
    : 'One of these figures lies within the other'
  return `${opening}: ${given(one)} and ${given(other)}`
}

function givenIn({ figure, speaker, date }: GivenFigure, lang: DisplayLanguage): string {
  const name = lang === 'ko' ? koreanName(speaker) : englishName(speaker)
  const by = [name, ...(date === null ? [] : [longDate(date, lang)])].join(', ')
  const value = `${forms[figure.form][lang]}${intervalWords(figure, lang)}`
  return lang === 'ko' ? `${value}(${by})` : `${value} (${by})`
}
