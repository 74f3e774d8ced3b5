const transientStates = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
])
const transientNetwork = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOENT)/

/** Whether a retry may help: the database went away, or two transactions collided. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = stateOf(error)
  return (
    transientStates.has(code) ||
    code.startsWith('08') ||
    transientNetwork.test(code) ||
    /Connection terminated|not queryable|Query read timeout|connection timeout|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  )
}

/** Whether the database is away or overloaded, so that the request is not at fault. */
export function isUnavailable(error: unknown): boolean {
  return isTransient(error) || lacksRoom(error) || endedStatement(error)
}

/** Whether the server ended a statement because it took too long. */
export function endedStatement(error: unknown): boolean {
  return stateOf(error) === '57014' // query_canceled
}

/** Whether the server closed the connection because a transaction took too long. */
export function endedTransaction(error: unknown): boolean {
  return stateOf(error) === '25P04' // transaction_timeout
}

/**
 * Whether the server has run out of something: class 53 is disk, memory, connections or configured
 * limits; operators cause 25006 when a disk is nearly full.
 */
export function lacksRoom(error: unknown): boolean {
  return /^(?:53...|25006)$/.test(stateOf(error))
}

/** Whether the server is away or shutting down, so that every other statement would fail too. */
export function isServerGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = stateOf(error)
  return (
    /^(?:08|57P0)/.test(code) ||
    transientNetwork.test(code) ||
    /Connection terminated|not queryable|connection timeout/i.test(error.message)
  )
}

/** Whether the server refused a statement only because an earlier one of its transaction had failed. */
export function isAftermath(error: unknown): boolean {
  return stateOf(error) === '25P02' // in_failed_sql_transaction
}

function stateOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
