import { notFound } from '../domain/errors.ts'
import type { Context } from 'hono'
import type { Http, HttpEnv } from './env.ts'

/** Answers with something on record, by its name. */
export type AnswerWith = (c: Context<HttpEnv>, name: string) => Promise<Response>

/** How something on record is answered, by what stands behind the dot of its address, if anything does. */
export type Forms = ReadonlyMap<string, AnswerWith>

/**
 * The addresses of a folder as one route. A route for each form would hold the router to its slowest
 * way, for every address of the service.
 */
export function serveForms(http: Http, folder: `/${string}`, forms: Forms): void {
  http.get(`${folder}/:file`, (c) => {
    const [, name = '', form = ''] = /^([^.]+)((?:\..*)?)$/.exec(c.req.param('file')) ?? []
    const answer = name === '' ? undefined : forms.get(form)
    if (!answer) throw notFound()
    c.set('route', `${folder}/{name}${form}`)
    return answer(c, name)
  })
}
