/** A thread of the `labels` check: compares the records of its share of the seeds. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { randomRecord } from '../../test/oracle/rules/random-record.ts'
import { anyShape } from '../../test/oracle/rules/random-shapes.ts'
import { engineDifferences } from '../../test/support/engine-differences.ts'

/** The seeds from `first` up to `end`, which is not one of them, in steps. */
const LabelsShare = z.object({ first: z.int(), end: z.int(), step: z.int() })
export type LabelsShare = z.infer<typeof LabelsShare>

export interface LabelsTold {
  /** How many more records were compared. */
  readonly done: number
  readonly faults: readonly string[]
}

const recordsPerMessage = 20

const { first, end, step } = LabelsShare.parse(workerData)
let done = 0
let faults: string[] = []
for (let seed = first; seed < end; seed += step) {
  const found = engineDifferences(randomRecord(seed, anyShape))
  faults.push(...found.map((difference) => `record ${seed}: ${difference}`))
  done += 1
  if (done === recordsPerMessage) tell()
}
tell()

function tell(): void {
  // Threads have no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage({ done, faults } satisfies LabelsTold)
  done = 0
  faults = []
}
