import { enumerate } from '../domain/enumerate.ts'
import { languageName } from '../domain/language-name.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { unnamedInSentence } from '../domain/unnamed-speaker.ts'
import type { WorldDate } from '../domain/world-date.ts'
import { englishDate, englishWhen } from './date-words.ts'
import type {
  Attack,
  ChallengeOutcome,
  Party,
  QuotedClaim,
  Speaker,
  Speakers,
} from './explanation.ts'
import { inline, quotation } from './quotation.ts'

export function nameOf(speaker: Speaker): string {
  if (speaker.isUnnamed) return unnamedInSentence.en
  return inline(nameOrRemoved(speaker.name, 'en'))
}

/** A party's name; another member of its side is introduced as such. */
export function sideOf(speaker: Speaker, party: Party | null): string {
  const name = nameOf(speaker)
  return party === 'side' ? `${name}, on the side of the party this is about,` : name
}

export function namesOf({ named, more }: Speakers): string {
  return enumerate(named.map(nameOf), 'en', more)
}

/** " on 3 December 2025", or "" if the date is unknown. */
export function when(date: WorldDate | null): string {
  return date === null ? '' : ` ${englishWhen(date)}`
}

/** Words in a clause that gives their date elsewhere, if at all: `: “…”`. */
export function saying(claim: QuotedClaim, before = ': '): string {
  if (claim.words === null) return ''
  const [translation] = translationOf(claim)
  const remark = translation === undefined ? '' : ` (${translation})`
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
  return [...translationOf(claim), ...date]
}

/** Says that quoted words are a translation, if they are. */
function translationOf({ words, translated }: QuotedClaim): readonly string[] {
  if (words === null || translated === null) return []
  const from = languageName(translated.from, 'en')
  return [`${translated.by === 'machine' ? 'machine translation' : 'translated'} from ${from}`]
}

/** What an attack did to `it`. In the past tense: the record holds only what was said. */
export function attacked({ relation, party, isRuling }: Attack, it: string): string {
  const rebuts = relation === 'rebuts'
  if (isRuling) return rebuts ? 'found otherwise' : 'ruled against its grounds'
  if (party !== null) return rebuts ? `denied ${it}` : `contested ${it}`
  return rebuts ? `contradicted ${it}` : 'contested its grounds'
}

/** What happened to a claim or a challenge: "was withdrawn on 5 December 2025". */
export function outcome(became: ChallengeOutcome): string {
  switch (became.kind) {
    case 'withdrawn':
      return `was withdrawn${when(became.at)}`
    case 'corrected':
      return `was replaced by its author${when(became.at)}`
    case 'dropped':
      return `was dropped${when(became.at)}`
    case 'conceded':
      return `was ended by a concession${when(became.at)}`
    case 'countered':
      return `was countered${by(became.by)}`
    case 'ruled_against':
      return `was ruled against${by(became.by)}`
    case 'not_addressed':
      return `was held${by(became.by)} not to address it`
    case 'given_up':
      return `was given up by a concession${when(became.at)}`
    case 'basis_lost':
      return 'lost what it rested on'
    case 'fallen':
    default:
      return 'does not stand on record'
  }
}

function by(speakers: Speakers): string {
  return speakers.named.length === 0 ? '' : ` by ${namesOf(speakers)}`
}
