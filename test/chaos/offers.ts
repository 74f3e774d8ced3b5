import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Random } from '../oracle/random.ts'
import { claimLine, reportLine, sourceLine } from '../support/lines.ts'
import { randomImport, type Arena } from '../support/random-import.ts'
import type { Offer } from './ledger.ts'

/** What the writers change together, and a report to cite. */
export interface Ground extends Arena {
  readonly report: string
}

const importPath = '/v1/import'
const speakers = ['paper', 'firm', 'lab', 'court', 'subsidiary']

/** Adds a mark to a text, by which its write can be recognised. */
export type Mark = (text: string) => string

/** A few sources and claims, entered as one import. */
export function openingOffer(mark: Mark): Offer {
  const affiliations = [{ relation: 'part_of', source: 'firm' }]
  const lines = [
    ...speakers.map((name) => sourceLine(name, name === 'subsidiary' ? { affiliations } : {})),
    reportLine('report', 'paper'),
    ...speakers.map((name, index) => {
      const about = [speakers[(index + 1) % speakers.length]]
      return claimLine(`by-${name}`, name, { about })
    }),
  ]
  return importOffer(lines, mark)
}

/** The ground described by the answer to the opening import. */
export function groundOf(answer: string): Ground {
  const { refs } = imported.parse(JSON.parse(answer))
  const ids = (names: readonly string[]) => names.flatMap((name) => refs[name] ?? [])
  return {
    sources: ids(speakers),
    claims: ids(speakers.map((name) => `by-${name}`)),
    links: [],
    report: refs['report'] ?? '',
  }
}

/** A counterpoint, a link, the end of something, or an import of the like. */
export function randomOffer(random: Random, ground: Ground, mark: Mark): Offer {
  const lines = z.array(line).parse(randomImport(random, ground))
  const [first, second] = lines
  if (random.chance(0.3) || !first) return importOffer(lines, mark)
  if (second) return counterpointOffer(first, second, ground, mark) ?? importOffer(lines, mark)
  const { type, ref: _, ...fields } = first
  const marked = 'reason' in fields ? { reason: mark('It is so.') } : { note: mark('A link.') }
  const id = first.claim ?? first.link ?? ''
  const of = first.claim === undefined ? 'links' : 'claims'
  if (type === 'link') return jsonOffer('/v1/links', { ...fields, ...marked })
  const verb = type === 'withdrawal' ? 'withdraw' : type
  const citation = { report: ground.report, quote: 'It says so.' }
  const body = type === 'void' ? marked : { at: first.at, citation, ...marked }
  return jsonOffer(`/v1/${of}/${id}/${verb}`, body)
}

/** The same without imports. */
export function singleOffer(random: Random, ground: Ground, mark: Mark): Offer {
  for (;;) {
    const offer = randomOffer(random, ground, mark)
    if (offer.path !== importPath) return offer
  }
}

/** Objects of an acknowledged write are used from then on. */
export function noteAnswer(ground: Ground, { path }: Offer, answer: string): void {
  const json: unknown = JSON.parse(answer)
  if (path === importPath) {
    const { refs } = imported.parse(json)
    if (refs['new'] !== undefined) ground.claims.push(refs['new'])
    if (refs['link'] !== undefined) ground.links.push(refs['link'])
  } else if (path === '/v1/links') {
    ground.links.push(written.parse(json).object.id ?? '')
  } else if (path.endsWith('/counterpoints')) {
    const { claim, link } = written.parse(json).object
    if (claim) ground.claims.push(claim.id)
    if (link) ground.links.push(link.id)
  }
}

/** Number of the last event of an answered write. */
export function lastEventOf(answer: string): number {
  const { event, events } = eventful.parse(JSON.parse(answer))
  return event?.seq ?? events?.last ?? 0
}

const line = z.looseObject({
  type: z.string(),
  ref: z.string().optional(),
  claim: z.string().optional(),
  link: z.string().optional(),
  at: z.string().optional(),
})
type Line = z.infer<typeof line>

const imported = z.object({ refs: z.record(z.string(), z.string()) })
const named = z.object({ id: z.string() })
const written = z.object({
  object: z.object({
    id: z.string().optional(),
    claim: named.optional(),
    link: named.optional(),
  }),
})
const eventful = z.object({
  event: z.object({ seq: z.int() }).optional(),
  events: z.object({ last: z.int() }).optional(),
})

function counterpointOffer(claim: Line, link: Line, ground: Ground, mark: Mark) {
  const { relation, to } = z
    .object({ relation: z.string(), to: z.object({ claim: z.string().optional() }) })
    .parse(link)
  if (!['rebuts', 'undercuts', 'qualifies'].includes(relation) || !to.claim) return undefined
  const { type: _, ref: __, ...fields } = claim
  const body = {
    relation,
    note: mark('A counterpoint.'),
    claim: { ...fields, text: mark(String(fields['text'])) },
    citation: { report: ground.report, quote: 'It is so.', attribution: 'firsthand' },
    confirm: ['new'],
  }
  return jsonOffer(`/v1/claims/${to.claim}/counterpoints`, body)
}

function jsonOffer(path: string, body: object): Offer {
  return offer(path, 'application/json', JSON.stringify(body))
}

function importOffer(lines: readonly object[], mark: Mark): Offer {
  const marked = lines.map((line) => {
    if ('reason' in line) return { ...line, reason: mark('It is so.') }
    if ('text' in line) return { ...line, text: mark(String(line.text)) }
    return 'relation' in line ? { ...line, note: mark('A link.') } : line
  })
  const header = { type: 'bundle', duplicates: 'new' }
  const body = [header, ...marked].map((line) => JSON.stringify(line)).join('\n')
  return offer(importPath, 'application/x-ndjson', body)
}

function offer(path: string, mediaType: string, body: string): Offer {
  return { key: randomUUID(), path, mediaType, body, marks: marksIn(body) }
}

const markPattern = /\[mark \d+\]/g

/** The marks in a text. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(markPattern)].map(([mark]) => mark)
}

/** Marks from `first` on, each once. */
export function marksFrom(first: number): Mark {
  let next = first
  return (text) => `${text} [mark ${next++}]`
}
