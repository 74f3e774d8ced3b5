import { describe, expect, onTestFinished } from 'vitest'
import { listenToRecord } from '../../src/store/record-changes.ts'
import { it } from '../support/it.ts'
import { killConnections } from '../support/kill-connections.ts'

const patience = { timeout: 30_000 }

describe('listenToRecord', () => {
  // The server says that it ends the session and hangs up then: two errors, where the second one
  // must not end the process either.
  it('survives that its session is ended, and listens again', async ({ database }) => {
    const told: string[] = []
    const changes = listenToRecord(database.serviceUrl, {
      onListening: () => told.push('listening'),
      onChange: () => {},
      onLost: () => told.push('lost'),
    })
    onTestFinished(changes.close)
    await expect.poll(() => told, patience).toEqual(['listening'])

    for (const times of [2, 3, 4]) {
      await killConnections(database, 'counterpoint changes')
      await expect
        .poll(() => told.filter((word) => word === 'listening'), patience)
        .toHaveLength(times)
    }

    expect(told.filter((word) => word === 'lost')).toHaveLength(3)
  })
})
