import type { Confirmation } from '../../domain/confirmation.ts'
import type { DuplicatePolicy, OnDuplicate } from './candidates.ts'

/** For a bundle, whose header says what to do. */
export function bundlePolicy(onDuplicate: OnDuplicate = 'refuse'): DuplicatePolicy {
  const advice =
    onDuplicate === 'join'
      ? 'That does not tell beyond doubt which it is: refer to it by its id, or enter this line by itself.'
      : 'Refer to it instead, or send "duplicates": "join" in the first line of the bundle to have it stand in, or "new" if this is another.'
  const amendingAdvice =
    'Merge the two if they are one; send "duplicates": "new" in the first line of the bundle if they are not.'
  return { onDuplicate, advice, amendingAdvice }
}

/** For a single entry or amendment. */
export function singlePolicy(confirmed: readonly Confirmation[] = []): DuplicatePolicy {
  return {
    onDuplicate: confirmed.includes('new') ? 'new' : 'refuse',
    advice: 'Refer to it instead, or send "confirm": ["new"] if this is another.',
    amendingAdvice: 'Merge the two if they are one; send "confirm": ["new"] if they are not.',
  }
}

/** For what has already been checked for duplicates. */
export const judgedAlready = singlePolicy(['new'])
