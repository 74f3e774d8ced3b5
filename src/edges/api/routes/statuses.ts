import { z } from 'zod'
import type { DisplayLanguage } from '../../../domain/display-language.ts'
import { statusVocabulary } from '../../../sentences/table/vocabulary.ts'
import { rulesInForce } from '../../../domain/rules.ts'
import { statuses, statusGroups } from '../../../domain/status.ts'
import type { Http } from '../../../http/contract/env.ts'
import { route } from '../../../http/route.ts'
import { rulesFields } from '../../../views/common.ts'

const phraseView = z.object({
  en: z.string(),
  ko: z.string(),
} satisfies Readonly<Record<DisplayLanguage, z.ZodString>>)

const vocabularyView = z
  .object({
    ...rulesFields,
    items: z.array(
      z.object({
        status: z.enum(statuses),
        group: z.enum(statusGroups),
        label: phraseView,
        meaning: phraseView,
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'StatusVocabulary' })

export function statusRoutes(http: Http): void {
  route(http, {
    method: 'get',
    path: '/v1/statuses',
    operationId: 'listStatuses',
    tag: 'vocabulary',
    summary: 'List the statuses',
    description:
      'The eleven statuses in the order of the decision table, in every display language.',
    answers: { 200: { description: 'The vocabulary.', schema: vocabularyView } },
  }).handle(() => ({ status: 200, body: { ...rulesInForce, items: statusVocabulary, next: null } }))
}
