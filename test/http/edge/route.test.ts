import { describe, expect, it } from 'vitest'
import { noteId, sampleHttp } from './sample.ts'

describe('route', () => {
  it('200: answers a read with what its contract declares', async () => {
    const { http } = sampleHttp()

    const response = await http.request(`/v1/notes/${noteId}`)

    expect(response.status).toBe(200)
    expect(response.headers.get('etag')).toBe('"3.118"')
    expect(await response.json()).toEqual({
      id: noteId,
      version: 3,
      colour: 'red',
      words: 'Seen by all.',
    })
  })
})
