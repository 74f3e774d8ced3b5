import type { ClaimId, LinkId } from '../domain/ids.ts'
import { relations, type Relation } from '../domain/kinds.ts'
import { groupOf } from './groups.ts'
import { isBinding } from './lifecycle.ts'
import { messages } from './link-rule-messages.ts'
import { conditions, linkRules, type JudgedLink, type LinkRule } from './link-rules.ts'
import { linksAt, targetClaim } from './links.ts'
import type { Change, RecordLink, RecordView } from './record.ts'

export interface BrokenRule {
  readonly link: LinkId
  readonly rule: LinkRule
  /** What is wrong, where, and what to do instead, addressed to the author of the link. */
  readonly message: string
}

/**
 * The rules of semantics.md §1.2 that some links would break. For a restatement, the links between
 * the claims that it unites in one group are checked too. Links voided or ended by their author
 * break no rule.
 */
export function brokenRules(record: RecordView, links: readonly LinkId[]): readonly BrokenRule[] {
  const judged = new Set(links)
  for (const id of links) for (const inner of linksWithinGroup(record, id)) judged.add(inner)
  return [...judged].flatMap((id) => {
    const link = record.link(id)
    if (link === undefined || !isBinding(link)) return []
    return rulesBrokenBy(record, link).map((rule) => ({
      link: id,
      rule,
      message: `${describe(link)}: ${messages[rule]}`,
    }))
  })
}

/**
 * The rules that the record breaks after some changes. Links nested too deeply before the rule
 * existed remain, and do not cause changes around them to be refused.
 */
export function rulesBrokenAfter(
  record: RecordView,
  changes: readonly Change[],
): readonly BrokenRule[] {
  const changed = new Set(changes.flatMap((change) => ('link' in change ? [change.link] : [])))
  return brokenRules(record, linksToJudge(record, changes)).filter(
    ({ rule, link }) => rule !== 'tower' || changed.has(link),
  )
}

/**
 * The links that may break a rule after some changes: new ones, and those at claims whose kind,
 * speaker, time or sides changed.
 */
export function linksToJudge(record: RecordView, changes: readonly Change[]): readonly LinkId[] {
  const judged = changes.flatMap((change) => {
    if ('link' in change) return [change.link]
    if ('source' in change) {
      return record
        .claimsOfSide(change.source)
        .flatMap((claim) => linksOf(record, claim, ['undercuts', 'supersedes', 'concedes']))
    }
    if (change.what !== 'amended') return []
    const ontoLinks = record.undercutsOfLinksOf(change.claim).map((link) => link.id)
    return linksOf(record, change.claim, relations).concat(ontoLinks)
  })
  return [...new Set(judged)]
}

function rulesBrokenBy(record: RecordView, link: RecordLink): readonly LinkRule[] {
  const from = record.claim(link.from)
  if (from === undefined) return []
  const judged: JudgedLink = {
    link,
    from,
    to: 'claim' in link.to ? record.claim(link.to.claim) : undefined,
    onto: 'link' in link.to ? record.link(link.to.link) : undefined,
  }
  const broken = linkRules.filter((rule) => conditions[rule](record, judged))
  return broken.includes('no-self-link') ? ['no-self-link'] : broken
}

function linksWithinGroup(record: RecordView, id: LinkId): readonly LinkId[] {
  const link = record.link(id)
  if (link?.relation !== 'restates' || link.voided || link.ended) return []
  const group = groupOf(record, link.from)
  return group
    .flatMap((member) => relations.flatMap((relation) => record.linksFrom(member, relation)))
    .filter((inner) => group.includes(targetClaim(inner) ?? ''))
    .map((inner) => inner.id)
}

function linksOf(
  record: RecordView,
  claim: ClaimId,
  relations: readonly Relation[],
): readonly LinkId[] {
  return relations.flatMap((relation) => linksAt(record, claim, relation).map((link) => link.id))
}

function describe({ relation, from, to }: RecordLink): string {
  const target = 'claim' in to ? `claim ${to.claim}` : `link ${to.link}`
  return `"${relation}" from claim ${from} to ${target}`
}
