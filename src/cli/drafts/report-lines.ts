import type { SentDraft } from '../../drafts/reading/draft.ts'
import type { CheckedItemView, DraftCheckView } from '../../drafts/view.ts'
import { isTold } from './changes.ts'
import { inline, shortened } from '../../sentences/quotation.ts'

/** How much of a sentence a line repeats. */
const wordsMax = 80

type CheckedClaim = DraftCheckView['claims'][number]

/**
 * A check in plain lines: for each sentence that repeats a claim and each page that has one, where it
 * stands and what is found.
 */
export function* reportLines(
  name: string,
  draft: SentDraft,
  checked: DraftCheckView,
): Generator<string> {
  yield* itemLines(name, draft, checked, checked.items.filter(isTold))
  const { counts, more, complete, unread } = checked
  const { sentences, addresses, findings } = counts
  const lines = lineStartsOf(draft)
  for (const { start } of unread)
    yield `${name}:${placeOf(start, lines)}: this is no web address; it was left out. Write one whole http or https address a line.`
  yield `${name}: ${counted(findings, 'finding')} in ${counted(sentences, 'sentence')} and ${counted(addresses, 'address', 'es')}.`
  if (more) yield `${name}: not everything is shown; where something was found comes first.`
  if (!complete)
    yield `${name}: this check is not complete: there was more than one check can compare. Check the draft in parts.`
}

/** Some sentences and addresses of a check, each with what is said of it. */
export function* itemLines(
  name: string,
  draft: SentDraft,
  { claims }: DraftCheckView,
  items: readonly CheckedItemView[],
): Generator<string> {
  const byId = new Map(claims.map((each) => [each.claim.id, each]))
  const lines = lineStartsOf(draft)
  for (const item of items) {
    const shown = item.claims.filter(
      ({ claim, match }) =>
        match !== 'similar' || item.findings.some((finding) => finding.claim === claim),
    )
    yield `${name}:${placeOf(item.place.start, lines)}: ${shortened(inline(item.text), wordsMax)}`
    for (const { claim } of shown) {
      const found = byId.get(claim)
      if (found) yield* claimLines(found)
    }
    for (const { code, message } of item.findings) yield `  ! ${code}: ${message}`
    yield ''
  }
}

/** A claim, where it stands and what answers it. */
function* claimLines({ claim, answer }: CheckedClaim): Generator<string> {
  yield `  ${shortened(inline(claim.title), 2 * wordsMax)}`
  yield `    ${inline(claim.statusLabel)} (${claim.id})`
  if (answer === null) return
  const who = answer.speaker?.name ?? ''
  yield `    > ${[who, answer.label]
    .filter((part) => part !== '')
    .map(inline)
    .join(' · ')}: ${inline(answer.text)}`
}

function lineStartsOf({ text }: SentDraft): readonly number[] {
  return [...text.matchAll(/^/gm)].map(({ index }) => index)
}

function placeOf(start: number, lineStarts: readonly number[]): string {
  const line = lineStarts.findLastIndex((each) => each <= start)
  return `${line + 1}:${start - (lineStarts[line] ?? 0) + 1}`
}

function counted(count: number, noun: string, plural = 's'): string {
  return `${count} ${noun}${count === 1 ? '' : plural}`
}
