import { amendObject } from '../../src/actions/amend-object.ts'
import { system } from '../../src/domain/actor.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { relations } from '../../src/domain/kinds.ts'
import type { Db } from '../../src/store/database/db.ts'
import { toBundleSteps } from '../oracle/bundle-steps.ts'
import { randomRecord } from '../oracle/random-record.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainRecord } from '../oracle/record.ts'
import { renamed } from '../oracle/renamed.ts'
import { withKinds } from './history-imports.ts'
import { importLines, importSteps, quiet } from './import.ts'
import { endLine, linkLine, mergeLine, voidLine, withdrawalLine } from './lines.ts'

/** The expected record as entered, and the merges in force. */
export interface Model {
  record: PlainRecord
  readonly reports: readonly string[]
  readonly merges: Map<string, Merge>
}

interface Merge {
  readonly from: string
  readonly into: string
}

/** A line to import or an amendment, and its effect on the model once it is accepted. */
type Change = Line | Amendment

interface Line {
  readonly line: object
  readonly apply: (refs: Readonly<Record<string, string>>) => void
}

interface Amendment {
  readonly claim: string
  readonly patch: Partial<Pick<PlainClaim, 'speaker' | 'about' | 'kind'>>
  readonly apply: () => void
}

/** In any version: there are no concurrent writers. */
const versions = Array.from({ length: 99 }, (_, index) => index + 1)

/** Enters a random record on which merges are tried. */
export async function enterRandom(db: Db, seed: number): Promise<Model> {
  const plain = randomRecord(seed, { sources: 5, claims: 12, links: 24 })
  const steps = toBundleSteps(plain, seed, `merged-${seed}`)
  const refs = await importSteps(db, steps)
  const record = renamed(withKinds(plain, steps), new Map(Object.entries(refs)))
  const reports = plain.sources.flatMap(({ id }) => refs[`report-${id}`] ?? [])
  return { record, reports, merges: new Map() }
}

/**
 * Tries a number of merges, voids of merges and, if requested, edits; yields after each accepted
 * one.
 */
export async function* play(
  db: Db,
  random: Random,
  model: Model,
  { changes, edits }: { readonly changes: number; readonly edits: number },
): AsyncGenerator<void> {
  for (let index = 0; index < changes; index++) {
    const change = random.chance(edits) ? randomEdit(random, model) : randomMerge(random, model)
    if (change && (await isAccepted(db, change))) yield
  }
}

function randomMerge(random: Random, model: Model): Change | undefined {
  if (model.merges.size > 0 && random.chance(0.25))
    return voidOf(model, random.pick([...model.merges.keys()]))
  const noun = random.pick(['source', 'source', 'claim', 'claim', 'claim', 'report'] as const)
  const { sources, claims } = model.record
  const ids = { source: sources, claim: claims, report: model.reports.map((id) => ({ id })) }[noun]
  const from = random.pick(ids).id
  const fitting = noun === 'claim' && random.chance(0.8) ? alike(model, from) : ids
  if (fitting.length === 0) return undefined
  const into = random.pick(fitting).id
  const id = crypto.randomUUID()
  return {
    line: mergeLine(noun, from, into, { id }),
    apply: () => model.merges.set(id, { from, into }),
  }
}

/** Claims with the same speaker as a claim, after merges. */
function alike(model: Model, id: string) {
  const { claims } = model.record
  const one = claims.find((claim) => claim.id === id)
  const speaker = survivor(model, one?.speaker)
  return claims.filter((claim) => claim.id !== id && survivor(model, claim.speaker) === speaker)
}

/** The survivor of a source. */
function survivor(model: Model, source: string | null | undefined): string | null {
  const merge = [...model.merges.values()].find(({ from }) => from === source)
  return merge ? survivor(model, merge.into) : (source ?? null)
}

function voidOf(model: Model, merge: string): Change {
  return {
    line: { type: 'void', merge, reason: 'They are two.' },
    apply: () => model.merges.delete(merge),
  }
}

