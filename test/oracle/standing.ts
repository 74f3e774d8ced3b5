import { recompute } from './recompute.ts'
import type { PlainRecord } from './record.ts'

/** `denied: D E` for a claim: its status, and its cites in order. */
export function standing(record: PlainRecord, claim: string): string {
  const found = recompute(record).claims.get(claim)
  return found ? [`${found.status}:`, ...found.cites].join(' ').replace(/:$/, '') : 'not there'
}
