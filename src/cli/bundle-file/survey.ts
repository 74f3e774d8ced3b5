import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { BundleLine, BundleLineOf } from '../../formats/bundle.ts'
import { readBundle, type LineFault } from '../../formats/read-bundle.ts'
import { linesIn, type Extent } from './lines.ts'
import { Spool, type Ending, type Group, type Needing } from './spool.ts'

/** The result of reading the whole file, before any of it is stored. */
export interface Survey extends Disposable {
  /** Its first line, if that is a header. */
  readonly header: BundleLineOf<'bundle'> | undefined
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string
  /** How many lines there are to enter. */
  readonly lines: number
  /** Lines to be entered together, each group after what it refers to. */
  readonly groups: () => Iterable<Group>
  /** Whether a line voids a claim or a link of that name. */
  readonly voids: (name: string) => boolean
  /** Counts the occurrences of a line without a name, by its digest; 1 the first time. */
  readonly countOccurrence: (digest: string) => number
}

/**
 * The stages of an import. Claims and links share one, so that a link is entered with the claims at
 * its ends or soon after, and these are not judged twice.
 */
const stages = {
  sources: 0,
  affiliatedSources: 1,
  mergesOfSources: 2,
  reports: 3,
  claimsAndLinks: 4,
  stories: 5,
  otherMerges: 6,
  otherEndings: 7,
} as const
type Stage = (typeof stages)[keyof typeof stages]

/**
 * Reads a bundle through once.
 *
 * @param refuse is called with the faults of a line that cannot be read
 */
export async function survey(
  file: FileHandle,
  refuse: (faults: readonly LineFault[]) => void = () => {},
): Promise<Survey> {
  const spool = new Spool()
  const hash = createHash('sha256')
  let header: BundleLineOf<'bundle'> | undefined
  let isFirst = true
  for await (const { bytes, ...extent } of linesIn(file)) {
    hash.update(bytes).update('\n')
    const read = readLine(bytes, extent.line, header?.timezone)
    if (!read) continue
    if (read.faults.length > 0) refuse(read.faults)
    const [first] = read.lines
    if (first?.value.type === 'bundle' && isFirst) header = first.value
    else if (first?.value.type === 'bundle') refuse([misplaced(extent.line)])
    else if (first) keep(spool, first.value, extent)
    isFirst = false
  }
  spool.seal(stages.claimsAndLinks)
  return {
    header,
    digest: hash.digest('hex'),
    lines: spool.lines,
    groups: () => groupsIn(spool),
    voids: (name) => spool.voids(name),
    countOccurrence: (digest) => spool.countOccurrence(digest),
    [Symbol.dispose]: () => spool[Symbol.dispose](),
  }
}

function keep(spool: Spool, value: BundleLine, extent: Extent): void {
  const ended = endedBy(value)
  if (ended) spool.addEnding(ended, extent)
  else spool.add(stageOf(value, spool), extent, needsOf(value))
}

/**
 * The end of a claim or a link stays with it: links are checked against the lives of their ends,
 * and two identical ones must not both be live. Claims already on record end before links are
 * entered.
 */
function* groupsIn(spool: Spool): Generator<Group> {
  yield* spool.groups(stages.sources)
  yield* spool.groups(stages.affiliatedSources)
  yield* spool.groups(stages.mergesOfSources)
  yield* spool.groups(stages.reports)
  yield* spool.endingsElsewhere('claim')
  yield* spool.groups(stages.claimsAndLinks)
  yield* spool.groups(stages.stories)
  yield* spool.groups(stages.otherMerges)
  yield* spool.groups(stages.otherEndings)
  yield* spool.endingsElsewhere('link')
}

/** What a line of a bundle says; undefined for a blank line. */
export function readLine(
  bytes: Buffer,
  line: number,
  timezone: string | undefined,
): ReturnType<typeof readBundle> | undefined {
  if (/^[ \t\r]*$/.test(bytes.subarray(0, 256).toString('latin1')) && bytes.length < 256)
    return undefined
  const { lines, faults, isMalformed } = readBundle(bytes, timezone)
  return {
    lines: lines.map(({ value }) => ({ line, value })),
    faults: faults.map((fault) => ({ ...fault, line })),
    isMalformed,
  }
}

/**
 * Sources are merged before links are entered, because the links may depend on it to follow the
 * rules; claims are merged after links, because merging can make links equal, which could then not
 * be entered one by one.
 */
function stageOf(value: BundleLine, spool: Spool): Stage {
  switch (value.type) {
    case 'source':
      return value.affiliations.length > 0 ? stages.affiliatedSources : stages.sources
    case 'report':
      return stages.reports
    case 'claim':
    case 'link':
      return stages.claimsAndLinks
    case 'story':
      return stages.stories
    case 'merge':
      return value.noun === 'source' ? stages.mergesOfSources : stages.otherMerges
    case 'void':
      if (value.merge === undefined) return stages.otherEndings
      return spool.has(stages.mergesOfSources, value.merge)
        ? stages.mergesOfSources
        : stages.otherMerges
    case 'withdrawal':
    case 'end':
    case 'bundle':
      return stages.otherEndings
  }
  return value satisfies never
}

/**
 * Names are stored only where the order within a stage needs them, because a file may have many
 * lines.
 */
function needsOf(value: BundleLine): Needing {
  if (value.type === 'source' && value.affiliations.length > 0)
    return { names: namesOf(value), needs: value.affiliations.map(({ source }) => source) }
  if (value.type === 'claim' || value.type === 'merge') return { names: namesOf(value), needs: [] }
  if (value.type === 'void' && value.merge !== undefined) return { names: [], needs: [value.merge] }
  if (value.type === 'link')
    return {
      names: namesOf(value),
      needs: [value.from, 'claim' in value.to ? value.to.claim : value.to.link],
    }
  return nothing
}

const nothing: Needing = { names: [], needs: [] }

function namesOf(value: {
  ref?: string | undefined
  id?: string | undefined
  slug?: string | undefined
}) {
  return [value.ref, value.id, value.slug].filter((name) => name !== undefined)
}

/** The claim or link that a line ends, or whose end it undoes. */
function endedBy(value: BundleLine): Ending | undefined {
  if (value.type === 'withdrawal') return { type: 'claim', name: value.claim, isVoid: false }
  if (value.type === 'end') return { type: 'link', name: value.link, isVoid: false }
  if (value.type !== 'void') return undefined
  const { claim = value.withdrawal, link = value.end } = value
  if (claim !== undefined) return { type: 'claim', name: claim, isVoid: value.claim !== undefined }
  return link === undefined
    ? undefined
    : { type: 'link', name: link, isVoid: value.link !== undefined }
}

function misplaced(line: number): LineFault {
  const message = 'The line of type bundle comes first, once.'
  return { line, pointer: '/type', code: 'misplaced', message }
}
