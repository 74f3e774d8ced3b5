import process from 'node:process'

/** SIGHUP means that the terminal was closed. */
const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** For one Ctrl-C, both the terminal and npm send a signal. */
const countAsOneMs = 1_000

export interface StopSignals {
  /** The first signal that asks the process to stop. */
  readonly asked: Promise<NodeJS.Signals>
  readonly isAsked: () => boolean
  /** A signal more than a second after the first, or SIGQUIT: the process must end now. */
  readonly forced: Promise<NodeJS.Signals>
}

/** From now on, signals that can be caught do not end the process by themselves. */
export function watchStopSignals(): StopSignals {
  const asked = Promise.withResolvers<NodeJS.Signals>()
  const forced = Promise.withResolvers<NodeJS.Signals>()
  let isAsked = false
  let isPatient = true
  const onSignal = (signal: NodeJS.Signals) => {
    if (!isPatient) forced.resolve(signal)
    if (isAsked) return
    isAsked = true
    asked.resolve(signal)
    // After a long busy period, pending signals are delivered after the timer: let them in first.
    setTimeout(() => setImmediate(() => (isPatient = false)), countAsOneMs).unref()
  }
  for (const signal of asking) process.on(signal, onSignal)
  process.on('SIGQUIT', forced.resolve)
  return { asked: asked.promise, isAsked: () => isAsked, forced: forced.promise }
}
