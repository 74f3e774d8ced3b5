import { z } from 'zod'
import { findingCodes } from '../domain/finding.ts'
import { id } from '../domain/references.ts'
import { claimView } from '../views/claim.ts'
import { speakerView } from '../views/common.ts'

const placeView = z
  .object({ start: z.int(), end: z.int() })
  .meta({ id: 'Place', description: 'A stretch of the text as it was sent, in UTF-16 code units.' })

const answerView = z
  .object({
    claim: id
      .nullable()
      .meta({ description: 'null for the words by which its speaker took the claim back.' }),
    speaker: speakerView.nullable().meta({ description: 'null if no source names the speaker.' }),
    label: z.string().meta({
      description: 'Who answers, or where the answer itself stands if somebody answered it.',
    }),
    text: z.string().meta({ description: 'The first words of the answer.' }),
    lang: z.string(),
  })
  .meta({ id: 'FirstWords' })

const findingView = z
  .object({
    code: z.enum(findingCodes),
    message: z.string().meta({ description: 'What the record has, in a sentence.' }),
    claim: id.meta({ description: 'The claim on record that it is about.' }),
    other: id.nullable().meta({
      description:
        'What replaced the claim, the answer that is missing, or the claim whose figure cannot hold together with this one.',
    }),
    place: placeView,
  })
  .meta({ id: 'Finding' })

const itemView = z
  .object({
    kind: z.enum(['sentence', 'address']),
    place: placeView,
    text: z
      .string()
      .meta({ description: 'The words of the sentence, or the address, as they were read.' }),
    claims: z.array(
      z.object({
        claim: id,
        match: z.enum(['repeats', 'similar', 'cited']).meta({
          description:
            'Whether the sentence has nearly all the words of the claim or a quote of it (`repeats`), has many of its words (`similar`), or the claim is cited from the page of the address (`cited`).',
        }),
        score: z.number().nullable().meta({
          description: 'From 0 to 1, as for a lookup; null for an address.',
        }),
        words: z.array(z.string()).meta({
          description: 'The words of the sentence that the claim has, too.',
        }),
      }),
    ),
    findings: z.array(findingView),
  })
  .meta({ id: 'CheckedItem' })

export const draftCheckView = z
  .object({
    items: z.array(itemView).meta({
      description:
        'The sentences that are like claims, and the addresses of reports on record, in the order of the text.',
    }),
    claims: z
      .array(
        z.object({ claim: claimView, answer: answerView.nullable() }).meta({ id: 'CheckedClaim' }),
      )
      .meta({
        description:
          'The claims that the items name, with the strongest answer to each that is repeated or cited: what its speaker said on taking it back or replacing it, or else what stands against it.',
      }),
    counts: z.object({
      sentences: z.int(),
      addresses: z.int(),
      findings: z.int(),
    }),
    unread: z.array(placeView).meta({
      description:
        'The lines of a list of addresses that are no web addresses. They were left out.',
    }),
    more: z.boolean().meta({
      description:
        'Whether the lists leave something out. `counts.findings` has everything that was found; where something was found is listed first.',
    }),
    complete: z.boolean().meta({
      description:
        'Whether the whole draft was compared with every claim that it may repeat or cite. If not, there may be more to find: check the draft in parts.',
    }),
  })
  .meta({ id: 'DraftCheck' })

export type DraftCheckView = z.output<typeof draftCheckView>
export type CheckedItemView = z.output<typeof itemView>
export type FindingView = z.output<typeof findingView>
