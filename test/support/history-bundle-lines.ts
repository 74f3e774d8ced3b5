import { findWrittenLine } from '../../src/actions/bundle/written-lines.ts'
import type { Db } from '../../src/store/database/db.ts'
import { bundleAffiliation } from '../oracle/bundle-source.ts'
import type { Edit } from '../oracle/second-person.ts'
import { worldDate } from '../oracle/world-dates.ts'
import { lineOfSourceEdit, type SourceEdit } from './history-sources.ts'

/** What a line of a bundle can do: amend what stands under a ref, or anything else. */
export type Amendment = Extract<Edit, { claim: unknown; object: string } | { do: 'affiliations' }>
export type SourceAmendment = Extract<SourceEdit, { do: 'source kind' }>
export type BundledEdit =
  | Extract<Edit, { do: 'add claim' | 'add link' | 'withdraw' | 'end' }>
  | Amendment
  | SourceEdit

/** The line of a new object or of an ending. */
export function lineOf(
  edit: Exclude<BundledEdit, Amendment | SourceAmendment>,
  ref: string,
  citation: object,
): object {
  const over = { reason: 'For the test.', citation }
  switch (edit.do) {
    case 'add claim': {
      const { kind, speaker, about, at } = edit.claim
      const text = { text: `Claim ${ref} of a bundle`, lang: 'en', citations: [citation] }
      return { type: 'claim', ref, kind, speaker, about, assertedAt: worldDate(at), ...text }
    }
    case 'add link': {
      const { relation, from, to, change } = edit.link
      const citations = [citation]
      return { type: 'link', ref, relation, from, to, ...(change && { change }), citations }
    }
    case 'withdraw':
      return { type: 'withdrawal', claim: edit.object, at: edit.at, ...over }
    case 'end':
      return { type: 'end', link: edit.object, at: edit.at, ...over }
    case 'add source':
    case 'void source':
    case 'merge':
    case 'void merge':
      return lineOfSourceEdit(edit, ref)
  }
  return edit satisfies never
}

/** What is on record under a ref, with one field changed. */
export async function amendedLine(
  db: Db,
  edit: Amendment | SourceAmendment,
  ref: string,
): Promise<object> {
  const noun = edit.do === 'affiliations' || edit.do === 'source kind' ? 'source' : 'claim'
  const before = await findWrittenLine(db, noun, edit.object)
  const { uncited: _, ...line } = { uncited: undefined, ...before }
  return { ...line, ref, ...changed(edit) }
}

function changed(edit: Amendment | SourceAmendment): object {
  switch (edit.do) {
    case 'words':
      return { text: `Other words of ${edit.object}` }
    case 'speaker':
      return { speaker: edit.claim.speaker }
    case 'kind':
      return { kind: edit.claim.kind }
    case 'about':
      return { about: edit.claim.about }
    case 'date':
      return { assertedAt: worldDate(edit.claim.at) }
    case 'affiliations':
      return { affiliations: edit.affiliations.map(bundleAffiliation) }
    case 'source kind':
      return { kind: edit.isBody ? 'body' : 'company' }
  }
  return edit satisfies never
}
