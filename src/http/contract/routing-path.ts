import { id } from '../../domain/references.ts'
import type { Contract } from './contract.ts'

/**
 * Translates `/v1/claims/{id}` for Hono. What cannot be an id matches no route and gets a 404.
 *
 * @throws {TypeError} when `path` and `params` name different parameters
 */
export function routingPath({ path, params }: Pick<Contract, 'path' | 'params'>): string {
  const shape = params?.shape ?? {}
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  if (String(named) !== String(Object.keys(shape)))
    throw new TypeError(`${path} does not name ${Object.keys(shape).join(', ') || 'nothing'}`)
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    shape[name] === id ? `:${name}{${idPattern}}` : `:${name}`,
  )
}

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
