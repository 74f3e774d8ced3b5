import type { Time } from './dates.ts'
import { groupsOf } from './groups.ts'
import { presentIn } from './present.ts'
import type { Claim, Link, PlainRecord } from './record.ts'
import { type Versions, versionsIn } from './versions.ts'
import { type Voices, voicesOf } from './voices.ts'

/** A record without what is voided or merged, with its links as they are read (§1.3). */
export interface Reading extends Voices {
  readonly entered: PlainRecord
  readonly versions: Versions
  readonly claims: readonly Claim[]
  /** "Every other link is read as from or onto cur of its claims"; `wording` links as entered. */
  readonly links: readonly Link[]
  claim(id: string): Claim
  findLink(id: string): Link | undefined
  at(id: string): Time
  group(id: string): readonly string[]
  isRuling(id: string): boolean
  /** The live links of a relation: neither voided nor ended (§1.2). */
  live(relation: Link['rel']): readonly Link[]
}

export function readingOf(record: PlainRecord): Reading {
  const entered = presentIn(record)
  const versions = versionsIn(entered)
  const { claims } = entered
  const isClaim = new Set(claims.map(({ id }) => id))
  const links = entered.links.map((link) =>
    isWording(link)
      ? link
      : {
          ...link,
          from: versions.last(link.from),
          to: isClaim.has(link.to) ? versions.last(link.to) : link.to,
        },
  )
  const claim = (id: string) => {
    const found = claims.find((each) => each.id === id)
    if (!found) throw new Error(`There is no claim ${id}.`)
    return found
  }
  return {
    ...voicesOf(entered.sources),
    entered,
    versions,
    claims,
    links,
    claim,
    findLink: (id) => links.find((link) => link.id === id),
    at: (id) => versions.at(id),
    group: groupsOf(claims, links),
    isRuling: (id) => claim(id).kind === 'ruling',
    live: (relation) => links.filter(({ rel, ended }) => rel === relation && !ended),
  }
}

export function isWording({ rel, change, ended }: Link): boolean {
  return rel === 'supersedes' && change === 'wording' && !ended
}