/** An amendment, a link, an end or a void, which may name merged objects. */
function randomEdit(random: Random, model: Model): Change {
  const { claims, links } = model.record
  const [claim, other] = [random.pick(claims), random.pick(claims)]
  const link = links.length > 0 ? random.pick(links) : undefined
  const source = () => random.pick(model.record.sources)
  const what = random.pick([
    'link',
    'link',
    'link',
    'onto',
    'end',
    'void',
    'void claim',
    'withdraw',
    'speaker',
    'about',
    'kind',
  ])
  if (what === 'speaker')
    return amendment(model, claim.id, { speaker: random.chance(0.2) ? null : source().id })
  if (what === 'about')
    return amendment(model, claim.id, { about: [...new Set([source().id, source().id])] })
  if (what === 'kind' && claim.kind !== 'figure')
    return amendment(model, claim.id, {
      kind: random.pick(['fact', 'opinion', 'ruling', 'ruling']),
    })
  if (what === 'void claim') return ending(model, claim.id, 'voided')
  if (what === 'withdraw') return ending(model, claim.id, 'withdrawn')
  if (what === 'end' && link) return ending(model, link.id, 'ended')
  if (what === 'void' && link) return ending(model, link.id, 'voided')
  const isOnto = what === 'onto' && link !== undefined
  const relation = isOnto ? 'undercuts' : random.pick(relations)
  const to = isOnto ? { link: link.id } : { claim: other.id }
  return {
    line: linkLine('new', relation, claim.id, '', { to }),
    apply: ({ new: id = '' }) => {
      const entered = { id, relation, from: claim.id, to, ended: false, voided: false }
      model.record = { ...model.record, links: [...model.record.links, entered] }
    },
  }
}

function ending(model: Model, id: string, how: 'voided' | 'withdrawn' | 'ended'): Change {
  const isClaim = model.record.claims.some((claim) => claim.id === id)
  const line = {
    voided: voidLine(isClaim ? { claim: id } : { link: id }),
    withdrawn: withdrawalLine(id),
    ended: endLine(id),
  }[how]
  const changed = <Item extends { id: string }>(item: Item) =>
    item.id === id ? Object.assign({}, item, { [how]: true }) : item
  return {
    line,
    apply: () => {
      const { sources, claims, links } = model.record
      model.record = { sources, claims: claims.map(changed), links: links.map(changed) }
    },
  }
}

function amendment(model: Model, claim: string, patch: Amendment['patch']): Amendment {
  return {
    claim,
    patch,
    apply: () => {
      const claims = model.record.claims.map((each) =>
        each.id === claim ? Object.assign({}, each, changed(model, each, patch)) : each,
      )
      model.record = { ...model.record, claims }
    },
  }
}

/** What reads as before stays as it was entered. */
function changed(model: Model, claim: PlainClaim, patch: Amendment['patch']): Amendment['patch'] {
  const { speaker = claim.speaker, about = claim.about } = patch
  const read = (sources: readonly string[]) =>
    [...new Set(sources.map((source) => survivor(model, source)))].join()
  return {
    ...(patch.kind && { kind: patch.kind }),
    ...(survivor(model, speaker) !== survivor(model, claim.speaker) && { speaker }),
    ...(read(about) !== read(claim.about) && { about }),
  }
}

/** Enters a change; if the rules refuse it, the record stays as it was. */
async function isAccepted(db: Db, change: Change): Promise<boolean> {
  try {
    if ('line' in change) change.apply((await importLines(db, [change.line])).refs)
    else {
      await amendClaim(db, change.claim, change.patch)
      change.apply()
    }
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}

/** Plays to the end. */
export async function playAll(...played: Parameters<typeof play>): Promise<void> {
  const changes = play(...played)
  while (!(await changes.next()).done);
}

/**
 * One void may have to wait for another: two claims may have one voice only because their speakers
 * are merged.
 */
export async function voidAll(db: Db, random: Random, model: Model): Promise<void> {
  for (let before = Infinity; model.merges.size < before;) {
    before = model.merges.size
    for (const merge of random.shuffled([...model.merges.keys()]))
      await isAccepted(db, voidOf(model, merge))
  }
}

async function amendClaim(db: Db, id: string, patch: Amendment['patch']): Promise<void> {
  await amendObject(quiet(db), {
    actor: system,
    type: 'claim',
    id,
    versions,
    patch,
    confirm: ['new'],
    show: async () => ({}),
  })
}
