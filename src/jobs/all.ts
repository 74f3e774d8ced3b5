import { countClaims } from './count-claims.ts'
import { housekeeping } from './housekeeping.ts'
import { runnable, type RunnableJob } from './job.ts'

/** Every job of the service. */
export const allJobs: readonly RunnableJob[] = [runnable(housekeeping), runnable(countClaims)]
