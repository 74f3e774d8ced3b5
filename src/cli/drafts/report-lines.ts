import type { SentDraft } from '../../drafts/reading/draft.ts'
import type { CheckedItemView, DraftCheckView } from '../../drafts/view.ts'
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
  { text }: SentDraft,
  { items, claims, counts, more }: DraftCheckView,
): Generator<string> {
  const byId = new Map(claims.map((each) => [each.claim.id, each]))
  const lineStarts = [...text.matchAll(/^/gm)].map(({ index }) => index)
  for (const item of items) {
    const shown = item.claims.filter(
      ({ claim, match }) =>
        match !== 'similar' || item.findings.some((finding) => finding.claim === claim),
    )
    if (shown.length === 0) continue
    yield `${name}:${placeOf(item, lineStarts)}: ${shortened(inline(item.text), wordsMax)}`
    for (const { claim } of shown) {
      const found = byId.get(claim)
      if (found) yield* claimLines(found)
    }
    for (const { code, message } of item.findings) yield `  ! ${code}: ${message}`
    yield ''
  }
  const { sentences, addresses, findings } = counts
  yield `${name}: ${counted(findings, 'finding')} in ${counted(sentences, 'sentence')} and ${counted(addresses, 'address', 'es')}.`
  if (more) yield `${name}: there was more than one check shows. Check the draft in parts.`
}

/** A claim, where it stands and what answers it. */
export function* claimLines({ claim, answer }: CheckedClaim): Generator<string> {
  yield `  ${shortened(inline(claim.title), 2 * wordsMax)}`
  yield `    ${inline(claim.statusLabel)} (${claim.id})`
  if (answer === null) return
  const who = answer.speaker?.name ?? ''
  yield `    > ${[who, answer.label]
    .filter((part) => part !== '')
    .map(inline)
    .join(' · ')}: ${inline(answer.text)}`
}

function placeOf({ place }: CheckedItemView, lineStarts: readonly number[]): string {
  const line = lineStarts.findLastIndex((start) => start <= place.start)
  return `${line + 1}:${place.start - (lineStarts[line] ?? 0) + 1}`
}

function counted(count: number, noun: string, plural = 's'): string {
  return `${count} ${noun}${count === 1 ? '' : plural}`
}
