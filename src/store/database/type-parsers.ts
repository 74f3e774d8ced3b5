import { type CustomTypesConfig, types } from 'pg'

const { INT8, DATE, TIMESTAMP } = types.builtins

const own = new Map<number, (text: string) => unknown>([
  [INT8, parseSafeInteger],
  // Neither type is an instant: a Date made from it would depend on the time zone of the process.
  [DATE, String],
  [TIMESTAMP, String],
])

/**
 * Type parsers where the defaults of `pg` would be wrong for us. Passed to each pool, because
 * changing the defaults would affect every other user of `pg` in the process.
 */
export const typeParsers: CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (format === 'binary') return types.getTypeParser(type, format)
    return own.get(type) ?? types.getTypeParser(type, format)
  },
}

/** Event numbers and counts. Beyond 2^53 digits would be lost, so that is an error. */
export function parseSafeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is not a safe integer.`)
  return number
}
