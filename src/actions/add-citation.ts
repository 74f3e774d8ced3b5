import { randomUUIDv7 } from 'node:crypto'
import type { NewCitation } from '../domain/citation.ts'
import { DomainError } from '../domain/errors.ts'
import { findCitationsEnd } from '../store/citations.ts'
import { findReferences } from '../store/references.ts'
import { findClaimsCiting, showAnew } from '../store/lives.ts'
import { enterCitations } from './bundle/enter.ts'
import type { Deps } from './deps.ts'
import {
  refuseRedacted,
  requireLasting,
  requireObject,
  writeObject,
  type ObjectWrite,
} from './write-object.ts'
import type { Answer } from './write-record.ts'

/** More evidence for a claim or a link that is already there. */
export async function addCitation(
  deps: Deps,
  write: ObjectWrite & {
    readonly of: { readonly claim: string } | { readonly link: string }
    readonly citation: NewCitation
  },
): Promise<Answer> {
  const { of, citation } = write
  const [type, object] =
    'claim' in of ? (['claim', of.claim] as const) : (['link', of.link] as const)
  return writeObject(deps, write, 201, async (writing) => {
    const { tx } = writing
    await requireObject(tx, type, object)
    await requireLasting(tx, object)
    await refuseRedacted(tx, object, 'and a new quote would bring them back')
    const report = (await findReferences(tx, 'report', [citation.report])).get(citation.report)
    if (report === undefined) {
      const message = `There is no report "${citation.report}" in the record.`
      throw new DomainError('invalid', message, [
        { pointer: '/report', code: 'unknown-reference', message },
      ])
    }
    const id = citation.id ?? randomUUIDv7()
    const { position, claim } = await findCitationsEnd(tx, type, object)
    const seq = await enterCitations(writing, [{ ...citation, id, report, of, position, claim }])
    const claims = await findClaimsCiting(tx, 'citation', id)
    await showAnew(tx, claims, seq)
    writing.changed(...claims.map((claim) => ({ claim, what: 'added' as const })))
    return id
  })
}
