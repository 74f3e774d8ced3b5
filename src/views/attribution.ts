import { z } from 'zod'
import { id } from '../domain/references.ts'
import { attribution } from '../domain/vocabulary.ts'
import { originalKinds } from '../engine/origins/origins.ts'
import { originsMax } from '../store/origins.ts'
import { citedReportView } from './citation.ts'
import { assertedAtView, speakerView } from './common.ts'

/** How much of each kind an answer lists. */
export const shownMax = 50

const counted = {
  count: z.int(),
  more: z.boolean().meta({ description: 'Whether there are more than were read.' }),
}

const saidView = z
  .object({
    claim: id,
    speaker: speakerView.nullable().meta({ description: 'null if no source names the speaker.' }),
    assertedAt: assertedAtView,
  })
  .meta({ id: 'Said' })
export type SaidView = z.output<typeof saidView>

const originalView = z.object({
  kind: z.enum(originalKinds),
  claims: z.array(saidView),
  report: citedReportView.nullable().meta({
    description: 'The first published of the reports that have it otherwise than by relay.',
  }),
})

const originalsView = z
  .object({
    items: z.array(originalView),
    kinds: z.object({
      on_record: z.int(),
      relayed_only: z.int(),
      taken_back: z.int(),
      unnamed: z.int(),
    }),
    ...counted,
  })
  .meta({
    description: `Who says it on sourcing that the record does not show to be shared, by date, the first ${shownMax}. Speakers who share an interest, or rely on the same claim, are one original; a speaker all of whose own reports have it by relay is none. \`on_record\`: a report has it otherwise than by relay; \`relayed_only\`: none has; \`taken_back\`: it was withdrawn or replaced; \`unnamed\`: nobody is named, so it may be one of the others.`,
  })

const relaysView = z
  .object({
    items: z.array(z.object({ claim: id, attribution, report: citedReportView })),
    publishers: z.int().meta({ description: 'How many publishers these reports have.' }),
    ...counted,
  })
  .meta({
    description: `The reports that have it by relay, and those of others than the speaker that have it from a named or unnamed source: by date of publication, the first ${shownMax}.`,
  })

const driftView = z
  .object({
    items: z.array(
      z.object({
        isConflict: z.boolean().meta({
          description: 'Whether they exclude each other; otherwise one lies within the other.',
        }),
        claims: z.array(id),
        text: z.string(),
      }),
    ),
    ...counted,
  })
  .meta({
    description: `Figures for the same thing that differ, among these claims, the claims they rely on, and those that rely on any of them: conflicts first, the first ${shownMax}.`,
  })

export const attributionView = z
  .object({
    claim: id,
    text: z
      .string()
      .nullable()
      .meta({ description: 'All of it in one line; null if the claim is voided.' }),
    lang: z.string(),
    claims: z.object(counted).meta({
      description: `The claim and its restatements, in all their wordings. No more than ${originsMax.claims} are read.`,
    }),
    earliest: z.array(saidView).meta({
      description: `The earliest on record: those than which no other is certainly earlier, so several if dates overlap or are unknown, the first ${shownMax}. Empty if there are more claims than are read. Somebody whose words are not on record may have said it before.`,
    }),
    originals: originalsView,
    relays: relaysView,
    drift: driftView,
  })
  .meta({ id: 'ClaimAttribution' })
export type AttributionView = z.output<typeof attributionView>
