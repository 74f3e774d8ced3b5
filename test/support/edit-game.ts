import { dayAfter, worldDate } from '../oracle/world-dates.ts'
import { addCitation } from '../../src/actions/add-citation.ts'
import { addObject } from '../../src/actions/add-object.ts'
import { amendObject } from '../../src/actions/amend-object.ts'
import { findWrittenLine } from '../../src/actions/bundle/written-lines.ts'
import { endLife } from '../../src/actions/end-life.ts'
import { isSubmitted, type Submitted } from '../../src/actions/record/submissions.ts'
import type { Preview, WrittenObject } from '../../src/actions/write-object.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { newCitation } from '../../src/domain/citation.ts'
import { relations } from '../../src/domain/kinds.ts'
import { bundleLine } from '../../src/formats/bundle.ts'
import type { Db } from '../../src/store/database/db.ts'
import { bundleAffiliation } from '../oracle/bundle-source.ts'
import type { Random } from '../oracle/random.ts'
import type { PlainClaim, PlainLink, PlainRecord } from '../oracle/record.ts'
import type { Edit } from '../oracle/second-person.ts'
import { quiet } from './import.ts'
import { objectLine } from './object-line.ts'

/** The sources that may be named, and the report of all citations. */
export interface Ground {
  readonly sources: readonly string[]
  readonly court: string
  readonly report: string
}

const dayMs = 24 * 60 * 60 * 1000
const start = Date.parse('2025-03-01T00:00:00Z')
const versions = Array.from({ length: 99 }, (_, index) => index + 1)
const show = (_: Db, id: string) => Promise.resolve({ id })
/**
 * An edit of something on record; undefined if the randomly chosen object has nothing to change.
 */
export function randomEdit(random: Random, record: PlainRecord, ground: Ground): Edit | undefined {
  const claims = record.claims.filter(({ voided }) => !voided)
  const links = record.links.filter((link) => isStanding(record, link))
  const claim = claims.length > 0 ? random.pick(claims) : undefined
  const link = links.length > 0 ? random.pick(links) : undefined
  if (!claim || random.chance(0.2)) return { do: 'add claim', claim: randomClaim(random, ground) }
  if (random.chance(0.45)) return { do: 'add link', link: randomLink(random, claims, links) }
  const object = claim.id
  const edits: readonly (Edit | undefined)[] = [
    { do: 'cite', object },
    { do: 'translate', object },
    { do: claim.withdrawn ? 'void withdrawal' : 'withdraw', object },
    { do: 'void claim', object },
    link && { do: link.ended ? 'void end' : 'end', object: link.id },
    link && { do: 'void link', object: link.id },
    link && { do: random.chance(0.5) ? 'aspect' : 'note', object: link.id },
    { do: 'words', object, claim },
    { do: 'speaker', object, claim: { ...claim, speaker: random.pick(ground.sources) } },
    { do: 'kind', object, claim: { ...claim, kind: claim.kind === 'fact' ? 'opinion' : 'fact' } },
    { do: 'about', object, claim: { ...claim, about: [random.pick(ground.sources)] } },
    { do: 'date', object, claim: { ...claim, at: dayAfter(claim.at ?? start) } },
    {
      do: random.pick(['body', 'domain', 'rename', 'alias'] as const),
      object: random.pick(ground.sources),
    },
  ]
  const edit = random.pick(edits.filter((each) => each !== undefined))
  const isSame =
    (edit.do === 'speaker' && edit.claim.speaker === claim.speaker) ||
    (edit.do === 'about' && edit.claim.about.join() === claim.about.join())
  const isRuling = claim.kind === 'ruling' && (edit.do === 'speaker' || edit.do === 'kind')
  return isRuling || isSame ? undefined : edit
}

