import type { ClaimId, LinkId } from '../../domain/ids.ts'
import { relations, type Relation } from '../../domain/kinds.ts'
import { isLive } from '../reading/lifecycle.ts'
import { messages } from './link-rule-messages.ts'
import {
  conditions,
  enteredConditions,
  isEnteredRule,
  linkRules,
  type JudgedLink,
  type LinkRule,
} from './link-rules.ts'
import { linksAt, targetClaim } from '../record/links.ts'
import { readingOf, type Reading } from '../reading/reading.ts'
import type { Change, RecordLink, RecordView } from '../record/record.ts'
import { unionReading } from '../reading/union-reading.ts'
import { isWording } from '../reading/versions.ts'

export interface BrokenRule {
  readonly link: LinkId
  readonly rule: LinkRule
  /** What is wrong, where, and what to do instead, addressed to the author of the link. */
  readonly message: string
}

/**
 * The rules of 1.2 that some links would break. For a restatement, the links between the claims
 * that it unites in one group are checked too. Links voided or ended by their author break no rule.
 */
export function brokenRules(record: RecordView, links: readonly LinkId[]): readonly BrokenRule[] {
  const reading = readingOf(record)
  const judged = new Set(links)
  for (const id of links) for (const inner of linksWithinGroup(reading, id)) judged.add(inner)
  return [...judged].flatMap((id) => {
    const entered = record.link(id)
    if (entered === undefined || !isLive(entered)) return []
    return rulesBrokenBy(reading, entered).map((rule) => ({
      link: id,
      rule,
      message: `${describe(entered)}: ${messages[rule]}`,
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
  return brokenRules(record, linksToJudge(record, changes)).flatMap((broken) => {
    if (changed.has(broken.link)) return [broken]
    if (broken.rule === 'tower') return []
    return [{ ...broken, message: `${broken.message} ${endFirst}` }]
  })
}

/**
 * The links that may break a rule after some changes: new ones, and those at claims whose kind,
 * speaker, time, sides or versions changed.
 */
function linksToJudge(record: RecordView, changes: readonly Change[]): readonly LinkId[] {
  const union = unionReading(record, changes)
  const judged = changes.flatMap((change) => {
    if ('source' in change) {
      return union.claimsOfSide(change.source).flatMap((claim) => linksOf(union, claim, ofVoices))
    }
    if ('claim' in change) {
      return change.what === 'amended' ? linksOf(union, change.claim, relations) : []
    }
    const link = union.link(change.link)
    const isReworded = link !== undefined && isWording(link)
    return isReworded ? [link.id, ...linksOf(union, link.from, relations)] : [change.link]
  })
  return [...new Set(judged)]
}

/** For a link that was there before, which the change would make break a rule. */
const endFirst = 'That link is on record already: to make this change, end or void it first.'

/** The relations whose rules ask who speaks for whom. */
const ofVoices: readonly Relation[] = ['undercuts', 'supersedes', 'concedes']

function rulesBrokenBy(reading: Reading, entered: RecordLink): readonly LinkRule[] {
  const link = reading.link(entered.id)
  const asEntered = judgedAs(reading, entered)
  const asRead = link && judgedAs(reading, link)
  if (asEntered === undefined || asRead === undefined) return []
  if (asEntered.from.id === asEntered.to?.id) return ['no-self-link']
  return linkRules.filter((rule) =>
    isEnteredRule(rule)
      ? enteredConditions[rule](reading, asEntered)
      : conditions[rule](reading, asRead),
  )
}

function judgedAs(reading: Reading, link: RecordLink): JudgedLink | undefined {
  const from = reading.claim(link.from)
  return (
    from && {
      link,
      from,
      to: 'claim' in link.to ? reading.claim(link.to.claim) : undefined,
      onto: 'link' in link.to ? reading.link(link.to.link) : undefined,
    }
  )
}

function linksWithinGroup(reading: Reading, id: LinkId): readonly LinkId[] {
  const link = reading.link(id)
  if (link?.relation !== 'restates' || !isLive(link)) return []
  const group = reading.group(link.from)
  return group
    .flatMap((member) => relations.flatMap((relation) => reading.linksFrom(member, relation)))
    .filter((inner) => group.includes(targetClaim(inner) ?? ''))
    .map((inner) => inner.id)
}

/**
 * The links of some relations at any version of a claim, as read and as entered, and the undercuts
 * onto links that end there.
 */
function linksOf(
  union: Reading,
  claim: ClaimId,
  relations: readonly Relation[],
): readonly LinkId[] {
  const { all, current } = union.versions(claim)
  const links = relations.flatMap((relation) => [
    ...linksAt(union, current, relation),
    ...all.flatMap((version) => linksAt(union.entered, version, relation)),
  ])
  return [...links, ...union.undercutsOfLinksOf(current)].map(({ id }) => id)
}

function describe({ id, relation, from, to }: RecordLink): string {
  const target = 'claim' in to ? `claim ${to.claim}` : `link ${to.link}`
  return `Link ${id}, "${relation}" from claim ${from} to ${target}`
}
