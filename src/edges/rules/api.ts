import { z } from 'zod'
import { rulesPath } from '../../domain/rules.ts'
import { rulesVersion } from '../../domain/status.ts'
import type { HttpDeps } from '../../http/contract/deps.ts'
import type { Http } from '../../http/contract/env.ts'
import { route } from '../../http/route.ts'
import { publishedRules, requireRules, type PublishedRules } from './published.ts'

const summaryView = z
  .object({
    version: z.int(),
    inForce: z.boolean().meta({ description: 'Whether statuses are computed by it now.' }),
    url: z.url().meta({ description: 'Its page for people.' }),
  })
  .meta({ id: 'RulesSummary' })

const rulesView = summaryView
  .extend({ text: z.string().meta({ description: 'The rules, as Markdown, in English.' }) })
  .meta({ id: 'Rules' })

const rulesListView = z
  .object({ rulesVersion: z.int(), items: z.array(summaryView), next: z.null() })
  .meta({ id: 'RulesList' })

/** The rules of statuses, for programs. */
export function rulesRoutes(http: Http, { publicUrl }: Pick<HttpDeps, 'publicUrl'>): void {
  route(http, {
    method: 'get',
    path: '/v1/rules',
    operationId: 'listRules',
    tag: 'vocabulary',
    summary: 'List the versions of the rules of statuses',
    description:
      'Every published version of the rules by which labels, statuses and cites follow from the record, and which one is in force.',
    answers: { 200: { description: 'The versions, oldest first.', schema: rulesListView } },
  }).handle(() => {
    const items = publishedRules.map((rules) => summarize(rules, publicUrl))
    return { status: 200, body: { rulesVersion, items, next: null } }
  })

  route(http, {
    method: 'get',
    path: '/v1/rules/{version}',
    operationId: 'getRules',
    tag: 'vocabulary',
    summary: 'Get one version of the rules of statuses',
    description:
      'The text of the rules. Together with the export it is all that is needed to recompute every status.',
    params: z.object({ version: z.string().meta({ description: 'Its number.', example: '1' }) }),
    answers: { 200: { description: 'The rules.', schema: rulesView } },
    problems: ['not-found'],
  }).handle(({ params }) => {
    const rules = requireRules(params.version)
    const body = { ...summarize(rules, publicUrl), text: rules.text }
    return { status: 200, body, isSettled: true }
  })
}

function summarize({ version }: PublishedRules, publicUrl: URL): z.output<typeof summaryView> {
  const url = new URL(rulesPath(version), publicUrl).href
  return { version, inForce: version === rulesVersion, url }
}
