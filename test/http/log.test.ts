import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Db } from '../../src/store/database/db.ts'
import { it, type Call } from '../support/api.ts'
import { aClaim } from '../support/record.ts'
import { seedLines } from '../support/seed.ts'

const secret = 'only-one-key-of-a-busy-session-0123456789'

/** What people say and look for; none of it is in the seed story. */
const words = {
  text: 'Words of a claim that nobody logs, 아무도 기록하지 않는 말',
  broken: 'Words that the database refuses, 거절되는 말',
  draft: 'A draft that is only looked up, 초고',
  query: '비밀검색어',
  page: 'https://example.com/a-page-that-somebody-reads',
  idempotencyKey: 'a-name-that-only-we-know',
}

describe('the log of a busy session', () => {
  it('holds no text, no key and no address, and names every request', async ({
    api,
    logged,
    ownerDb,
  }) => {
    const named: (string | null)[] = []
    const call = async (path: string, given?: Call) => {
      const { status, headers } = await api(path, given)
      named.push(headers.get('request-id'))
      return status
    }

    const statuses = [
      await call('/v1/import', {
        body: seedLines()
          .map((line) => JSON.stringify(line))
          .join('\n'),
        headers: {
          'content-type': 'application/x-ndjson',
          'idempotency-key': words.idempotencyKey,
        },
      }),
      await call('/v1/claims', { body: { text: words.text } }),
      await call('/v1/claims', {
        body: `{"text": "${words.text}`,
        headers: { 'content-type': 'application/json' },
      }),
      await call(`/v1/claims?q=${encodeURIComponent(words.query)}`, { isPublic: true }),
      await call(`/v1/lookup?url=${encodeURIComponent(words.page)}`),
      await call('/v1/lookup', { body: { text: words.draft } }),
      await call('/v1/claims', { headers: { authorization: `Bearer ${secret}` } }),
      await call('/v1/claims', { headers: { cookie: `session=${secret}` } }),
      await call(`/v1/${secret}`),
    ]
    const { id } = await aClaim(api, { text: words.text })
    await refuseWords(ownerDb)
    statuses.push(
      await call(`/v1/claims/${id}`, {
        method: 'PATCH',
        body: { text: words.broken },
        headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' },
      }),
    )

    expect(statuses).toEqual([200, 422, 400, 200, 200, 200, 401, 200, 404, 500])
    const log = logged.join('')
    expect(log).toContain('"constraint":"refused"')
    const said = [...Object.values(words), ...(await storedWords(ownerDb))]
    expect(said.length).toBeGreaterThan(50)
    const hidden = [...said, ...said.map(encodeURIComponent), secret, 'a-key-for-tests', id]
    expect([...hidden, '127.0.0.1'].filter((text) => log.includes(text))).toEqual([])
    const names = new Set(logged.map((line) => JSON.parse(line).requestId))
    expect(named.filter((name) => !names.has(name))).toEqual([])
  })
})

/** Makes a fault of ours of the kind that PostgreSQL describes with the whole row. */
async function refuseWords(ownerDb: Db): Promise<void> {
  await sql`
    alter table words add constraint refused
    check (body not like ${sql.lit(`%${words.broken}%`)}) not valid
  `.execute(ownerDb)
}

/** Long enough not to stand in a log by chance. */
async function storedWords(ownerDb: Db): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select distinct body from words where char_length(body) >= 8
  `.execute(ownerDb)
  return rows.map(({ body }) => body)
}
