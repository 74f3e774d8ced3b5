import process from 'node:process'

/** SIGHUP comes when the terminal is closed. */
const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Both the terminal and npm send one for a single Ctrl-C. */
const countAsOneMs = 1_000

export interface StopSignals {
  /** The first signal that asks the process to stop. */
  readonly asked: Promise<NodeJS.Signals>
  readonly isAsked: () => boolean
  /** One that comes more than a second after the first, or SIGQUIT: the process is to end now. */
  readonly forced: Promise<NodeJS.Signals>
}

/** From now on, no signal that can be caught ends the process by itself. */
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
    // In a process that was busy for longer, signals that waited come after the timer: let them in.
    setTimeout(() => setImmediate(() => (isPatient = false)), countAsOneMs).unref()
  }
  for (const signal of asking) process.on(signal, onSignal)
  process.on('SIGQUIT', forced.resolve)
  return { asked: asked.promise, isAsked: () => isAsked, forced: forced.promise }
}
