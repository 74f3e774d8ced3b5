/**
 * Sends several times as many writes as the service can do, at a steady rate, and reports how soon
 * the excess is refused and how long the others take, compared with a single writer:
 *
 *   node --import tsx bench/chaos/overload.ts --times 4 --seconds 20
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { addSource, onTrial, statusesOf, summary, timed, type Timed } from './trial.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '20' },
  },
})
const [times, seconds] = [Number(values.times), Number(values.seconds)]

await onTrial(async ({ service: { origin } }) => {
  await inLine(origin, 1, 3)
  const alone = await inLine(origin, 1, 5)
  const reads = await during(origin, sleep(3_000))
  const full = await inLine(origin, 8, 5)
  const rate = accepted(full).length / 5
  console.log(`With eight writers at once ${rate.toFixed(0)} writes a second are done.`)

  const offered: Promise<Timed>[] = []
  const readsThen = await during(origin, offer(origin, rate * times, offered))
  const answers = await Promise.all(offered)
  const refused = answers.filter(({ status }) => status === 503)

  console.log(
    `Offered: ${(rate * times).toFixed(0)} a second for ${seconds} s. ${statusesOf(answers)}`,
  )
  console.log(summary('one writer alone', accepted(alone)))
  console.log(summary('accepted of what was offered', accepted(answers)))
  console.log(summary('refused of what was offered', refused))
  console.log(summary('reads without writes', reads))
  console.log(summary('reads meanwhile', readsThen))
  console.log(`Reads meanwhile: ${statusesOf(readsThen)}`)
  const told = refused.filter(({ retryAfter }) => retryAfter !== null)
  console.log(`Refused with Retry-After: ${told.length} of ${refused.length}.`)
})

/** Several writers, each of which sends its next write when the last one is answered. */
async function inLine(origin: string, writers: number, seconds: number): Promise<Timed[]> {
  const until = performance.now() + seconds * 1000
  const answers: Timed[] = []
  const write = async () => {
    while (performance.now() < until) answers.push(await addSource(origin))
  }
  await Promise.all(Array.from({ length: writers }, write))
  return answers
}

/** At a steady rate, whatever the answers are. */
async function offer(origin: string, perSecond: number, offered: Promise<Timed>[]): Promise<void> {
  const begun = performance.now()
  for (let elapsed = 0; elapsed < seconds * 1000; elapsed = performance.now() - begun) {
    while (offered.length < (elapsed * perSecond) / 1000) offered.push(addSource(origin))
    await sleep(2)
  }
}

/** A read every 50 ms while something else runs. */
async function during(origin: string, other: Promise<unknown>): Promise<Timed[]> {
  const over = new AbortController()
  void other.finally(() => over.abort())
  const answers: Timed[] = []
  while (!over.signal.aborted) {
    answers.push(await timed(`${origin}/v1/sources?limit=1`))
    await sleep(50)
  }
  return answers
}

function accepted(answers: readonly Timed[]): Timed[] {
  return answers.filter(({ status }) => status === 201)
}
