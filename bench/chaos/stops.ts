/**
 * Stops the service with SIGTERM under load, so many times:
 *
 *   node --import tsx bench/chaos/stops.ts --count 50
 */
import { parseArgs } from 'node:util'
import { stopUnderLoad } from '../../test/chaos/stopping.ts'
import { onTrial, percentile } from './trial.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '50' } } })
const count = Number(values.count)

await onTrial(async ({ program, env }) => {
  const failures: string[] = []
  const times: number[] = []
  let answered = 0
  for (let done = 1; done <= count; done++) {
    const stopped = await stopUnderLoad(program, env)
    failures.push(...stopped.failures)
    if (stopped.exitCode !== 0) failures.push(`It ended with ${stopped.exitCode}.`)
    answered += stopped.answered
    times.push(stopped.stoppedAfterMs)
    console.log(`${done} of ${count}: ${answered} requests answered, ${failures.length} failures.`)
  }
  for (const failure of failures) console.log(`  ${failure}`)
  console.log(
    `Stopped after ${percentile(times, 50).toFixed(0)} ms in the median, ${Math.max(...times).toFixed(0)} ms at most.`,
  )
  process.exitCode = failures.length > 0 ? 1 : 0
})
