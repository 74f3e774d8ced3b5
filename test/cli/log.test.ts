import { describe, expect, it } from 'vitest'
import { createLog } from '../../src/cli/terminal/log.ts'

describe('createLog', () => {
  it('censors credentials, wherever somebody puts them', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => void lines.push(line) })
    const headers = {
      authorization: 'Bearer hunter2',
      cookie: 'session=hunter2',
      'set-cookie': ['session=hunter2'],
      'idempotency-key': 'hunter2',
    }

    log.info(headers, 'one')
    log.info({ headers }, 'two')
    log.info({ request: { headers } }, 'three')

    expect(lines).toHaveLength(3)
    expect(lines.join('')).not.toContain('hunter2')
  })
})
