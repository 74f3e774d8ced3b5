import { housekeeping } from './housekeeping.ts'
import { runnable, type RunnableJob } from './job.ts'

/** Every job there is. */
export const allJobs: readonly RunnableJob[] = [runnable(housekeeping)]
