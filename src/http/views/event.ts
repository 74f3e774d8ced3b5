import { z } from 'zod'
import { scopes } from '../../domain/actor.ts'
import { eventKinds } from '../../domain/event.ts'
import { id } from '../../domain/references.ts'
import { instant } from './common.ts'

export const eventView = z
  .object({
    seq: z.int().meta({ description: 'Its number; there are no gaps.' }),
    kind: z.enum(eventKinds),
    object: id,
    at: instant,
    actor: z.object({ role: z.enum([...scopes, 'system']), id: z.string().nullable() }),
    facts: z.record(z.string(), z.unknown()),
    texts: z.record(z.string(), z.string()).meta({
      description: 'For each text, by JSON Pointer, SHA-256 over its salt and its UTF-8, in hex.',
    }),
    secondPerson: z.literal('exempt').optional().meta({
      description:
        "It moved somebody else's claim into or out of does_not_stand alone, as an admin may.",
    }),
  })
  .meta({ id: 'Event' })

/** The stored bytes of an event are its canonical JSON, so parsing and writing them changes nothing. */
export function viewEvent(body: string): z.output<typeof eventView> {
  return eventView.parse(JSON.parse(body))
}
