import { isThere } from '../../../store/references.ts'
import type { ApiDeps } from '../shared/deps.ts'
import { newCitation } from '../../../domain/citation.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { idParam } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { citationView } from '../../../views/citation.ts'
import { answersOf, created, replyOfNew, writerOf, writtenView } from '../shared/writes.ts'

const written = writtenView(citationView).meta({ id: 'WrittenCitation' })

/** Adds evidence to existing objects. */
export function citationRoutes(http: Http, deps: ApiDeps): void {
  for (const type of ['claim', 'link'] as const)
    route(http, {
      method: 'post',
      path: `/v1/${type}s/{id}/citations`,
      operationId: type === 'claim' ? 'citeClaim' : 'citeLink',
      tag: `${type}s`,
      summary: `Add a citation to a ${type}`,
      description: `Adds evidence for an existing ${type}: another place where it appears, quoted word for word.`,
      scope: 'edit',
      writesRecord: true,
      localized: true,
      params: idParam,
      isVisible: isThere(deps.db, type),
      body: jsonBody(newCitation),
      answers: answersOf(deps, created('The citation.', written)),
      problems: ['conflict'],
    }).handle(async ({ params, body, ...asked }) => {
      const answer = await deps.writes.addCitation({
        ...writerOf(asked),
        of: type === 'claim' ? { claim: params.id } : { link: params.id },
        citation: body,
      })
      return replyOfNew(
        answer,
        ({ version }) => version,
        () => `/v1/${type}s/${params.id}`,
      )
    })
}
