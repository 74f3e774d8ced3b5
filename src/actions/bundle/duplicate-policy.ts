import type { Confirmation } from '../../domain/confirmation.ts'
import type { DuplicatePolicy, OnDuplicate } from './candidates.ts'

/** For a bundle, whose header says what to do. */
export function bundlePolicy(onDuplicate: OnDuplicate = 'refuse'): DuplicatePolicy {
  const advice =
    onDuplicate === 'join'
      ? 'It is not certain which entry this line means: refer to that one by its id, or enter this line by itself.'
      : 'Refer to it instead, or send "duplicates": "join" in the first line of the bundle to use the existing entry, or "new" if this is a different one.'
  const amendingAdvice =
    'Merge the two if they are the same thing; send "duplicates": "new" in the first line of the bundle if they are not.'
  return { onDuplicate, advice, amendingAdvice }
}

/** For a single entry or amendment. */
export function singlePolicy(confirmed: readonly Confirmation[] = []): DuplicatePolicy {
  return {
    onDuplicate: confirmed.includes('new') ? 'new' : 'refuse',
    advice: 'Refer to it instead, or send "confirm": ["new"] if this is a different one.',
    amendingAdvice:
      'Merge the two if they are the same thing; send "confirm": ["new"] if they are not.',
  }
}

/** For what has already been checked for duplicates. */
export const judgedAlready = singlePolicy(['new'])
