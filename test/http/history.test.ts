import { describe, expect } from 'vitest'
import { amendment, it, read } from '../support/api.ts'
import { importLines } from '../support/import.ts'
import { notedLines } from '../support/noted-lines.ts'

interface History {
  items: { seq: number; status: string | null }[]
  amendments: { version: number; seq: number; at: string; event: { kind: string; seq: number } }[]
}

describe('GET /v1/claims/{id}/history', () => {
  it('200: lists amendments with the version that each created', async ({ api, db }) => {
    const { refs } = await importLines(db, notedLines('R(Info→MS) D(MS→MS)', '1: D rebuts R', 'h'))
    const path = `/v1/claims/${refs['R']}`
    await api(path, amendment({ text: 'R, amended' }, 1))
    const citation = { report: refs['by-Info'], quote: 'No longer' }
    const end = { at: '2025-12-20', reason: 'It said so.', citation }
    await api(`${path}/withdraw`, { body: end, headers: { 'if-match': '"2"' } })
    await api(path, amendment({ text: 'R, amended again' }, 3))

    const history = await read<History>(api, `${path}/history`)

    expect(history.items.map(({ status }) => status)).toEqual(['withdrawn', 'denied'])
    expect(history.amendments.map(({ version, event }) => [version, event.kind])).toEqual([
      [4, 'claim.amended'],
      [2, 'claim.amended'],
    ])
    for (const { seq, event } of history.amendments) expect(event.seq).toBe(seq)
    expect(await read(api, path)).toMatchObject({ version: 4 })
  })
})
