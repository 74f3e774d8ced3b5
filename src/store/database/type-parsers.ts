import { type CustomTypesConfig, types } from 'pg'

const { INT8, DATE, TIMESTAMP } = types.builtins

const own = new Map<number, (text: string) => unknown>([
  [INT8, parseSafeInteger],
  // Neither names an instant: a Date made of one would depend on the time zone of the process.
  [DATE, String],
  [TIMESTAMP, String],
])

/**
 * How values come out of the database where `pg` would be wrong for us. Given to each pool, since
 * changing the defaults of `pg` would change them for every other user of it in the process.
 */
export const typeParsers: CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (format === 'binary') return types.getTypeParser(type, format)
    return own.get(type) ?? types.getTypeParser(type, format)
  },
}

/** Event numbers and counts. One beyond 2^53 would lose digits, so it is an error, not a number. */
export function parseSafeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is not a safe integer.`)
  return number
}
