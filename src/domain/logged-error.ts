import { PlainError } from './plain-error.ts'

/** What a log may contain of an error. */
export interface LoggedError {
  readonly type: string
  /** For our own errors and a few of the driver's; other messages may quote what was sent. */
  readonly message?: string
  /** The SQLSTATE or the system's error code. */
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  /** In PostgreSQL, the object that raised it. */
  readonly routine?: string
  /** For system errors, the call and its target. */
  readonly syscall?: string
  readonly address?: string
  readonly port?: string
  readonly stack: readonly string[]
  readonly cause?: LoggedError
  /** For aggregate errors, such as one per address of a host. */
  readonly errors?: readonly LoggedError[]
}

const names = ['code', 'constraint', 'table', 'column', 'routine', 'syscall', 'port'] as const

/** The driver's messages about lost connections, none of which contain values. */
const driverMessages = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
])

/** How many levels of causes are logged. */
const depthMax = 8

/**
 * The loggable parts of any error. Only what is listed here passes: PostgreSQL's messages quote the
 * refused value, `JSON.parse` quotes its input, a `TypeError` names a field, and details contain
 * whole rows.
 */
export function viewError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] }
  const { cause } = error
  const isDeep = depth >= depthMax
  return {
    type: nameIn(error.name) ?? 'Error',
    ...(isOurs(error) && { message: error.message }),
    ...namesIn(error),
    stack: framesOf(error),
    ...(cause !== undefined && !isDeep && { cause: viewError(cause, depth + 1) }),
    ...(error instanceof AggregateError &&
      !isDeep && { errors: error.errors.map((each) => viewError(each, depth + 1)) }),
  }
}

/** The same on one line, without the stack. */
export function errorLine(error: unknown): string {
  const { type, message, stack: _, cause: __, errors: ___, ...rest } = viewError(error)
  const facts = Object.entries(rest).map(([name, value]) => `${name} ${value}`)
  return message ?? [type, ...facts].join(', ')
}

function isOurs(error: Error): boolean {
  return error instanceof PlainError || driverMessages.has(error.message)
}

function namesIn(error: Error): Partial<Record<(typeof names)[number] | 'address', string>> {
  const found: Partial<Record<(typeof names)[number] | 'address', string>> = {}
  for (const key of names) {
    const name = nameIn(valueAt(error, key))
    if (name !== undefined) found[key] = name
  }
  const address = valueAt(error, 'address')
  // The path of a socket, or an IP address; only system errors have it.
  if (found.syscall !== undefined && typeof address === 'string') found.address = address
  return found
}

function valueAt(error: object, key: string): unknown {
  return key in error ? Reflect.get(error, key) : undefined
}

/** An identifier, which cannot be anybody's words. */
function nameIn(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  return typeof name === 'string' && /^[\w$.-]{1,63}$/.test(name) ? name : undefined
}

/** Skips the message, which may have several lines that look like stack frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = message === '' ? 0 : stack.indexOf(message)
  if (at === -1) return []
  return [...stack.slice(at + message.length).matchAll(/^ +(at .*)$/gm)].map(
    ([, frame = '']) => frame,
  )
}
