import { id } from '../../domain/references.ts'
import type { Contract } from './contract.ts'

/**
 * `/v1/claims/{id}` for Hono. What cannot be an id matches no route, so its path does not exist.
 *
 * @throws {TypeError} when path and `params` name different things
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
