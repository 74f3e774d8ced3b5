import { z } from 'zod'
import { examples } from '../../src/edges/api/reference/examples.ts'
import type { Api, Call, Called } from './api.ts'
import { pathOf, type Operation } from './open-api.ts'

/** The answer to an example, and its operation. */
export interface Answered {
  readonly operation: Operation
  readonly answer: Called<unknown>
}

/** An example about to be sent. */
export interface ExampleRequest {
  readonly operation: Operation
  readonly address: string
  readonly query: Readonly<Record<string, string>>
  readonly call: Call
}

/** Sends the example of every operation, in the order of their dependencies. */
export async function sendExamples(
  api: Api,
  operations: readonly Operation[],
  before: (request: ExampleRequest) => Promise<void> = async () => {},
): Promise<Answered[]> {
  const byId = new Map(operations.map((each) => [each.operationId, each]))
  const made = new Map<string, string>()
  const answered: Answered[] = []
  for (const [operationId, { path = {}, query = {}, body, ifMatch }] of Object.entries(examples)) {
    const operation = byId.get(operationId)
    if (!operation) continue
    const ids = Object.entries(path).map(([name, value]) => [name, made.get(value) ?? value])
    const address = pathOf(operation, Object.fromEntries(ids))
    const [mediaType = ''] = operation.mediaTypes
    const call: Call = {
      method: operation.method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': mediaType }),
        ...(ifMatch && { 'if-match': ifMatch }),
      },
    }
    await before({ operation, address, query, call })
    const answer = await api(`${address}?${new URLSearchParams(query).toString()}`, call)
    const { id } = withId.safeParse(answer.json).data ?? {}
    if (id !== undefined) made.set(`$${operationId}`, id)
    answered.push({ operation, answer })
  }
  return answered
}

const withId = z.object({ id: z.string() })
