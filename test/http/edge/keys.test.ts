import { describe, expect, it, test } from 'vitest'
import { noteId } from './sample.ts'
import { addition, problemOf, serveSample } from './support.ts'

describe('401', () => {
  it('asks for a key where one is needed, and nothing happens', async () => {
    const { ask, board } = await serveSample()
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'one' }

    const answer = await ask('/v1/notes', { method: 'POST', headers, body: '{"words":"x"}' })

    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="counterpoint"')
    expect(board).toHaveLength(2)
  })

  test.each(['Bearer nobody', 'Bearer', 'Bearer a b', 'Basic ZWRpdG9yLWtleTo=', 'editor-key', ''])(
    'refuses the bad credential "%s", on a read as well',
    async (authorization) => {
      const { ask } = await serveSample()

      const answer = await ask(`/v1/notes/${noteId}`, { headers: { authorization } })

      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
      expect(answer.headers.get('cache-control')).toBe('no-store')
    },
  )

  it('never repeats the key', async () => {
    const { ask } = await serveSample()

    const answer = await ask('/v1/notes', { headers: { authorization: 'Bearer s3cret-key' } })

    expect(JSON.stringify(await problemOf(answer))).not.toContain('s3cret')
  })
})

describe('403', () => {
  it('names the scope that is missing, and nothing happens', async () => {
    const { ask, board } = await serveSample()

    const answer = await ask(
      '/v1/notes',
      addition({ words: 'x' }, { authorization: 'Bearer contributor-key' }),
    )

    expect(answer.status).toBe(403)
    expect(answer.headers.get('www-authenticate')).toContain('scope="edit"')
    expect(board).toHaveLength(2)
  })
})
