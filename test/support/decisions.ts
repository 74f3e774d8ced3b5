import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = 'docs/decisions'

/** The head of a decision record, or its line in the index. */
export interface Decision {
  number: number
  title: string
  date: string
  supersededBy: number[]
}

export interface DecisionRecord extends Decision {
  file: string
  supersedes: number[]
}

const form =
  /^# (\d+)\. (.+)\n\nStatus: accepted · (\d{4}-\d{2}-\d{2})(?: · superseded in part by ([^·\n]+))?(?: · supersedes ([^·\n]+) in part)?\n\n(?!Status:)/

/** A record with a malformed head has no number, so that a test shows its file. */
export function decisionRecords(): DecisionRecord[] {
  return globSync(`${folder}/[0-9]*.md`)
    .toSorted()
    .map((file) => {
      const [, number, title = '', date = '', by, of] = form.exec(readFileSync(file, 'utf8')) ?? []
      return {
        file: path.basename(file),
        number: Number(number),
        title,
        date,
        supersededBy: linked(by),
        supersedes: linked(of),
      }
    })
}

const row =
  /^\| \[(\d+)\]\(([^)]+)\) \| (.+?) \| accepted(?:, superseded in part by ([\d and,]+))? \| (\S+) \| [^|]+ \|$/gm

export function decisionIndex(): (Decision & { file: string })[] {
  return [...readFileSync(`${folder}/README.md`, 'utf8').matchAll(row)].map(
    ([, number, file = '', title = '', by = '', date = '']) => ({
      file,
      number: Number(number),
      title,
      date,
      supersededBy: (by.match(/\d+/g) ?? []).map(Number),
    }),
  )
}

/** The numbers of `[13](0013-….md) and [14](0014-….md)`. */
function linked(text = ''): number[] {
  return [...text.matchAll(/\[(\d+)\]\(0*(\d+)-/g)].flatMap(([, shown, named]) =>
    shown === named ? [Number(shown)] : [],
  )
}
