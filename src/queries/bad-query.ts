import { DomainError, type FieldFault } from '../domain/errors.ts'

export function badQuery(faults: readonly FieldFault[]): DomainError {
  return new DomainError('bad-query', 'A query parameter is wrong; see errors.', faults)
}

export function badCursor(): DomainError {
  const message = 'It is not a cursor of this list with these filters.'
  return badQuery([{ pointer: '/cursor', code: 'bad-cursor', message }])
}
