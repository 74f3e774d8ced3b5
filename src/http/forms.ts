import { notFound } from '../domain/errors.ts'
import type { Context } from 'hono'
import type { Http, HttpEnv } from './contract/env.ts'
import { withFacts, type Facts } from './contract/facts.ts'

/** Answers with something on record, by its name. */
export type AnswerWith = (c: Context<HttpEnv>, name: string) => Promise<Response>

/**
 * How something on record is answered, by what stands behind the dot of its address. What has none
 * is for people.
 */
export type Forms = ReadonlyMap<string, AnswerWith>

/**
 * The addresses of a folder as one route. A route for each form would hold the router to its slowest
 * way, for every address of the service.
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
