import { onTestFinished } from 'vitest'
import { AnswerCache } from '../../src/http/cache/answer-cache.ts'
import { listenToRecord } from '../../src/store/record-changes.ts'

/** A cache of answers that learns of changes of a record, as in a service, until the test ends. */
export async function listeningCache(url: string): Promise<AnswerCache> {
  const answerCache = new AnswerCache()
  const listening = Promise.withResolvers<void>()
  const changes = listenToRecord(url, {
    onListening: (known) => {
      answerCache.listening(known)
      listening.resolve()
    },
    onChange: (change) => answerCache.changed(change),
    onLost: () => answerCache.lost(),
  })
  onTestFinished(() => changes.close())
  await listening.promise
  return answerCache
}
