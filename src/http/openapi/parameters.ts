import { answersKeptDays } from '../../domain/idempotency.ts'
import type { z } from 'zod'
import type { Contract } from '../contract/contract.ts'
import type { Components } from './components.ts'
import { parametersOf } from '../request/query.ts'
import type { Example } from './example.ts'

type Place = 'path' | 'query' | 'header'

/** The path and query parameters of a contract. */
export function parametersIn(components: Components, contract: Contract, example?: Example) {
  const describe = (place: 'path' | 'query', shape: Record<string, z.ZodType>) =>
    Object.entries(shape).map(([name, type]) => {
      const value = example?.[place]?.[name]
      const parameter = describeParameter(components, place, name, type)
      if (value === undefined || value.startsWith('$')) return parameter
      return { ...parameter, example: exampleAs(parameter.schema['type'], value) }
    })
  return [
    ...describe('path', contract.params?.shape ?? {}),
    ...describe('query', parametersOf(contract).shape),
  ]
}

/** An example from an address, converted to the type in the schema. */
function exampleAs(type: unknown, text: string): unknown {
  if (type === 'array') return text.split(',')
  return type === 'integer' ? Number(text) : text
}

/** The headers that a contract requires. */
export function headersOf({ method, scope, ifMatch }: Contract) {
  const headers = []
  if (method === 'post' && scope)
    headers.push(
      header(
        'Idempotency-Key',
        `Send the same key when you retry a request; it is remembered for ${answersKeptDays} days. A preview needs none.`,
        {
          minLength: 1,
          maxLength: 255,
          pattern: '^[\\x21-\\x7e]+$',
        },
      ),
    )
  if (ifMatch)
    headers.push(
      header('If-Match', 'The ETag of the version you saw; only its version is compared.', {
        examples: ['"3.118"', '"3"'],
      }),
    )
  return headers
}

function describeParameter(components: Components, place: Place, name: string, type: z.ZodType) {
  const { description, ...schema } = components.reference(type, 'output')
  return {
    name,
    in: place,
    required: place === 'path' || !type.safeParse(undefined).success,
    ...(typeof description === 'string' && { description }),
    ...(schema['type'] === 'array' && { style: 'form' as const, explode: false }),
    schema,
  }
}

function header(name: string, description: string, schema: object) {
  return {
    name,
    in: 'header' as const,
    required: true,
    description,
    schema: { type: 'string' as const, ...schema },
  }
}
