import { displayLanguages, type Phrase } from '../../domain/display-language.ts'
import { statuses } from '../../domain/status.ts'
import { roleWords } from './roles.ts'
import { machineMark, machineMarks, notExamined, removedPrefix, standings } from './standings.ts'
import { statusWord } from './vocabulary.ts'

/** Whether a name reads like what this service says of a claim: "Confirmed by the party". */
export function isLikeOurs(name: string): boolean {
  const folded = fold(name)
  return patterns.some((pattern) => pattern.test(folded))
}

/** Letters that look alike are one, and what does not show is none; nor are spaces. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/gu, '')
    .toLowerCase()
}

const phrases: readonly Phrase[] = [
  ...Object.values(standings).flatMap(({ word, prefix }) => [word, ...(prefix ? [prefix] : [])]),
  ...Object.values(roleWords),
  machineMark,
  machineMarks,
  notExamined.word,
  removedPrefix,
]

const said = [
  ...displayLanguages.flatMap((lang) => phrases.map((phrase) => phrase[lang])),
  ...displayLanguages.flatMap((lang) => statuses.map((status) => statusWord(status, lang))),
]

/** What is said, with anything where a name stands; what follows a dot says more of the same. */
const patterns = [...new Set(said)].map((phrase) => {
  const [first = ''] = phrase.split(' · ')
  const source = fold(first)
    .replaceAll(/[.*+?^$()\\]/g, String.raw`\$&`)
    .replaceAll(/\[([^\]]*)\]/g, '(?:$1)?')
    .replaceAll(/\{([^}|]+)\|([^}]+)\}/g, '(?:$1|$2)')
    .replaceAll(/\{\w+\}/g, '.+')
  return new RegExp(`^${source}(?:·.*)?$`, 'u')
})
