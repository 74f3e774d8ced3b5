import { isDeepStrictEqual } from 'node:util'
import type { Random } from '../oracle/random.ts'
import type { PlainAffiliation, PlainRecord } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { isStanding } from './edit-game.ts'
import { editOfClaim, mayBeMade, randomClaim, type Bodies } from './history-claims.ts'
import { editOfLink, randomLink } from './history-links.ts'
import { randomAffiliation, standingSources, survivorOf } from './history-sources.ts'

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
    return { do: what, object: random.pick(standingSources(record)).id }
  const edit = ofLinks.has(what)
    ? editOfLink(random, what, links)
    : editOfClaim(random, what, { record, bodies, claim: random.pick(claims) })
  return edit && mayBeMade(record, edit) ? edit : undefined
}

const ofLinks: ReadonlySet<string> = new Set([
  'take back a link',
  'void link',
  'change',
  'aspect',
  'note',
])

/** Adds, changes or removes one. */
function editOfAffiliations(random: Random, record: PlainRecord): Edit | undefined {
  const { id: object, affiliations } = random.pick(standingSources(record))
  const [gone] = random.shuffled(affiliations)
  const kept = random.chance(0.6) ? affiliations.filter((each) => each !== gone) : affiliations
  const isRemoval = kept.length < affiliations.length && random.chance(0.4)
  const added = isRemoval ? [] : [randomAffiliation(random, record, object)]
  const edit: Edit = { do: 'affiliations', object, affiliations: [...kept, ...added] }
  const read = asNamed(record)
  return isDeepStrictEqual(read(edit.affiliations), read(affiliations)) ? undefined : edit
}

/** With the names that readers see: sending them back changes nothing. */
function asNamed(record: PlainRecord) {
  const survivor = survivorOf(record)
  return (affiliations: readonly PlainAffiliation[]) =>
    affiliations.map(({ relation, to, from = null, until = null }) => {
      return { relation, to: survivor(to), from, until }
    })
}
