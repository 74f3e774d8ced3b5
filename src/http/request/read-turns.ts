import { DomainError } from '../../domain/errors.ts'

/** How many reads of one caller are worked on at once: half as many as a process has connections. */
const runningMax = 4
/** How many more may wait, and for how long. */
const waitingMax = 200
const patienceMs = 5_000

interface Queue {
  running: number
  readonly waiting: Set<() => void>
}

/** Lets few reads of each caller run at once. The others wait, those who came first go first. */
export class ReadTurns {
  readonly #queues = new Map<string, Queue>()

  /** @throws {DomainError} `unavailable` if too many wait, or one has waited too long */
  async run<T>(caller: string, read: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(caller) ?? { running: 0, waiting: new Set() }
    this.#queues.set(caller, queue)
    if (queue.running >= runningMax) await turnIn(queue)
    else queue.running += 1
    try {
      return await read()
    } finally {
      const [next] = queue.waiting
      // The next takes over its turn, so the number stays the same.
      if (next) next()
      else queue.running -= 1
      if (queue.running === 0) this.#queues.delete(caller)
    }
  }
}

async function turnIn({ waiting }: Queue): Promise<void> {
  if (waiting.size >= waitingMax) throw tooMany()
  const turn = Promise.withResolvers<void>()
  const begin = () => {
    waiting.delete(begin)
    turn.resolve()
  }
  waiting.add(begin)
  const timer = setTimeout(() => {
    waiting.delete(begin)
    turn.reject(tooMany())
  }, patienceMs)
  try {
    await turn.promise
  } finally {
    clearTimeout(timer)
  }
}

function tooMany(): DomainError {
  return new DomainError(
    'unavailable',
    'You are asking too much at once. Wait for the answers.',
    [],
    { retryAfterSeconds: 5 },
  )
}
