import { PlainError } from './plain-error.ts'

/** What a log may tell of an error. */
export interface LoggedError {
  readonly type: string
  /** Of errors of our own, and of a few of the driver's; others may quote what was sent. */
  readonly message?: string
  /** SQLSTATE, or what the system calls it. */
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  /** In PostgreSQL, what raised it. */
  readonly routine?: string
  /** Of the system: what was called, and where to. */
  readonly syscall?: string
  readonly address?: string
  readonly port?: string
  readonly stack: readonly string[]
  readonly cause?: LoggedError
  /** Of several, such as one for each address of a host. */
  readonly errors?: readonly LoggedError[]
}

const names = ['code', 'constraint', 'table', 'column', 'routine', 'syscall', 'port'] as const

/** What the driver says when a connection goes away; none of it has a value in it. */
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

/** So many causes of causes are told. */
const depthMax = 8

/**
 * What of an error may be logged, whoever threw it. Nothing passes but what is listed here: a message
 * of PostgreSQL quotes the value it refuses, `JSON.parse` what it could not read, a `TypeError` the
 * name of a field, and details hold whole rows.
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
export function toldError(error: unknown): string {
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
  // A socket's path, or a number of the network; only the system sets it, beside what it was asked.
  if (found.syscall !== undefined && typeof address === 'string') found.address = address
  return found
}

function valueAt(error: object, key: string): unknown {
  return key in error ? Reflect.get(error, key) : undefined
}

/** A name as programs give them: nobody's words. */
function nameIn(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value
  return typeof name === 'string' && /^[\w$.-]{1,63}$/.test(name) ? name : undefined
}

/** Behind the message, which may be of several lines that look like frames. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = message === '' ? 0 : stack.indexOf(message)
  if (at === -1) return []
  return [...stack.slice(at + message.length).matchAll(/^ +(at .*)$/gm)].map(
    ([, frame = '']) => frame,
  )
}
