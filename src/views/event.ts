import { z } from 'zod'
import { scopes } from '../domain/actor.ts'
import { eventKinds } from '../domain/event.ts'
import { id } from '../domain/references.ts'
import { instant } from './common.ts'

const shownEvent = z
  .object({
    seq: z.int().meta({ description: 'Its number; there are no gaps.' }),
    kind: z.enum(eventKinds),
    object: id,
    at: instant,
    actor: z.object({ role: z.enum([...scopes, 'system']), id: z.string().nullable() }),
    factsVersion: z.int().optional().meta({
      description:
        'Missing in events of version 1, which have the numbers of a figure among their facts; since 2 they are texts.',
    }),
    facts: z.record(z.string(), z.unknown()).meta({
      description:
        'Everything that is not text. A story of very many claims takes several events in a row: `part` of `parts`, each with the next claims.',
    }),
    texts: z.record(z.string(), z.string()).meta({
      description: 'For each text, by JSON Pointer, SHA-256 over its salt and its UTF-8, in hex.',
    }),
    secondPerson: z.literal('exempt').optional().meta({
      description:
        "It moved somebody else's claim into or out of does_not_stand without a second person, as an admin may.",
    }),
  })
  .meta({ id: 'Event' })

const withheldEvent = z
  .object({
    seq: z.int(),
    at: instant,
    kind: z.enum(eventKinds),
    ids: z.array(id).meta({ description: 'The object that changed, then those it named.' }),
    bodySha256: z.string().meta({
      description: 'SHA-256 over the canonical JSON (RFC 8785) that the event was, in hex.',
    }),
    withheld: z.literal(true),
  })
  .meta({
    id: 'WithheldEvent',
    description:
      'What is left of an event of version 1 whose object was redacted: it may have held what was removed.',
  })

export const eventView = z.union([shownEvent, withheldEvent])
export type EventView = z.output<typeof eventView>

/**
 * The stored bytes of an event are canonical JSON, so parsing and serialising them changes nothing.
 */
export function viewEvent(body: string): z.output<typeof eventView> {
  return eventView.parse(JSON.parse(body))
}
