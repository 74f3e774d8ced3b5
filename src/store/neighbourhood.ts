import { sql } from 'kysely'
import type { ClaimId, LinkId } from '../domain/ids.ts'
import type { Db } from './database/db.ts'

/** The size at which a walk stops, however much is left. */
export const neighbourhoodMax = { claims: 500, links: 2000 } as const

/** What is around a claim, by ids. A link comes with everything at its ends. */
export interface Neighbourhood {
  readonly claims: readonly ClaimId[]
  readonly links: readonly LinkId[]
  /** Claims all of whose links are included, as are all links onto these links. */
  readonly whole: ReadonlySet<ClaimId>
  /** Whether `neighbourhoodMax` stopped the walk, rather than its depth. */
  readonly isCut: boolean
}

/**
 * Walks from a claim over at most `depth` links, including links onto links. Voided links are not
 * followed.
 */
export async function loadNeighbourhood(
  db: Db,
  claim: ClaimId,
  depth: number,
): Promise<Neighbourhood> {
  const claims = new Set([claim])
  const links = new Map<LinkId, Step>()
  let isCut = false
  let wave: Wave = { claims: [claim], links: [] }
  for (let left = depth; left > 0 && wave.claims.length + wave.links.length > 0; left--) {
    const steps = await loadStepsAt(db, wave)
    isCut ||= steps.length > neighbourhoodMax.links
    const targets = new Map((await loadTargets(db, steps)).map((step) => [step.id, step]))
    const next: { claims: ClaimId[]; links: LinkId[] } = { claims: [], links: [] }
    for (const step of steps) {
      const added = withTargets(step, targets).filter(({ id }) => !links.has(id))
      const ends = [...new Set(added.flatMap(endsOf))].filter((end) => !claims.has(end))
      if (
        claims.size + ends.length > neighbourhoodMax.claims ||
        links.size + added.length > neighbourhoodMax.links
      ) {
        isCut = true
        continue
      }
      for (const end of ends) claims.add(end)
      for (const each of added) links.set(each.id, each)
      next.claims.push(...ends)
      next.links.push(...added.map(({ id }) => id))
    }
    wave = next
  }
  const whole = await findWhole(db, claims, links)
  return { claims: [...claims], links: [...links.keys()], whole, isCut }
}

interface Wave {
  readonly claims: readonly ClaimId[]
  readonly links: readonly LinkId[]
}

/** A link as the walk sees it. */
interface Step {
  readonly id: LinkId
  readonly from: ClaimId
  readonly toClaim: ClaimId | null
  readonly toLink: LinkId | null
}

const stepColumns = sql`link.id, from_claim as "from", to_claim as "toClaim", to_link as "toLink"`

/** The links that start at or target these, oldest first. */
async function loadStepsAt(db: Db, { claims, links }: Wave): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select ${stepColumns} from link where from_claim = any(${claims}::uuid[]) and not is_void
    union
    select ${stepColumns} from link where to_claim = any(${claims}::uuid[]) and not is_void
    union
    select ${stepColumns} from link where to_link = any(${links}::uuid[]) and not is_void
    order by id
    limit ${neighbourhoodMax.links + 1}
  `.execute(db)
  return rows
}

/** The targets of some links that are links themselves, recursively. */
async function loadTargets(db: Db, steps: readonly Step[]): Promise<Step[]> {
  const targets = steps.flatMap(({ toLink }) => toLink ?? [])
  if (targets.length === 0) return []
  const { rows } = await sql<Step>`
    with recursive target (id) as (
      select unnest(${targets}::uuid[])
      union
      select link.to_link from target join link on link.id = target.id where link.to_link is not null
    )
    select ${stepColumns} from target join link on link.id = target.id
  `.execute(db)
  return rows
}

function withTargets(step: Step, targets: ReadonlyMap<LinkId, Step>): Step[] {
  const target = step.toLink === null ? undefined : targets.get(step.toLink)
  return target ? [step, ...withTargets(target, targets)] : [step]
}

function endsOf({ from, toClaim }: Step): ClaimId[] {
  return toClaim === null ? [from] : [from, toClaim]
}

async function findWhole(
  db: Db,
  claims: ReadonlySet<ClaimId>,
  links: ReadonlyMap<LinkId, Step>,
): Promise<ReadonlySet<ClaimId>> {
  const known = [...links.keys()]
  const { rows } = await sql<{ id: string }>`
    select item.id from unnest(${[...claims, ...known]}::uuid[]) as item (id)
    where exists (${otherLinks('from_claim', known)})
      or exists (${otherLinks('to_claim', known)})
      or exists (${otherLinks('to_link', known)})
  `.execute(db)
  const open = new Set(rows.map(({ id }) => id))
  // If something is missing onto a link, the link that this one targets is incomplete too.
  for (let spread = [...open]; spread.length > 0;) {
    spread = spread.flatMap((id) => links.get(id)?.toLink ?? []).filter((id) => !open.has(id))
    for (const id of spread) open.add(id)
  }
  const touched = new Set([...links.values()].filter(({ id }) => open.has(id)).flatMap(endsOf))
  return new Set([...claims].filter((id) => !open.has(id) && !touched.has(id)))
}

function otherLinks(column: 'from_claim' | 'to_claim' | 'to_link', known: readonly LinkId[]) {
  return sql`
    select from link
    where ${sql.ref(column)} = item.id and not is_void and not link.id = any(${known}::uuid[])
  `
}

/** What is left of a neighbourhood with only these claims: links go with what they name. */
export function cutTo<L extends Step>(
  kept: ReadonlySet<ClaimId>,
  { claims, whole }: Neighbourhood,
  links: readonly L[],
): { readonly around: Neighbourhood; readonly links: readonly L[] } {
  const byId = new Map(links.map((link) => [link.id, link]))
  const stays = (link: L): boolean => {
    if (!endsOf(link).every((end) => kept.has(end))) return false
    const target = link.toLink === null ? undefined : byId.get(link.toLink)
    return link.toLink === null || (target !== undefined && stays(target))
  }
  const left = links.filter(stays)
  const remaining = new Set(left)
  const gone = links.filter((link) => !remaining.has(link))
  const touched = new Set(gone.flatMap((link) => endsAlong(link, byId)))
  const around = {
    claims: claims.filter((id) => kept.has(id)),
    links: left.map(({ id }) => id),
    whole: new Set([...whole].filter((id) => kept.has(id) && !touched.has(id))),
    isCut: true,
  }
  return { around, links: left }
}

/** The claims at the ends of a link and of the links that it targets. */
function endsAlong<L extends Step>(link: L, byId: ReadonlyMap<LinkId, L>): ClaimId[] {
  const target = link.toLink === null ? undefined : byId.get(link.toLink)
  return [...endsOf(link), ...(target ? endsAlong(target, byId) : [])]
}
