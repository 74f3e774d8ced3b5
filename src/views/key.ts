import { z } from 'zod'
import { scopes } from '../domain/actor.ts'
import { id } from '../domain/references.ts'
import type { ApiKey } from '../store/api-keys.ts'
import { instant, viewInstant } from './common.ts'

export const keyView = z
  .object({
    id,
    name: z.string(),
    prefix: z
      .string()
      .meta({ description: 'Its first characters, the only part that is ever shown again.' }),
    scope: z.enum(scopes),
    isBootstrap: z.boolean().meta({ description: 'Set by the configuration of the service.' }),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().meta({ description: 'Precise to the minute.' }),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'Key' })

const preview = z.literal(true).optional().meta({ description: 'Nothing of this was stored.' })

export const revokedKeyView = keyView.extend({ preview }).meta({ id: 'RevokedKey' })

export const createdKeyView = keyView
  .extend({
    preview,
    secret: z.string().nullable().meta({
      description:
        'The key itself, told this once; null when a retry is answered: revoke the key then and create another. null in a preview, too.',
    }),
  })
  .meta({ id: 'CreatedKey' })

export function viewKey({ createdAt, expiresAt, lastUsedAt, revokedAt, ...key }: ApiKey) {
  return {
    ...key,
    createdAt: viewInstant(createdAt),
    expiresAt: expiresAt && viewInstant(expiresAt),
    lastUsedAt: lastUsedAt && viewInstant(lastUsedAt),
    revokedAt: revokedAt && viewInstant(revokedAt),
  }
}
