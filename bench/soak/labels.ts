import { availableParallelism } from 'node:os'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { LabelsShare, LabelsTold } from './labels-worker.ts'
import type { Soak, SoakRun } from './soak.ts'

export const labels: Soak = {
  name: 'labels',
  summary:
    'Evaluate random records, with large groups, rulings that set each other aside, and concessions: labels are those of one arc for each pair of claims that rebut each other, and statuses, cites and badges those of an independent implementation of the rules.',
  unit: 'records',
  count: 50_000,
  examples: ['', '--count 2000 --seed 7'],
  run: compareAll,
}

async function compareAll({ count, seed, progress, fault }: SoakRun): Promise<string> {
  const begun = performance.now()
  const perSecond = () => Math.round((done * 1000) / (performance.now() - begun))
  let done = 0
  const hear = (told: LabelsTold) => {
    done += told.done
    told.faults.forEach(fault)
    progress(done, { more: `${perSecond()} a second` })
  }
  const threads = Math.min(availableParallelism(), count)
  await Promise.all(
    Array.from({ length: threads }, (_, first) =>
      shareOf({ first: seed + first, end: seed + count, step: threads }, hear),
    ),
  )
  return `${done} records, ${perSecond()} a second in ${threads} threads, compared with one arc per pair and with the rules.`
}

/** Has a thread of its own compare every so many seeds. */
async function shareOf(workerData: LabelsShare, hear: (told: LabelsTold) => void): Promise<void> {
  const worker = new Worker(new URL('./labels-worker.ts', import.meta.url), { workerData })
  worker.on('message', hear)
  await once(worker, 'exit')
}
