import { relations, type Relation } from '../../src/domain/kinds.ts'
import type { Affiliation } from '../../src/engine/record/affiliations.ts'
import { worldTimeOf, type WorldTime } from '../../src/domain/world-time.ts'
import type { RecordClaim, RecordLink } from '../../src/engine/record/record.ts'

/** A claim of a small record: `aClaim('D', 'MS', { about: ['MS'] })`. */
export function aClaim(
  id: string,
  speaker: string | null,
  more: Partial<Omit<RecordClaim, 'id' | 'speaker'>> = {},
): RecordClaim {
  return {
    id,
    speaker,
    kind: 'fact',
    about: [],
    assertedAt: instant(0),
    withdrawn: false,
    voided: false,
    points: [],
    ...more,
  }
}

/**
 * A link of a small record, `'2: N undercuts #1'`, where # means that the target is a link, or
 * `'3: N supersedes M (wording)'`.
 */
export function aLink(
  text: string,
  more: Partial<Omit<RecordLink, 'id' | 'relation' | 'from' | 'to'>> = {},
): RecordLink {
  const [, id = '', from = '', relation = '', hash, to = '', wording] =
    /^(\w+): (\w+) (\w+) (#?)(\w+)( \(wording\))?$/.exec(text) ?? []
  return {
    id,
    relation: relationNamed(relation),
    from,
    to: hash ? { link: to } : { claim: to },
    change: wording ? 'wording' : 'substance',
    ...saysNothing,
    ended: false,
    voided: false,
    ...more,
  }
}

/** What a link says as an answer, by default. */
export const saysNothing = { response: null, meets: [], aspect: null } as const

function relationNamed(name: string): Relation {
  const relation = relations.find((relation) => relation === name)
  if (relation === undefined) throw new Error(`There is no relation "${name}".`)
  return relation
}

/** An affiliation without dates by default. */
export function anAffiliation(
  source: string,
  relation: Affiliation['relation'],
  to: string,
  more: Partial<Pick<Affiliation, 'from' | 'until'>> = {},
): Affiliation {
  return { source, relation, to, from: unknown, until: unknown, ...more }
}

const unknown = worldTimeOf(null)

/** The n-th of some instants that follow each other. */
export function instant(n: number): WorldTime {
  return worldTimeOf(new Date(n).toISOString())
}
