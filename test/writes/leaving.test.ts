import { describe, expect, onTestFinished } from 'vitest'
import { openWriteThread } from '../../src/writes/thread.ts'
import { anActor } from '../support/actors.ts'
import { quiet } from '../support/import.ts'
import { it } from '../support/it.ts'
import { holdRecordLock, waitingForLock } from '../support/record-lock.ts'

describe('a bundle whose client has left', () => {
  it('is not entered when its turn comes', async ({ database, db }) => {
    const { log } = quiet(db)
    const url = database.serviceUrl
    const thread = openWriteThread({ url, log, onLost: nothing, onFault: nothing })
    onTestFinished(() => thread.close())
    const measures = { lockWaited: nothing, retried: nothing, written: nothing }
    const reports = { log, measures, onCommit: nothing, requestId: () => undefined }
    const { writes } = thread.openWriter(reports)
    const actor = await anActor(db, 'edit')
    const send = (name: string, signal?: AbortSignal) => {
      const line = JSON.stringify({ type: 'source', ref: name, kind: 'outlet', name })
      const bytes = new TextEncoder().encode(line)
      return writes.importBundle({ actor, bytes, onError: 'refuse' }, signal)
    }
    const release = await holdRecordLock(url)
    const gone = new AbortController()

    const staying = send('Staying')
    const leaving = send('Leaving', gone.signal)
    await expect.poll(() => waitingForLock(url), { timeout: 20_000 }).toHaveLength(1)
    gone.abort()
    await release()

    await expect(leaving).rejects.toMatchObject({ code: 'timed-out' })
    expect((await staying).json).toContain('"accepted":1')
  })
})

function nothing(): void {}
