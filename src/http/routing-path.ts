import { id } from '../domain/references.ts'
import type { Contract } from './contract.ts'

/** `/v1/claims/{id}` for Hono. What cannot be an id matches no route, so its path does not exist. */
export function routingPath({ path, params }: Pick<Contract, 'path' | 'params'>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) =>
    params?.shape[name] === id ? `:${name}{${idPattern}}` : `:${name}`,
  )
}

const idPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
