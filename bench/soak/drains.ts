import { stopUnderLoad } from '../../test/chaos/stopping.ts'
import { onTrial, percentile } from '../chaos/trial.ts'
import type { Soak } from './soak.ts'

export const drains: Soak = {
  name: 'drains',
  summary:
    'Send SIGTERM while 24 clients keep their connections busy: every request that has begun is answered.',
  unit: 'stops',
  count: 50,
  examples: ['', '--count 200'],
  run: ({ count, progress, fault }) =>
    onTrial(async ({ program, env }) => {
      const times: number[] = []
      let answered = 0
      for (let done = 1; done <= count; done++) {
        const stopped = await stopUnderLoad(program, env)
        stopped.failures.forEach(fault)
        if (stopped.exitCode !== 0) fault(`It ended with ${stopped.exitCode}.`)
        answered += stopped.answered
        times.push(stopped.stoppedAfterMs)
        progress(done, { more: `${answered} requests answered` })
      }
      const [median, most] = [percentile(times, 50), Math.max(...times)].map(Math.round)
      return `${count} stops, ${answered} requests answered; stopped after ${median} ms in the median, ${most} ms at most.`
    }),
}
