import { isThere } from '../../../store/references.ts'
import type { ApiDeps } from '../shared/deps.ts'
import { newRedaction } from '../../../domain/redaction.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { nouns, type Noun } from '../../../domain/nouns.ts'
import { addressed } from '../shared/nouns.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { answersOf, replyOf, writerOf, writtenView } from '../shared/writes.ts'

/** Removes words by law or for privacy. */
export function redactionRoutes(http: Http, deps: ApiDeps): void {
  for (const noun of nouns) registerNoun(http, deps, noun)
}

const along: Readonly<Record<Noun, string>> = {
  claim: ' The quotes in its citations are removed too.',
  link: ' The quotes in its citations are removed too.',
  report: ' Quotes from it stay: they belong to its citations.',
  source: ' What it said stays: those words belong to claims.',
  citation: '',
  story: '',
}

function registerNoun(http: Http, deps: ApiDeps, type: Noun): void {
  const { name, path, tag, view } = addressed[type]
  const written = writtenView(view).meta({ id: `Written${name}` })
  route(http, {
    method: 'post',
    path: `/v1/${path}/{id}/redact`,
    operationId: `redact${name}`,
    tag,
    summary: `Redact a ${type}`,
    description: `Permanently removes every word of a ${type}, from all its versions: by law (\`withheld\`, then answered 451) or for privacy (\`erased\`, then answered 410).${along[type]} What it is, its links and statuses stay as they are.`,
    scope: 'admin',
    writesRecord: true,
    localized: true,
    params: idParam,
    isVisible: isThere(deps.db, type),
    body: jsonBody(newRedaction),
    ifMatch: true,
    answers: answersOf(deps, {
      200: { description: 'What is shown in place of the words.', schema: written },
    }),
    problems: ['conflict'],
  }).handle(async ({ params, body, versions, ...asked }) => {
    const answer = await deps.writes.redactObject({
      ...writerOf(asked),
      type,
      id: params.id,
      versions,
      redaction: body,
    })
    return replyOf(answer, ({ version }) => version)
  })
}
