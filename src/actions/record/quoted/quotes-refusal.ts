import { DomainError } from '../../../domain/errors.ts'
import { quotedRefusal } from '../../../domain/quoted-share.ts'
import type { Overquoted } from './settle-quoted.ts'

/** The refusal of quotes that take too much of some reports, naming them in what was sent. */
export type QuotesRefusal = (over: readonly Overquoted[]) => Error

export const tooMuchQuoted = 'quotes-too-much'

/** The refusal of the one quote at a place of a request. */
export function refusingQuoteAt(pointer: string): QuotesRefusal {
  return (over) => {
    const message = over.map(quotedRefusal).join(' ')
    return new DomainError('invalid', message, [{ pointer, code: tooMuchQuoted, message }])
  }
}
