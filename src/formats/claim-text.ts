import type { Translation } from '../domain/translation.ts'
import type { DisplayLanguage, Phrase } from '../domain/display-language.ts'
import { nameOrRemoved } from '../domain/redaction.ts'
import { unnamedSpeaker } from '../domain/unnamed-speaker.ts'
import { nameInline } from '../sentences/quotation.ts'
import { longDate } from '../sentences/date-words.ts'
import { besideStanding, type Badged } from '../sentences/standing/beside.ts'
import { machineMark } from '../sentences/table/standings.ts'

/** The parts of a claim in plain text. */
export interface PrintedClaim extends Badged {
  readonly title: string
  readonly statusLabel: string
  readonly explanation: { readonly text: string } | null
  /** null if no source names the speaker. */
  readonly speaker: Badged['speaker']
  readonly text: string | null
  readonly lang: string
  readonly texts: readonly {
    readonly lang: string
    readonly text: string
    readonly by: Translation['by']
  }[]
  readonly statusSince: string | null
  readonly voidedAt: string | null
  readonly asOf?: { readonly at: string } | undefined
  /** null and absent: it was not asked for. */
  readonly whatWouldChange?:
    | { readonly text: string; readonly events: readonly { readonly text: string }[] | null }
    | null
    | undefined
}

/** An answer in plain text: who says what, and where it stands or who that is. */
interface PrintedAnswer {
  readonly title: string
  readonly label: string
}

interface ClaimTextOptions {
  readonly language: DisplayLanguage
  readonly address: string
  /** Those to list, in their order. */
  readonly answers?: readonly PrintedAnswer[]
}

const byWords: Readonly<Record<Translation['by'], Phrase>> = {
  human: { en: 'translation', ko: '번역' },
  machine: machineMark,
}
const since: Phrase = { en: 'Status since', ko: '현재 상태 시작' }
const asOf: Phrase = { en: 'As of', ko: '기준 시각' }

/**
 * A claim as text, for terminals: its title, where it stands and why, and its words in full. The
 * words of an entry error are nobody's, so only the title tells them. Answers follow, if they are
 * given.
 */
export function claimText(
  claim: PrintedClaim,
  { language, address, answers = [] }: ClaimTextOptions,
): string {
  const { title, statusLabel, explanation, statusSince } = claim
  const date = (moment: string) => longDate(moment, language)
  const parts = [
    [title],
    [
      statusLabel,
      ...(explanation ? [explanation.text] : []),
      ...besideStanding(claim, language).map(({ text }) => text),
    ],
    wordsIn(claim, language),
    ...answers.map(({ title: said, label }) => [said, `  ${label}`]),
    changesIn(claim),
    [
      ...(statusSince === null ? [] : [`${since[language]}: ${date(statusSince)}`]),
      ...(claim.asOf ? [`${asOf[language]}: ${date(claim.asOf.at)}`] : []),
      address,
    ],
  ]
  const shown = parts.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${shown.join('\n\n')}\n`
}

function changesIn({ whatWouldChange }: PrintedClaim): readonly string[] {
  if (!whatWouldChange) return []
  return [whatWouldChange.text, ...(whatWouldChange.events ?? []).map(({ text }) => `- ${text}`)]
}

/** Each wording, with who said so and its language. */
function wordsIn(
  { text, lang, texts, speaker, voidedAt }: PrintedClaim,
  language: DisplayLanguage,
): readonly string[] {
  if (text === null || voidedAt !== null) return []
  const who = speaker
    ? nameInline(nameOrRemoved(speaker.name, language), language)
    : unnamedSpeaker[language]
  const own = `${who} (${lang}): ${text}`
  return [
    own,
    ...texts.map((each) => `${who} (${each.lang}, ${byWords[each.by][language]}): ${each.text}`),
  ]
}