function randomClaim(random: Random, { sources, court }: Ground): PlainClaim {
  const kind = random.chance(0.1) ? 'ruling' : random.chance(0.15) ? 'opinion' : 'fact'
  const speaker = kind === 'ruling' ? court : random.pick(sources)
  const about = random.chance(0.7) ? [random.pick(sources)] : []
  const at = start + random.below(5) * dayMs
  return { id: '', kind, speaker, about, at, withdrawn: false, voided: false }
}

function randomLink(
  random: Random,
  claims: readonly PlainClaim[],
  links: readonly PlainLink[],
): PlainLink {
  const from = random.pick(claims).id
  const isOntoLink = links.length > 0 && random.chance(0.15)
  const to = isOntoLink ? { link: random.pick(links).id } : { claim: random.pick(claims).id }
  const relation = isOntoLink ? 'undercuts' : random.pick(relations)
  return { id: '', relation, from, to, ended: false, voided: false }
}

/** Neither voided, nor hanging on what is. */
export function isStanding(
  { claims, links }: PlainRecord,
  { from, to, voided }: PlainLink,
): boolean {
  const isThere = (id: string) => claims.some((claim) => claim.id === id && !claim.voided)
  if (voided || !isThere(from)) return false
  if ('claim' in to) return isThere(to.claim)
  return links.some(
    (link) => link.id === to.link && isStanding({ sources: [], claims, links }, link),
  )
}

/** The record after the edit; new objects have the id `new`. */
export function edited(record: PlainRecord, edit: Edit, id = 'new'): PlainRecord {
  const { claims, links } = record
  const claim = (change: Partial<PlainClaim>) => ({
    ...record,
    claims: claims.map((each) =>
      'object' in edit && each.id === edit.object ? { ...each, ...change } : each,
    ),
  })
  const link = (change: Partial<PlainLink>) => ({
    ...record,
    links: links.map((each) =>
      'object' in edit && each.id === edit.object ? { ...each, ...change } : each,
    ),
  })
  switch (edit.do) {
    case 'add claim':
      return { ...record, claims: [...claims, { ...edit.claim, id }] }
    case 'add link':
      return { ...record, links: [...links, { ...edit.link, id }] }
    case 'withdraw':
    case 'void withdrawal':
      return claim({ withdrawn: edit.do === 'withdraw' && (edit.at ?? true) })
    case 'void claim':
      return claim({ voided: true })
    case 'end':
    case 'void end':
      return link({ ended: edit.do === 'end' && (edit.at ?? true) })
    case 'void link':
      return link({ voided: true })
    case 'change':
      return link({ change: edit.change })
    case 'affiliations':
      return {
        ...record,
        sources: record.sources.map((source) =>
          source.id === edit.object ? { ...source, affiliations: edit.affiliations } : source,
        ),
      }
    case 'speaker':
    case 'kind':
    case 'about':
    case 'date':
      return claim(edit.claim)
    case 'cite':
    case 'translate':
    case 'aspect':
    case 'note':
    case 'words':
    case 'body':
    case 'domain':
    case 'rename':
    case 'alias':
      return record
  }
  return edit satisfies never
}

/** An edit as made through the service. */
export interface Performed {
  readonly edit: Edit
  readonly ground: Ground
  readonly count: number
  readonly preview?: Preview
}

type Answer = WrittenObject<{ id: string }> | Submitted

/** Makes the edit in the database, or previews it. */
export async function perform(
  db: Db,
  actor: Actor,
  performed: Performed,
): Promise<WrittenObject<{ id: string }>> {
  const answer = await make(db, actor, performed)
  if (isSubmitted(answer)) throw new Error('There is nobody to submit anything to.')
  return answer
}

