import { notFound } from '../domain/errors.ts'
import type { Context } from 'hono'
import type { Http, HttpEnv } from './contract/env.ts'
import { withFacts, type Facts } from './contract/facts.ts'

/** Answers with an object of the record, found by its name. */
export type AnswerWith = (c: Context<HttpEnv>, name: string) => Promise<Response>

/**
 * Handlers by the extension of the address (`.json`, `.png`, …). Without one, the address answers
 * people.
 */
export type Forms = ReadonlyMap<string, AnswerWith>

/**
 * Serves all forms of an object with one route. One route per form would force Hono onto its
 * slowest router, for every address of the service.
 */
export function serveForms(
  http: Http,
  folder: `/${string}`,
  forms: Forms,
  facts: Pick<Facts, 'isBySlug'> = {},
): void {
  const answerRequest = (c: Context<HttpEnv>) => {
    const file = c.req.param('file') ?? ''
    const name = file.split('.', 1)[0] ?? ''
    const form = file.slice(name.length)
    if (form === '') c.set('readers', 'people')
    const answer = name === '' ? undefined : forms.get(form)
    if (!answer) throw notFound()
    c.set('route', `${folder}/{name}${form}`)
    return answer(c, name)
  }
  http.get(`${folder}/:file`, withFacts(facts, answerRequest))
}
