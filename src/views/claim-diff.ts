import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { comparedChanges, type ComparedChange } from '../domain/reader-change.ts'
import { id } from '../domain/references.ts'
import { statuses } from '../domain/status.ts'
import { canonicalJson } from '../formats/event.ts'
import { changedSince, changeWords } from '../sentences/changes-since.ts'
import type { ListedChanges } from '../store/changes-since.ts'
import type { ClaimView } from './claim.ts'
import { removableText } from './common.ts'

/** How many objects of each kind of change an answer lists. */
const shownMax = 50

export const claimDiffView = z
  .object({
    claim: id,
    isNew: z.boolean().meta({ description: 'Whether it was not on record at the earlier moment.' }),
    status: z.object({
      before: z.enum(statuses).nullable().meta({
        description: 'null if it was not on record, or voided.',
      }),
      after: z.enum(statuses).nullable(),
    }),
    cites: z.object({ added: z.array(id), removed: z.array(id) }).meta({
      description: 'The claims that the status came to rest on, and no longer rests on.',
    }),
    words: z
      .object({ before: removableText, after: removableText })
      .nullable()
      .meta({ description: 'Its words, if they differ; null if they do not, or it is new.' }),
    changes: z
      .array(
        z.object({
          change: z.enum(comparedChanges),
          count: z.int(),
          text: z.string(),
          objects: z.array(id).meta({
            description: `The claims or citations, the first ${shownMax}.`,
          }),
        }),
      )
      .meta({ description: 'What else changed, by kind. Nothing whose words were removed.' }),
    fields: z.array(z.string()).meta({
      description:
        'Every field of the claim, as `GET /v1/claims/{id}?asOf=` answers it in the words of today, that differs between the two moments. Empty for a new claim.',
    }),
    text: z.string().meta({ description: 'All of it in one line.' }),
    lang: z.string(),
  })
  .meta({ id: 'ClaimDiff' })

/** A claim at two moments, and what is known of the time between. */
interface Compared {
  /** undefined if it was not on record. */
  readonly before: ClaimView | undefined
  readonly after: ClaimView
  /** What changed, of what can still be seen at the later moment. */
  readonly changes: ListedChanges
  /** Answers that turned out to be entry errors. */
  readonly answersRemoved: readonly string[]
  readonly dates: { readonly from: string; readonly until: string | undefined }
}

export function viewClaimDiff(
  { before: then, after: claim, changes, answersRemoved, dates }: Compared,
  language: DisplayLanguage,
): z.output<typeof claimDiffView> {
  const found: Readonly<Record<ComparedChange, readonly string[]>> = {
    ...changes,
    answersRemoved,
    quotesRemoved: then ? quotesRemoved(then, claim) : [],
  }
  const counted = comparedChanges
    .map((change) => ({ change, count: found[change].length, objects: found[change] }))
    .filter(({ count }) => then !== undefined && count > 0)
  const [citesBefore, citesAfter] = [then?.explanation?.cites ?? [], claim.explanation?.cites ?? []]
  const told = {
    date: dates.from,
    until: dates.until,
    status: then && then.status,
    changes: counted,
  }
  return {
    claim: claim.id,
    isNew: then === undefined,
    status: { before: then?.status ?? null, after: claim.status },
    cites: {
      added: citesAfter.filter((each) => !citesBefore.includes(each)),
      removed: citesBefore.filter((each) => !citesAfter.includes(each)),
    },
    words: then && then.text !== claim.text ? { before: then.text, after: claim.text } : null,
    changes: counted.map(({ objects, ...each }) => ({
      ...each,
      text: changeWords(each, language),
      objects: objects.slice(0, shownMax),
    })),
    fields: then ? differingFields(then, claim) : [],
    text: changedSince(told, { status: claim.status, label: claim.statusLabel }, language),
    lang: language,
  }
}

/** Quotes that are gone, but for those that others of the same report replace. */
function quotesRemoved(before: ClaimView, after: ClaimView): readonly string[] {
  const [had, has] = [before, after].map(
    ({ citations }) => new Set(citations.map((citation) => citation.id)),
  )
  const gone = before.citations.filter((citation) => !has?.has(citation.id))
  const added = after.citations.filter((citation) => !had?.has(citation.id))
  const byReport = Map.groupBy(gone, ({ report }) => report.id)
  return [...byReport].flatMap(([report, citations]) => {
    const replaced = added.filter((citation) => citation.report.id === report).length
    return citations.slice(replaced).map((citation) => citation.id)
  })
}

function differingFields(before: ClaimView, after: ClaimView): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) =>
    canonicalJson({ value }) === canonicalJson({ value: old.get(field) }) ? [] : [field],
  )
}
