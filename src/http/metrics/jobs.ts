import { Histogram, type Registry } from 'prom-client'

/** Called for each job that this process has ended. */
export type JobTally = (ended: {
  readonly job: string
  readonly isDone: boolean
  readonly seconds: number
}) => void

/** From sending one mail to a run of housekeeping. */
const buckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 120]

export function countJobs(registry: Registry): JobTally {
  const durations = new Histogram({
    name: 'counterpoint_job_duration_seconds',
    help: 'Duration of jobs run by this process, by outcome.',
    labelNames: ['job', 'outcome'],
    buckets,
    registers: [registry],
  })
  return ({ job, isDone, seconds }) =>
    durations.observe({ job, outcome: isDone ? 'done' : 'failed' }, seconds)
}
