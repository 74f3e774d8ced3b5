import { z } from 'zod'
import type { DisplayLanguage } from '../domain/display-language.ts'
import { readerChanges } from '../domain/reader-change.ts'
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
          change: z.enum(readerChanges),
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
  readonly dates: { readonly from: string; readonly until: string | undefined }
}

export function viewClaimDiff(
  { before: then, after: claim, changes: found, dates }: Compared,
  language: DisplayLanguage,
): z.output<typeof claimDiffView> {
  const counted = readerChanges
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

function differingFields(before: ClaimView, after: ClaimView): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) =>
    canonicalJson({ value }) === canonicalJson({ value: old.get(field) }) ? [] : [field],
  )
}
