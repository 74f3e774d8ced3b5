import type { Phrase } from '../../domain/display-language.ts'
import type { Fit, Response } from '../../domain/kinds.ts'

/** How much of a claim an answer touches. */
export const touchings = ['meets', 'partly', 'other_point'] as const
export type Touching = (typeof touchings)[number]

/** In place of the relation, of a rebuttal that does not touch all of the claim. */
export const touchingWords: Readonly<Record<Exclude<Touching, 'meets'>, Phrase>> = {
  partly: { en: 'contradicts a part of this', ko: '일부 내용과 상반된 주장' },
  other_point: { en: 'answers another point', ko: '다른 점에 대한 답변' },
}

/** Of a claim that this one rebuts. */
export const touchedWords: Readonly<Record<Touching, Phrase>> = {
  meets: { en: 'contradicted by this', ko: '이 주장이 반박함' },
  partly: { en: 'contradicted in part by this', ko: '이 주장이 일부를 반박함' },
  other_point: { en: 'answered by this on another point', ko: '이 주장이 다른 점에 답함' },
}

/** Of a confirmation that meets some points of what it answers. */
export const confirmsPart: Phrase = { en: 'confirms a part of this', ko: '일부를 확인' }

/** How much of a claim a rebuttal touches. What others than parties answer has no fit. */
export function touchingOf({
  fit,
  response,
}: {
  readonly fit: Fit | null
  readonly response: Response | null
}): Touching {
  if (fit === 'partly' || fit === 'other_point') return fit
  return response === 'elsewhere' ? 'other_point' : 'meets'
}
