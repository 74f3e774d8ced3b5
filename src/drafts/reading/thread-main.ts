import { parentPort, workerData } from 'node:worker_threads'
import { DraftFault, type SentDraft } from './draft.ts'
import type { FromReader } from './messages.ts'
import { readHere } from './read.ts'

const sent: SentDraft = workerData
try {
  const draft = await readHere(sent)
  answer({ draft }, [draft.spans.buffer])
} catch (error) {
  if (!(error instanceof DraftFault)) throw error
  answer({ fault: error.message }, [])
}

function answer(message: FromReader, moved: ArrayBuffer[]): void {
  // Windows have origins; threads have none.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message, moved)
}