async function make(
  db: Db,
  actor: Actor,
  { edit, ground, count, preview }: Performed,
): Promise<Answer> {
  const deps = quiet(db)
  const write = { actor, show, preview }
  const citation = { report: ground.report, quote: `Quote ${count}` }
  const end = async (id: string, value: object) => {
    const ending = bundleLine.parse({ ...value, reason: 'For the test.' })
    if (ending.type !== 'withdrawal' && ending.type !== 'end' && ending.type !== 'void')
      throw new Error('An ending was expected.')
    return endLife(deps, { ...write, id, versions, ending })
  }
  const amend = (type: 'claim' | 'link' | 'source', id: string, patch: Record<string, unknown>) =>
    amendObject(deps, {
      ...write,
      type,
      id,
      versions,
      patch,
    })
  const at = 'at' in edit && edit.at !== undefined ? edit.at : '2025-12-01'

  switch (edit.do) {
    case 'add claim': {
      const { kind, speaker, about, at: asserted } = edit.claim
      const said = { text: `Claim ${count}`, lang: 'en', citations: [citation] }
      const assertedAt = worldDate(asserted)
      const object = objectLine({ type: 'claim', kind, speaker, about, assertedAt, ...said })
      return addObject(deps, { ...write, object })
    }
    case 'add link': {
      const { relation, from, to, change } = edit.link
      const link = { relation, from, to, ...(change && { change }) }
      const object = objectLine({ type: 'link', ...link, citations: [citation] })
      return addObject(deps, { ...write, object })
    }
    case 'cite':
      return addCitation(deps, {
        ...write,
        of: { claim: edit.object },
        citation: newCitation.parse(citation),
      })
    case 'translate': {
      const text = { lang: `ko-x-t${count}`, text: `번역 ${count}`, by: 'human' }
      return translate(db, edit.object, text, (patch) => amend('claim', edit.object, patch))
    }
    case 'withdraw':
      return end(edit.object, { type: 'withdrawal', claim: edit.object, at, citation })
    case 'void withdrawal':
      return end(edit.object, { type: 'void', withdrawal: edit.object })
    case 'void claim':
      return end(edit.object, { type: 'void', claim: edit.object })
    case 'end':
      return end(edit.object, { type: 'end', link: edit.object, at })
    case 'void end':
      return end(edit.object, { type: 'void', end: edit.object })
    case 'void link':
      return end(edit.object, { type: 'void', link: edit.object })
    case 'aspect': {
      const before = await findWrittenLine(db, 'link', edit.object)
      const aspect = before?.['aspect'] === 'scope' ? 'timing' : 'scope'
      return amend('link', edit.object, { aspect })
    }
    case 'words':
      return amend('claim', edit.object, { text: `Other words ${count}` })
    case 'speaker':
      return amend('claim', edit.object, { speaker: edit.claim.speaker })
    case 'kind':
      return amend('claim', edit.object, { kind: edit.claim.kind })
    case 'about':
      return amend('claim', edit.object, { about: edit.claim.about })
    case 'body':
      return amend('source', edit.object, { kind: 'body' })
    case 'date':
      return amend('claim', edit.object, { assertedAt: worldDate(edit.claim.at) })
    case 'change':
      return amend('link', edit.object, { change: edit.change })
    case 'affiliations': {
      const affiliations = edit.affiliations.map(bundleAffiliation)
      return amend('source', edit.object, { affiliations })
    }
    case 'note':
      return amend('link', edit.object, { note: `Note ${count}` })
    case 'rename':
      return amend('source', edit.object, { name: `Name ${count} of ${edit.object}` })
    case 'alias':
      return amend('source', edit.object, { aliases: [`Alias ${count} of ${edit.object}`] })
    case 'domain':
      return amend('source', edit.object, { url: `https://home-${count}.example/` })
  }
  return edit satisfies never
}

/** A merge patch replaces whole lists, so existing translations are sent along. */
async function translate(
  db: Db,
  claim: string,
  text: { lang: string; text: string; by: string },
  amend: (patch: Record<string, unknown>) => Promise<Answer>,
): Promise<Answer> {
  const before = await findWrittenLine(db, 'claim', claim)
  const texts = before?.['texts']
  return amend({ texts: [...(Array.isArray(texts) ? texts : []), text] })
}
