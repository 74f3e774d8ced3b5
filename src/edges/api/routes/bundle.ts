import { z } from 'zod'
import { exportRecord } from '../../../actions/export-record.ts'
import type { ApiDeps } from '../shared/deps.ts'
import { DomainError } from '../../../domain/errors.ts'
import { ndjson } from '../../../formats/ndjson.ts'
import type { Http } from '../../../http/contract/env.ts'
import { importedView } from '../../../views/written/imported.ts'
import { writerOf } from '../shared/writes.ts'
import { bundleBody } from '../shared/bundle-body.ts'
import { route } from '../../../http/route.ts'
import { endIfUnread } from '../../../http/unread.ts'

/** An export occupies a database connection for as long as its client reads. */
const exportsMax = 3
/** One that nobody reads is ended. */
const patienceMs = 30_000

export function bundleRoutes(http: Http, deps: ApiDeps): void {
  const exporting = new Set<string>()

  route(http, {
    method: 'post',
    path: '/v1/import',
    operationId: 'importBundle',
    tag: 'record',
    summary: 'Import a bundle',
    description:
      'Enters a bundle (NDJSON, at most 5 MiB), all or nothing; with `onError=skip`, the good lines that do not refer to bad ones. Each line of an editor is judged like a single write, so a line that takes a second person is refused; ids, tombstones and `uncited` take the scope `admin`.',
    scope: 'edit',
    writesRecord: true,
    isImport: true,
    localized: true,
    query: z.object({ onError: z.enum(['refuse', 'skip']).default('refuse') }),
    body: bundleBody,
    answers: { 200: { description: 'The result of the import.', schema: importedView } },
    problems: ['conflict', 'likely-duplicate', 'invalid', 'malformed'],
  }).handle(async ({ query: { onError }, body: bytes, signal, ...asked }) => {
    const { json, lastSeq: seq } = await deps.writes.importBundle(
      { ...writerOf(asked), bytes, onError },
      signal,
    )
    const isStored = !asked.isPreview && seq !== undefined
    return { status: 200, json, ...(isStored && { seq }) }
  })

  route(http, {
    method: 'get',
    path: '/v1/export',
    operationId: 'exportRecord',
    tag: 'record',
    summary: 'Export the record',
    description:
      'The whole record at one moment as a bundle (NDJSON), in dependency order. If the operator states a licence for the data, the first line is a header that names it, and so does `Link` with the relation `license`.',
    uncached: true,
    answers: { 200: { description: 'The bundle.', mediaType: 'application/x-ndjson' } },
  }).handle(({ caller }) => {
    if (exporting.has(caller)) throw busy('too-many-requests', 'You are reading an export already.')
    if (exporting.size >= exportsMax) throw busy('unavailable', 'Too many exports are running.')
    const { dataLicense: license } = deps
    const lines = counted(caller, exportRecord(deps.db, license))
    const text = endIfUnread(inBytes(ndjson(lines)), patienceMs)
    return {
      status: 200,
      stream: text,
      headers: {
        'content-type': 'application/x-ndjson',
        'content-disposition': 'attachment; filename="counterpoint.ndjson"',
        ...(license && { link: `<${license.url}>; rel="license"` }),
      },
    }
  })

  async function* counted(caller: string, lines: AsyncIterable<object>) {
    exporting.add(caller)
    try {
      yield* lines
    } finally {
      exporting.delete(caller)
    }
  }
}

/** Not by a stream of its own: who cancels that would not know when the export has ended. */
async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) yield encoder.encode(text)
}

function busy(code: 'too-many-requests' | 'unavailable', message: string): DomainError {
  return new DomainError(code, message, [], { retryAfterSeconds: 30 })
}
