import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { databaseName } from '../../src/store/embedded/cluster.ts'
import { databaseUrl } from '../../test/support/database-url.ts'
import { enterFiles, startNew, withClient } from '../data.ts'
import { serveCounterpoint } from '../servers.ts'
import type { Sentence } from './texts.ts'

/** Asks the service. */
export interface Ask {
  readonly get: (path: string) => Promise<unknown>
  readonly post: (path: string, body: object) => Promise<unknown>
}

/** Runs something with a service whose record has these sentences as claims. */
export async function withRecordOf<T>(
  sentences: readonly Sentence[],
  run: (ask: Ask) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'counterpoint-bench-'))
  // Otherwise the server's user could not reach it, and the files would be elsewhere.
  await chmod(dataDir, 0o755)
  try {
    const fresh = await startNew(dataDir)
    const file = path.join(dataDir, 'sentences.ndjson')
    await writeFile(file, header + sentences.map(lineOf).join(''))
    await enterFiles(dataDir, [file])
    const adminUrl = databaseUrl(fresh.adminUrl, { database: databaseName })
    await withClient(adminUrl, (client) => client.query('vacuum (analyze)'))
    const dataset = { claims: sentences.length, dataDir, embedded: fresh, adminUrl }
    const served = await serveCounterpoint(dataset)
    try {
      return await run(askAt(served.origin))
    } finally {
      await served.stop()
      await fresh.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const header = '{"type":"bundle","namespace":"bench-x0x","duplicates":"new"}\n'

function lineOf({ id, text, lang }: Sentence, index: number): string {
  // Later ones are newer, and no date is that of many.
  const assertedAt = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString()
  const claim = { kind: 'opinion', speaker: null, about: [], text, lang, assertedAt }
  return `${JSON.stringify({ type: 'claim', ref: id, ...claim })}\n`
}

function askAt(origin: string): Ask {
  const answerOf = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${origin}${path}`, init)
    if (response.status !== 200)
      throw new Error(`${path} was answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  return {
    get: (path) => answerOf(path),
    post: (path, body) => {
      const headers = { 'content-type': 'application/json' }
      return answerOf(path, { method: 'POST', headers, body: JSON.stringify(body) })
    },
  }
}
