import type { Random } from '../oracle/random.ts'
import type { PlainRecord } from '../oracle/record.ts'
import { worldDate } from '../oracle/world-dates.ts'
import type { Edit } from '../oracle/second-person.ts'
import { edited } from './edit-game.ts'
import type { Bodies } from './history-claims.ts'
import { randomHistoryEdit } from './history-edits.ts'

/** Edits that one bundle makes, and the record after them, with refs as the ids of new objects. */
export interface BundledEdits {
  readonly edits: readonly BundledEdit[]
  readonly lines: readonly object[]
  readonly after: PlainRecord
}

type BundledEdit = Extract<Edit, { do: 'add claim' | 'add link' | 'withdraw' | 'end' }>

/** Some edits of different objects; links may join claims of the same bundle. */
export function randomBundle(
  random: Random,
  record: PlainRecord,
  { bodies, report, count }: { bodies: Bodies; report: string; count: number },
): BundledEdits {
  const edits: BundledEdit[] = []
  const lines: object[] = []
  let after = record
  const wanted = 2 + random.below(5)
  while (edits.length < wanted) {
    const edit = randomHistoryEdit(random, after, bodies)
    if (!edit || !isBundled(edit) || !isOfRecord(record, edit)) continue
    const ref = `${count}-${edits.length}`
    edits.push(edit)
    lines.push(lineOf(edit, ref, { report, quote: `Quote ${ref}` }))
    after = edited(after, edit, ref)
  }
  return { edits, lines, after }
}

function isBundled(edit: Edit): edit is BundledEdit {
  return ['add claim', 'add link', 'withdraw', 'end'].includes(edit.do)
}

/** What a bundle enters does not end in it. What already ended in it is not taken back again. */
function isOfRecord({ claims, links }: PlainRecord, edit: BundledEdit): boolean {
  return !('object' in edit) || [...claims, ...links].some(({ id }) => id === edit.object)
}

function lineOf(edit: BundledEdit, ref: string, citation: object): object {
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
  }
  return edit satisfies never
}
