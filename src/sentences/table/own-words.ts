import { displayLanguages, type Phrase } from '../../domain/display-language.ts'
import { statuses } from '../../domain/status.ts'
import { roleWords } from './roles.ts'
import { machineMark, machineMarks, notExamined, removedPrefix, standings } from './standings.ts'
import { statusWord } from './vocabulary.ts'

/** Whether a name reads like what this service says of a claim: "Confirmed by the party". */
export function isLikeOurs(name: string): boolean {
  const folded = fold(name)
  // What follows a dot says more of the same.
  const [first = ''] = folded.split('·', 1)
  return patterns.some((pattern) => fits(folded, pattern) || fits(first, pattern))
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

/** Stands for a name, as no phrase has it. */
const nameHere = '\0'

/** What stands between the names of a phrase, in order: at least two if it has a name. */
type Pattern = readonly string[]

const patterns: readonly Pattern[] = [...new Set(said)].flatMap((phrase) => {
  const [first = ''] = phrase.split(' · ', 1)
  return choices(first).map((each) => each.split(nameHere).map(fold))
})

/** A phrase with and without each part in brackets, with each of its words in braces, and with marks for names. */
function choices(phrase: string): readonly string[] {
  const parts = phrase.split(/[[\]]/)
  const optional = parts.map((part, nth) => (nth % 2 === 1 ? ['', part] : [part]))
  return joined(optional).flatMap((each) =>
    joined(
      each.split(/[{}]/).map((part, nth) => {
        if (nth % 2 === 0) return [part]
        return part.includes('|') ? part.split('|') : [nameHere]
      }),
    ),
  )
}

/** Every text of one choice for each part. */
function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (texts, part) => texts.flatMap((text) => part.map((choice) => text + choice)),
    [''],
  )
}

/** Whether a text has all of a pattern, with something wherever a name stands. */
function fits(text: string, pattern: Pattern): boolean {
  const [first = '', ...others] = pattern
  const last = others.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  let from = first.length
  for (const each of others) {
    const at = text.indexOf(each, from + 1)
    if (at === -1) return false
    from = at + each.length
  }
  return from < text.length - last.length
}
