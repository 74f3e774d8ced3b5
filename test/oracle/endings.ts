import { withoutVoided, type PlainRecord } from './record.ts'

/** A withdrawn claim, an ended link, or something voided: a line of its own in a bundle. */
export type Ending =
  | { type: 'withdrawal'; claim: string }
  | { type: 'end'; link: string }
  | { type: 'void'; claim: string }
  | { type: 'void'; link: string }

/**
 * The endings in a record, without those that a void makes moot: the withdrawal of a voided claim,
 * and everything that happened to a link voided with its claim or link.
 */
export function endingsOf(record: PlainRecord): Ending[] {
  const kept = withoutVoided(record)
  const endings: Ending[] = []
  for (const { id, voided, withdrawn } of record.claims) {
    if (voided) endings.push({ type: 'void', claim: id })
    else if (withdrawn) endings.push({ type: 'withdrawal', claim: id })
  }
  for (const link of record.links) {
    if (link.voided) {
      const unvoided = { ...link, voided: false }
      const links = record.links.map((other) => (other === link ? unvoided : other))
      const isOnlyVoid = withoutVoided({ ...record, links }).links.includes(unvoided)
      if (isOnlyVoid) endings.push({ type: 'void', link: link.id })
    } else if (link.ended && kept.links.includes(link)) {
      endings.push({ type: 'end', link: link.id })
    }
  }
  return endings
}
