import { describe, expect, it } from 'vitest'
import { hiddenId, noteId } from './sample.ts'
import { asEditor, serveSample } from './support.ts'

const key = { authorization: 'Bearer contributor-key' }
const editor = { authorization: 'Bearer editor-key' }
const json = { 'content-type': 'application/json' }
const large = JSON.stringify({ words: 'x'.repeat(70_000) })

describe('the order of checks', () => {
  it('is the order in which faults are reported as each is corrected', async () => {
    const { ask } = await serveSample()
    const steps: [number, string, RequestInit][] = [
      [404, '/v1/notes/nope?bad=1', { method: 'PUT', headers: { accept: 'text/html' } }],
      [405, `/v1/notes/${noteId}?bad=1`, { method: 'PUT', headers: { accept: 'text/html' } }],
      [406, `/v1/notes/${noteId}?bad=1`, { headers: { accept: 'text/html' } }],
      [401, `/v1/notes/${hiddenId}?bad=1`, {}],
      [404, `/v1/notes/${hiddenId}?bad=1`, { headers: key }],
      [403, `/v1/notes/${noteId}?bad=1`, { headers: key }],
      [415, `/v1/notes/${noteId}?bad=1`, { headers: editor, body: large }],
      [413, `/v1/notes/${noteId}?bad=1`, { headers: { ...editor, ...json }, body: large }],
      [400, `/v1/notes/${noteId}?bad=1`, { headers: { ...editor, ...json }, body: '{"x":' }],
      [400, `/v1/notes/${noteId}`, { headers: { ...editor, ...json }, body: '{"x":' }],
      [422, `/v1/notes/${noteId}`, { headers: { ...editor, ...json }, body: '{"x":1}' }],
      [428, `/v1/notes/${noteId}`, { headers: { ...editor, ...json }, body: '{}' }],
      [
        412,
        `/v1/notes/${noteId}`,
        { headers: { ...editor, ...json, 'if-match': '"2"' }, body: '{"words":"Seen by all."}' },
      ],
      [
        409,
        `/v1/notes/${noteId}`,
        { headers: { ...editor, ...json, 'if-match': '"3"' }, body: '{"words":"Seen by all."}' },
      ],
      [
        200,
        `/v1/notes/${noteId}`,
        { headers: { ...editor, ...json, 'if-match': '"3"' }, body: '{"words":"New."}' },
      ],
    ]

    const statuses = []
    for (const [, target, init] of steps) {
      const { status } = await ask(target, { method: 'PATCH', ...init })
      statuses.push(status)
    }

    expect(statuses).toEqual(steps.map(([status]) => status))
  })

  it('404 before 400: a wrong query does not tell that a hidden thing exists', async () => {
    const { ask } = await serveSample()

    const hidden = await ask(`/v1/notes/${hiddenId}?bad=1`)
    const seen = await ask(`/v1/notes/${hiddenId}?bad=1`, { headers: asEditor })

    expect([hidden.status, seen.status]).toEqual([404, 400])
  })
})
