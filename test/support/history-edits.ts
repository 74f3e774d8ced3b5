import { affiliationRelations } from '../../src/domain/kinds.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainAffiliation, PlainRecord } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { isStanding } from './edit-game.ts'
import { editOfClaim, mayBeMade, randomClaim, type Bodies } from './history-claims.ts'
import { dates } from './history-dates.ts'
import { editOfLink, randomLink } from './history-links.ts'

type Do = Edit['do'] | 'take back a claim' | 'take back a link'

/** How often each is tried. Those of the last lines change nothing that the rules read. */
const weights: Readonly<Record<Exclude<Do, Ended | 'body' | 'domain'>, number>> = {
  'add claim': 14,
  'add link': 34,
  'take back a claim': 5,
  'void claim': 2,
  'take back a link': 7,
  'void link': 4,
  change: 6,
  speaker: 6,
  kind: 5,
  about: 5,
  date: 8,
  affiliations: 12,
  words: 1,
  cite: 1,
  translate: 1,
  aspect: 1,
  note: 1,
  rename: 1,
  alias: 1,
}
type Ended = 'withdraw' | 'void withdrawal' | 'end' | 'void end'
const tried = Object.keys(weights).filter((key): key is keyof typeof weights => key in weights)

/**
 * A change of anything that the rules read, which only they may refuse; undefined if the randomly
 * chosen object has nothing to change.
 */
export function randomHistoryEdit(
  random: Random,
  record: PlainRecord,
  bodies: Bodies,
): Edit | undefined {
  const claims = record.claims.filter(({ voided }) => !voided)
  const links = record.links.filter((link) => isStanding(record, link))
  const what = random.weighted(tried, weights)
  if (claims.length === 0 || what === 'add claim')
    return { do: 'add claim', claim: randomClaim(random, record, bodies) }
  if (what === 'add link') return { do: what, link: randomLink(random, claims, links) }
  if (what === 'affiliations') return editOfAffiliations(random, record)
  if (what === 'rename' || what === 'alias')
    return { do: what, object: random.pick(record.sources).id }
  const edit = ofLinks.has(what)
    ? editOfLink(random, what, links)
    : editOfClaim(random, what, { record, bodies, claim: random.pick(claims) })
  return edit && mayBeMade(record, edit, bodies) ? edit : undefined
}

const ofLinks: ReadonlySet<string> = new Set([
  'take back a link',
  'void link',
  'change',
  'aspect',
  'note',
])

/** Adds, changes or removes one. */
function editOfAffiliations(random: Random, { sources }: PlainRecord): Edit {
  const { id: object, affiliations } = random.pick(sources)
  const others = sources.filter(({ id }) => id !== object)
  const [gone] = random.shuffled(affiliations)
  const kept = random.chance(0.6) ? affiliations.filter((each) => each !== gone) : affiliations
  const isRemoval = kept.length < affiliations.length && random.chance(0.4)
  const added: PlainAffiliation[] = isRemoval
    ? []
    : [
        {
          relation: random.pick(affiliationRelations),
          to: random.pick(others).id,
          ...(random.chance(0.35) && { from: random.pick(dates) }),
          ...(random.chance(0.35) && { until: random.pick(dates) }),
        },
      ]
  return { do: 'affiliations', object, affiliations: [...kept, ...added] }
}
