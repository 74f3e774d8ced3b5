import { InvalidArgumentError } from 'commander'
import { text, textMax } from '../domain/text.ts'

/** A reason, checked like that of a request. */
export function readReason(value: string): string {
  const { data, error } = text(textMax.note).safeParse(value)
  if (data === undefined)
    throw new InvalidArgumentError(error?.issues.map(({ message }) => message).join(' ') ?? '')
  return data
}
