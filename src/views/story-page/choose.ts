import { countering } from '../../domain/counterpoint.ts'
import type { ClaimId, LinkId } from '../../domain/ids.ts'
import type { Relation } from '../../domain/kinds.ts'
import { compareStarts, worldTimeOf } from '../../domain/world-time.ts'
import type { StoryClaimRow, StoryLinkRow } from '../../store/story-graph.ts'

/** A link with the claim that it bears on: of a link onto a link, where that starts. */
interface Bearing {
  readonly from: ClaimId
  readonly onto: ClaimId
  readonly relation: Relation
  /** Whether it leads to that claim itself. */
  readonly isDirect: boolean
}

/**
 * The links that can be drawn between some claims: both ends are there, and of a link onto a link
 * the other one, too.
 */
export function linksAmong(
  claims: ReadonlySet<ClaimId>,
  links: readonly StoryLinkRow[],
): readonly StoryLinkRow[] {
  const byId = new Map(links.map((link) => [link.id, link]))
  const known = new Map<LinkId, boolean>()
  const isDrawn = (link: StoryLinkRow): boolean => {
    const before = known.get(link.id)
    if (before !== undefined) return before
    // A link never leads back to itself; should one, it is not drawn.
    known.set(link.id, false)
    const target = link.toLink === null ? undefined : byId.get(link.toLink)
    const isEnded =
      link.toClaim === null
        ? target !== undefined && isDrawn(target)
        : claims.has(link.toClaim) && link.toClaim !== link.from
    const result = claims.has(link.from) && isEnded
    known.set(link.id, result)
    return result
  }
  return links.filter(isDrawn)
}

function bearingsOf(links: readonly StoryLinkRow[]): readonly Bearing[] {
  const starts = new Map(links.map(({ id, from }) => [id, from]))
  return links.flatMap(({ from, toClaim, toLink, relation }) => {
    const onto = toClaim ?? (toLink === null ? undefined : starts.get(toLink))
    return onto === undefined || onto === from
      ? []
      : [{ from, onto, relation, isDirect: toClaim !== null }]
  })
}

const answering: ReadonlySet<Relation> = new Set(countering)

/**
 * The claims that most others answer, at most `max`; answers to a claim itself count before those to
 * a step that it takes. Two claims that answer each other are shown once: the other one is left out
 * if it has no further answers.
 */
export function mostAnswered(
  claims: readonly StoryClaimRow[],
  links: readonly StoryLinkRow[],
  max: number,
): readonly ClaimId[] {
  const answers = bearingsOf(links).filter(({ relation }) => answering.has(relation))
  const byHead = Map.groupBy(answers, ({ onto }) => onto)
  const heads = claims
    .flatMap(({ id, assertedAt }) => {
      const all = byHead.get(id) ?? []
      const own = new Set(all.map(({ from }) => from))
      const direct = new Set(all.flatMap(({ from, isDirect }) => (isDirect ? from : []))).size
      return own.size === 0 ? [] : [{ id, own, direct, at: worldTimeOf(assertedAt) }]
    })
    .toSorted((a, b) => b.direct - a.direct || b.own.size - a.own.size || compareStarts(a.at, b.at))
  const shown = new Set<string>()
  const chosen: ClaimId[] = []
  for (const { id, own } of heads) {
    const pairs = [...own].map((each) => [id, each].toSorted().join(' '))
    if (chosen.length === max || pairs.every((pair) => shown.has(pair))) continue
    for (const pair of pairs) shown.add(pair)
    chosen.push(id)
  }
  return chosen
}

/** An answer to a step that a claim takes: to a link that starts there. */
export interface StepAnswer {
  readonly claim: ClaimId
  readonly link: StoryLinkRow
  /** The claim that the step leads to. */
  readonly step: ClaimId
}

/** The answers to the steps of a claim, one for each claim that answers. */
export function answersToSteps(
  head: ClaimId,
  links: readonly StoryLinkRow[],
): readonly StepAnswer[] {
  const steps = new Map(
    links.flatMap(({ id, from, toClaim }) =>
      from === head && toClaim !== null ? [[id, toClaim] as const] : [],
    ),
  )
  const all = links.flatMap((link) => {
    const step = link.toLink === null ? undefined : steps.get(link.toLink)
    return step === undefined || link.from === head ? [] : [{ claim: link.from, link, step }]
  })
  return [...new Map(all.map((each) => [each.claim, each])).values()]
}

/** The claims with the most links among each other, at most `max`, in the order of the story. */
export function mostLinked(
  claims: readonly StoryClaimRow[],
  links: readonly StoryLinkRow[],
  max: number,
): { readonly ids: readonly ClaimId[]; readonly linked: number } {
  const ends = bearingsOf(links).flatMap(({ from, onto }) => [from, onto])
  const degrees = new Map([...Map.groupBy(ends, (id) => id)].map(([id, all]) => [id, all.length]))
  const linked = claims.map(({ id }) => id).filter((id) => degrees.has(id))
  const chosen = new Set(
    linked.toSorted((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0)).slice(0, max),
  )
  return { ids: linked.filter((id) => chosen.has(id)), linked: linked.length }
}

/** Figures that contradict each other, in groups: at most `max`, each with at most `size` of them. */
export function conflictsAmong(
  claims: readonly StoryClaimRow[],
  links: readonly StoryLinkRow[],
  { max, size }: { readonly max: number; readonly size: number },
): readonly (readonly ClaimId[])[] {
  const figures = claims
    .filter(({ kind, figuresConflict }) => kind === 'figure' && figuresConflict)
    .map(({ id }) => id)
  const near = new Map<ClaimId, ClaimId[]>(figures.map((id) => [id, []]))
  for (const { relation, from, toClaim } of links) {
    if (relation !== 'rebuts' || toClaim === null) continue
    const [one, other] = [near.get(from), near.get(toClaim)]
    if (one === undefined || other === undefined) continue
    one.push(toClaim)
    other.push(from)
  }
  const seen = new Set<ClaimId>()
  const groups = figures.map((first) => {
    const group = seen.has(first) ? [] : [first]
    for (const id of group) seen.add(id)
    for (const id of group)
      for (const next of near.get(id) ?? []) if (!seen.has(next)) group.push(seen.add(next) && next)
    return group
  })
  return groups
    .filter((group) => group.length > 1)
    .slice(0, max)
    .map((group) => group.slice(0, size))
}
