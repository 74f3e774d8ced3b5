import { enumerate } from '../domain/enumerate.ts'
import { languageName } from '../domain/language-name.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { unnamedInSentence } from '../domain/unnamed-speaker.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { koreanDate, koreanWhen } from './date-words.ts'
import type { QuotedClaim } from './explanation.ts'
import type { Speaker, Speakers } from './told/speakers.ts'
import type { Since } from './told/outcome.ts'
import { withParticle } from './sounds/korean-particles.ts'
import { nameInline, quotation } from './quotation.ts'

export function nameOf(speaker: Speaker): string {
  if (speaker.isUnnamed) return unnamedInSentence.ko
  return nameInline(nameOrRemoved(speaker.name, 'ko'), 'ko')
}

export function namesOf({ named, more }: Speakers): string {
  return enumerate(named.map(nameOf), 'ko', more)
}

/** "마이크로소프트가", "디인포메이션이". */
export function subject(speaker: Speaker): string {
  return withParticle(nameOf(speaker), '이/가')
}

/** "2025년 12월 3일 ", "2025년에 ", or "" if the date is unknown. */
export function dated(date: WorldDate | null): string {
  return date === null ? '' : `${koreanWhen(date)} `
}

/** A quotation: "“…”라고 ". */
export function saying(claim: QuotedClaim): string {
  return claim.words === null ? '' : `${withParticle(quoted(claim, claim.words), '(이)라고')} `
}

/** A quotation accompanying another act: "“…”라며 ". */
export function bySaying(claim: QuotedClaim): string {
  return claim.words === null ? '' : `${withParticle(quoted(claim, claim.words), '(이)라며')} `
}

/** Words and date after the noun they belong to: "(“…”, 2025년 12월 3일)". */
export function aside(claim: QuotedClaim, max?: number): string {
  const words = claim.words === null ? [] : [quotation(claim.words, 'ko', max), ...notesOn(claim)]
  const date = claim.assertedAt === null ? [] : [koreanDate(claim.assertedAt)]
  const said = [...words, ...date]
  return said.length > 0 ? `(${said.join(', ')})` : ''
}

/** Words of a claim in quotation marks, with a note if they are a translation or were changed. */
export function quoted(claim: QuotedClaim, words: string): string {
  const notes = notesOn(claim)
  return quotation(words, 'ko') + (notes.length === 0 ? '' : `(${notes.join(', ')})`)
}

function notesOn(claim: QuotedClaim): readonly string[] {
  return [...translationOf(claim), ...(claim.wasReworded ? ['이후 고친 표현'] : [])]
}

function translationOf({ translated }: QuotedClaim): readonly string[] {
  if (translated === null) return []
  const from = languageName(translated.from, 'ko')
  return [`${from} 원문의 ${translated.by === 'machine' ? '기계 번역' : '번역'}`]
}

/**
 * Joins clauses into one sentence: all but the last exchange 습니다 for a connecting ending. Every
 * clause must end in 었습니다, 있습니다 or 없습니다, for which these endings are regular.
 */
export function joined(clauses: readonly string[], ending: '고' | '으며,'): string {
  const last = clauses.length - 1
  return clauses
    .map((clause, index) => (index < last ? clause.replace(/습니다$/, ending) : clause))
    .join(' ')
}

/** A clause, and what has become since of what it tells of: `noun` is "인정은" or "주장은". */
export function since(clause: string, noun: string, what: Since): string {
  if (what === null) return clause
  const became = what === 'withdrawn' ? '철회되었습니다' : '다른 주장으로 대체되었습니다'
  return `${clause}. 그 ${noun} 이후 ${became}`
}

export function claimNoun({ isRuling }: QuotedClaim): string {
  return isRuling ? '판단' : '주장'
}
