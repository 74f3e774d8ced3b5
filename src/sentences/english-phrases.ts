import { enumerate } from '../domain/enumerate.ts'
import { languageName } from '../domain/language-name.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { unnamedInSentence } from '../domain/unnamed-speaker.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { englishDate, englishWhen } from './date-words.ts'
import type { QuotedClaim } from './explanation.ts'
import type { Speaker, Speakers } from './told/speakers.ts'
import type { Since } from './told/outcome.ts'
import { nameInline, quotation } from './quotation.ts'

export function nameOf(speaker: Speaker): string {
  if (speaker.isUnnamed) return unnamedInSentence.en
  return nameInline(nameOrRemoved(speaker.name, 'en'), 'en')
}

export function namesOf({ named, more }: Speakers): string {
  return enumerate(named.map(nameOf), 'en', more)
}

/** "Google or Meta", "Google, Meta, Apple or 2 more". */
export function anyOf({ named, more }: Speakers): string {
  const names = [...named.map(nameOf), ...(more > 0 ? [`${more} more`] : [])]
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ')
}

/** " on 3 December 2025", or "" if the date is unknown. */
export function when(date: WorldDate | null): string {
  return date === null ? '' : ` ${englishWhen(date)}`
}

/** Words in a clause that gives their date elsewhere, if at all: `: “…”`. */
export function saying(claim: QuotedClaim, before = ': '): string {
  if (claim.words === null) return ''
  const notes = [...translationOf(claim), ...rewordingOf(claim)]
  const remark = notes.length === 0 ? '' : ` (${notes.join(', ')})`
  return before + quotation(claim.words, 'en') + remark
}

/** Words and date at the end of a clause: `: “…” (3 December 2025)`. */
export function stating(claim: QuotedClaim): string {
  const words = claim.words === null ? '' : `: ${quotation(claim.words, 'en')}`
  const said = remarks(claim)
  return said.length > 0 ? `${words} (${said.join(', ')})` : words
}

/** Words and date within a clause: ` (“…”, 3 December 2025)`. */
export function aside(claim: QuotedClaim, max?: number): string {
  const words = claim.words === null ? [] : [quotation(claim.words, 'en', max)]
  const said = [...words, ...remarks(claim)]
  return said.length > 0 ? ` (${said.join(', ')})` : ''
}

function remarks(claim: QuotedClaim): readonly string[] {
  const date = claim.assertedAt === null ? [] : [englishDate(claim.assertedAt)]
  return [...translationOf(claim), ...date, ...rewordingOf(claim)]
}

/** Says that quoted words are a translation, if they are. */
function translationOf({ words, translated }: QuotedClaim): readonly string[] {
  if (words === null || translated === null) return []
  const from = languageName(translated.from, 'en')
  return [`${translated.by === 'machine' ? 'machine translation' : 'translated'} from ${from}`]
}

/** Says that quoted words are later than their date, if they are. */
function rewordingOf({ words, wasReworded }: QuotedClaim): readonly string[] {
  return words !== null && wasReworded ? ['reworded since'] : []
}

/** ", itself withdrawn since", of something that its author no longer stands by. */
export function since(what: Since): string {
  if (what === null) return ''
  return `, itself ${what === 'withdrawn' ? 'withdrawn' : 'replaced'} since`
}

/** "A’s", "Reuters’", "AWS’s". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}
