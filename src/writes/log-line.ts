import type { LogLine } from './messages.ts'
import { readError, sendError } from './sent-error.ts'

/** A line of the log as data that can be copied. */
export function sendLine(fields: object, message: string): LogLine {
  const [errors, values] = [true, false].map((areErrors) =>
    Object.entries(fields).filter(([, value]) => value instanceof Error === areErrors),
  )
  return {
    message,
    values: Object.fromEntries(values ?? []),
    errors: Object.fromEntries((errors ?? []).map(([name, error]) => [name, sendError(error)])),
  }
}

export function readFields({ values, errors }: LogLine): object {
  const revived = Object.entries(errors).map(([name, error]) => [name, readError(error)])
  return { ...values, ...Object.fromEntries(revived) }
}
