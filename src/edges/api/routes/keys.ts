import type { ApiDeps } from '../shared/deps.ts'
import { newKey } from '../../../domain/api-key.ts'
import { listApiKeys, type ApiKey } from '../../../store/api-keys.ts'
import { jsonBody } from '../../../http/contract/body-format.ts'
import type { Http } from '../../../http/contract/env.ts'
import { listOf } from '../../../http/contract/list-page.ts'
import { idParam, newestPosition } from '../../../queries/parameters.ts'
import { route } from '../../../http/route.ts'
import { createdKeyView, keyView, revokedKeyView, viewKey } from '../../../views/key.ts'
import { created, writerOf } from '../shared/writes.ts'

export function keyRoutes(http: Http, deps: ApiDeps): void {
  route(http, {
    method: 'get',
    path: '/v1/keys',
    operationId: 'listKeys',
    tag: 'keys',
    summary: 'List the keys',
    description: 'All keys ever created, newest first, without their secrets.',
    scope: 'admin',
    uncached: true,
    page: newestPosition,
    answers: { 200: { description: 'A page of keys.', schema: listOf(keyView) } },
  }).handle(async ({ page }) => {
    const rows = await listApiKeys(deps.db, { after: page.after, limit: page.limit + 1 })
    return { status: 200, body: page.close(rows, positionOf, viewKey) }
  })

  route(http, {
    method: 'post',
    path: '/v1/keys',
    operationId: 'createKey',
    tag: 'keys',
    summary: 'Create a key',
    description: 'Returns the secret of the key this once; only its hash is stored.',
    scope: 'admin',
    body: jsonBody(newKey),
    answers: created('The key.', createdKeyView),
  }).handle(async ({ body, ...asked }) => {
    const { preview, ...writer } = writerOf(asked)
    const isPreview = preview !== undefined
    const { key, secret } = await deps.writes.createKey({ ...writer, isPreview, key: body })
    const shown = { ...viewKey(key), secret }
    return isPreview
      ? { status: 200, body: { ...shown, preview: true } }
      : { status: 201, body: shown }
  })

  route(http, {
    method: 'post',
    path: '/v1/keys/{id}/revoke',
    operationId: 'revokeKey',
    tag: 'keys',
    summary: 'Revoke a key',
    description: 'The key stops working permanently.',
    scope: 'admin',
    params: idParam,
    answers: { 200: { description: 'The key, revoked.', schema: revokedKeyView } },
    problems: ['conflict'],
  }).handle(async ({ params, ...asked }) => {
    const { preview, ...writer } = writerOf(asked)
    const isPreview = preview !== undefined
    const key = await deps.writes.revokeKey({ ...writer, isPreview, id: params.id })
    return { status: 200, body: { ...viewKey(key), ...(isPreview && { preview: true }) } }
  })
}

function positionOf({ createdAt, id }: ApiKey) {
  return { at: createdAt.toISOString(), id }
}
