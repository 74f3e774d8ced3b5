import { diffContributions } from '../../src/engine/diff.ts'
import type { Change } from '../../src/engine/record.ts'
import type { ChangedNodes } from '../../src/engine/touched.ts'
import type { PlainClaim, PlainLink, PlainRecord } from '../oracle/record.ts'
import type { WholeRecord } from './whole-record.ts'

/** One item of a record as it was before: absent, live, or differing in one respect. */
interface Before {
  readonly record: PlainRecord
  readonly changes: readonly Change[]
}

/** The record before a change that made it what it is. */
export function beforeChange(plain: PlainRecord, which: number, how: number): Before {
  const link = plain.links[which % Math.max(plain.links.length, 1)]
  const claim = plain.claims[which % plain.claims.length]
  const source = plain.sources[which % plain.sources.length]
  if (how % 4 === 0 && source?.affiliations.length) {
    const sources = plain.sources.map((one) =>
      one === source ? { ...one, affiliations: [] } : one,
    )
    return { record: { ...plain, sources }, changes: [{ source: source.id }] }
  }
  if (how % 4 === 1 && claim) return beforeClaimChange(plain, claim, how)
  return link ? beforeLinkChange(plain, link) : { record: plain, changes: [] }
}

function beforeClaimChange(plain: PlainRecord, claim: PlainClaim, how: number): Before {
  const withClaim = (changed: PlainClaim) => ({
    ...plain,
    claims: plain.claims.map((one) => (one === claim ? changed : one)),
  })
  if (claim.withdrawn) {
    const record = withClaim({ ...claim, withdrawn: false })
    return { record, changes: [{ claim: claim.id, what: 'withdrawn' }] }
  }
  if (claim.voided) {
    const links = plain.links.filter(
      ({ from, to }) => from === claim.id || ('claim' in to && to.claim === claim.id),
    )
    return {
      record: withClaim({ ...claim, voided: false }),
      changes: [{ claim: claim.id, what: 'voided' }, ...links.map(({ id }) => ({ link: id }))],
    }
  }
  const other = plain.sources[how % plain.sources.length]
  const record = withClaim({
    ...claim,
    speaker: other?.id ?? claim.speaker,
    at: (claim.at ?? 0) + 1,
  })
  return { record, changes: [{ claim: claim.id, what: 'amended' }] }
}

/** An ended or voided link was live; a live one was not there. */
function beforeLinkChange(plain: PlainRecord, link: PlainLink): Before {
  const wasLive = link.ended || link.voided
  const links = wasLive
    ? plain.links.map((one) => (one === link ? { ...one, ended: false, voided: false } : one))
    : plain.links.filter((one) => one !== link && !hangsFrom(plain, one, link))
  const gone = plain.links.filter((one) => one === link || hangsFrom(plain, one, link))
  return { record: { ...plain, links }, changes: gone.map(({ id }) => ({ link: id })) }
}

function hangsFrom(plain: PlainRecord, link: PlainLink, other: PlainLink): boolean {
  if ('claim' in link.to) return false
  const { to } = link
  const target = plain.links.find(({ id }) => id === to.link)
  return target !== undefined && (target === other || hangsFrom(plain, target, other))
}

/** The nodes that a change made others, by both records compiled from scratch. */
export function changedNodes(before: WholeRecord, after: WholeRecord): ChangedNodes {
  const all = [...before.contributions, ...after.contributions].flatMap(({ nodes }) => nodes)
  return {
    recompiled: diffContributions(before.contributions, after.contributions).recompiled,
    relabelled: all
      .filter(({ id }) => labelIn(before, id) !== labelIn(after, id))
      .map(({ meaning }) => meaning),
  }
}

function labelIn({ states }: WholeRecord, node: string) {
  return states.get(node)?.label ?? null
}
