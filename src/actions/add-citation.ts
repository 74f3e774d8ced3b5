import { randomUUIDv7 } from 'node:crypto'
import { faultOfEvidence, withCitations, type NewCitation } from '../domain/citation.ts'
import { DomainError } from '../domain/errors.ts'
import { findCitationsEnd } from '../store/citations.ts'
import type { Db } from '../store/database/db.ts'
import { findAllReferences } from '../store/references.ts'
import { findClaimsCiting, showAnew } from '../store/lives.ts'
import { cannotReferTo } from './bundle/check-voided.ts'
import { enterCitations } from './bundle/enter.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import { refusingQuoteAt } from './record/quoted/quotes-refusal.ts'
import {
  refuseRedacted,
  requireLasting,
  requireObject,
  writeObject,
  type ObjectWrite,
  type WrittenObject,
} from './write-object.ts'

/** Adds evidence to an existing claim or link. */
export async function addCitation<V>(
  deps: Deps,
  write: ObjectWrite<V> & {
    readonly of: { readonly claim: string } | { readonly link: string }
    readonly citation: NewCitation
  },
): Promise<WrittenObject<V> | Submitted> {
  const { of, citation } = write
  const [type, object] =
    'claim' in of ? (['claim', of.claim] as const) : (['link', of.link] as const)
  return writeObject(deps, write, async (writing) => {
    const { tx } = writing
    await requireObject(tx, type, object)
    await requireLasting(tx, object, 'cited for')
    await refuseRedacted(tx, object, 'and a new quote would bring them back')
    const report = await requireReport(tx, citation.report)
    const id = citation.id ?? randomUUIDv7()
    writing.refuseQuotes(refusingQuoteAt('/quote'))
    const { position, length, claim } = await findCitationsEnd(tx, type, object)
    const fault = faultOfEvidence(withCitations({ count: position, length }, [citation]))
    if (fault) throw new DomainError('invalid', fault.message, [{ pointer: '/quote', ...fault }])
    const seq = await enterCitations(writing, [{ ...citation, id, report, of, position, claim }])
    const claims = await findClaimsCiting(tx, 'citation', id)
    await showAnew(tx, claims, seq)
    writing.changed(claims.map((claim) => ({ claim, what: 'added' as const })))
    return id
  })
}

/** @throws {DomainError} `invalid` if it is not a report; `conflict` if it is voided */
async function requireReport(tx: Db, reference: string): Promise<string> {
  const found = (await findAllReferences(tx, [reference])).find(({ type }) => type === 'report')
  if (found === undefined) {
    const message = `There is no report "${reference}" in the record.`
    throw new DomainError('invalid', message, [
      { pointer: '/report', code: 'unknown-reference', message },
    ])
  }
  if (found.isVoid) {
    const message = cannotReferTo({ ...found, into: found.mergedInto, since: found.voidedAt })
    throw new DomainError('conflict', message, [{ pointer: '/report', code: 'voided', message }])
  }
  return found.id
}
