import { relations, type Relation } from '../../src/domain/kinds.ts'
import type { Affiliation } from '../../src/engine/affiliations.ts'
import type { RecordClaim, RecordLink } from '../../src/engine/record.ts'

/** A claim of a small record: `aClaim('D', 'MS', { about: ['MS'] })`. */
export function aClaim(
  id: string,
  speaker: string,
  more: Partial<Omit<RecordClaim, 'id' | 'speaker'>> = {},
): RecordClaim {
  return {
    id,
    speaker,
    kind: 'fact',
    about: [],
    assertedAt: 0,
    withdrawn: false,
    voided: false,
    ...more,
  }
}

/** A link of a small record, `'2: N undercuts #1'`; # means that the target is a link. */
export function aLink(
  text: string,
  more: Partial<Pick<RecordLink, 'ended' | 'voided'>> = {},
): RecordLink {
  const [, id = '', from = '', relation = '', hash, to = ''] =
    /^(\w+): (\w+) (\w+) (#?)(\w+)$/.exec(text) ?? []
  return {
    id,
    relation: relationNamed(relation),
    from,
    to: hash ? { link: to } : { claim: to },
    ended: false,
    voided: false,
    ...more,
  }
}

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
  more: Partial<Pick<Affiliation, 'fromMs' | 'untilMs'>> = {},
): Affiliation {
  return { source, relation, to, fromMs: null, untilMs: null, ...more }
}
