import type { Status } from '../../../src/domain/status.ts'
import { type Inputs, inputsOf } from './inputs.ts'
import type { Labelled } from './labelled.ts'

/** §1.6, the ordered table; the first row that matches wins. */
export const rows: readonly (readonly [Status, (inputs: Inputs) => boolean])[] = [
  ['withdrawn', ({ life }) => life === 'withdrawn'],
  ['corrected', ({ life }) => life === 'superseded'],
  ['ruled_against', ({ life, label, ra }) => life === 'active' && label === 'OUT' && ra],
  ['ruled_for', ({ life, rf }) => life === 'active' && rf],
  ['basis_lost', ({ life, label, bl }) => life === 'active' && label === 'OUT' && bl],
  ['countered', ({ life, label }) => life === 'active' && label === 'OUT'],
  ['denied', ({ life, label, dn }) => life === 'active' && label === 'UNDEC' && dn],
  ['disputed', ({ life, label }) => life === 'active' && label === 'UNDEC'],
  ['admitted', ({ life, label, ad }) => life === 'active' && label === 'IN' && ad],
  ['answered', ({ life, label, ch }) => life === 'active' && label === 'IN' && ch],
  ['unchallenged', ({ life, label }) => life === 'active' && label === 'IN'],
]

export function statusOf(all: Labelled, c: string): Status {
  const inputs = inputsOf(all, c)
  const row = rows.find(([, matches]) => matches(inputs))
  if (!row) throw new Error(`No row of the table matches the claim ${c}.`)
  return row[0]
}
