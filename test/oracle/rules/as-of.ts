import { isCertainlyLater, type Time } from './dates.ts'
import type { PlainRecord } from './record.ts'

/**
 * §1.10, world time: the record as it stood at t, given all that is known now. It has "the claims not
 * certainly later than t", and "drops withdrawals and endings certainly later than t (a link exists
 * from the asserted time of its `from` claim)".
 */
export function asOf({ sources, claims, links }: PlainRecord, t: Time): PlainRecord {
  const notLater = (over: Time | null) => (over && isCertainlyLater(over, t) ? null : over)
  return {
    sources,
    claims: claims.map((claim) => ({
      ...claim,
      withdrawn: notLater(claim.withdrawn),
      // What is not there yet goes with every link from or onto it, as what is voided does.
      voided: claim.voided || isCertainlyLater(claim.at, t),
    })),
    links: links.map((link) => ({ ...link, ended: notLater(link.ended) })),
  }
}
