import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { BundleLine } from '../../formats/bundle.ts'
import { readBundle, type LineFault } from '../../http/read-bundle.ts'
import { linesIn, type Extent } from './lines.ts'
import { inOrder, type Needing } from './in-order.ts'

/** What a look at the whole file tells, before anything of it is stored. */
export interface Survey {
  /** The namespace of its header, if it has any. */
  readonly namespace: string | undefined
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string
  /** Lines that must be entered together, each group after what it refers to. */
  readonly groups: readonly (readonly Extent[])[]
  readonly faults: readonly LineFault[]
}

/**
 * The stages of an import. Claims and links are one, so that a link is entered with the claims at
 * its ends or soon after, and those need not be judged twice.
 */
const stages = [
  'sources',
  'affiliated sources',
  'reports',
  'claims and links',
  'stories',
  'other ends',
] as const
type Stage = (typeof stages)[number]

/** Reads a bundle through once. */
export async function survey(file: FileHandle): Promise<Survey> {
  const found = new Map<Stage, (Extent & Needing)[]>(stages.map((stage) => [stage, []]))
  const ends = { claim: new Map<string, Extent[]>(), link: new Map<string, Extent[]>() }
  const faults: LineFault[] = []
  const hash = createHash('sha256')
  let namespace: string | undefined
  let isFirst = true
  for await (const { bytes, ...extent } of linesIn(file)) {
    hash.update(bytes).update('\n')
    const read = readLine(bytes, extent.line)
    if (!read) continue
    faults.push(...read.faults)
    const [first] = read.lines
    if (first?.value.type === 'bundle' && isFirst) namespace = first.value.namespace
    else if (first?.value.type === 'bundle') faults.push(misplaced(extent.line))
    else if (first) {
      const ended = endedBy(first.value)
      if (ended) append(ends[ended.type], ended.name, extent)
      else found.get(stageOf(first.value))?.push({ ...extent, ...needsOf(first.value) })
    }
    isFirst = false
  }
  return { namespace, digest: hash.digest('hex'), groups: groupsOf(found, ends), faults }
}

/**
 * What ends a claim or a link goes with it: links are judged by the lives of their ends, and two
 * that say the same may not both be live. Of those that are in the record before, claims end before
 * there are links.
 */
function groupsOf(
  found: ReadonlyMap<Stage, readonly (Extent & Needing)[]>,
  ends: Readonly<Record<'claim' | 'link', Map<string, Extent[]>>>,
): Extent[][] {
  const [sources, affiliated, reports, claimsAndLinks, ...rest] = stages.map((stage) =>
    inOrder(found.get(stage) ?? []).map((group) =>
      group.flatMap(({ line, offset, length, names }) => [
        { line, offset, length },
        ...names.flatMap((name) => [...take(ends.claim, name), ...take(ends.link, name)]),
      ]),
    ),
  )
  const before = [sources, affiliated, reports].flatMap((groups) => groups ?? [])
  return [
    ...before,
    ...ends.claim.values(),
    ...(claimsAndLinks ?? []),
    ...rest.flat(),
    ...ends.link.values(),
  ]
}

/** What a line of a bundle says; nothing of one that is blank. */
export function readLine(bytes: Buffer, line: number): ReturnType<typeof readBundle> | undefined {
  if (/^[ \t\r]*$/.test(bytes.subarray(0, 256).toString('latin1')) && bytes.length < 256)
    return undefined
  const { lines, faults, isMalformed } = readBundle(bytes)
  return {
    lines: lines.map(({ value }) => ({ line, value })),
    faults: faults.map((fault) => ({ ...fault, line })),
    isMalformed,
  }
}

function stageOf(value: BundleLine): Stage {
  switch (value.type) {
    case 'source':
      return value.affiliations.length > 0 ? 'affiliated sources' : 'sources'
    case 'report':
      return 'reports'
    case 'claim':
    case 'link':
      return 'claims and links'
    case 'story':
      return 'stories'
    case 'withdrawal':
    case 'void':
    case 'end':
    case 'bundle':
      return 'other ends'
  }
  return value satisfies never
}

/** Names are kept only where an order within a stage asks for them: a file may have many lines. */
function needsOf(value: BundleLine): Needing {
  if (value.type === 'source' && value.affiliations.length > 0)
    return { names: namesOf(value), needs: value.affiliations.map(({ source }) => source) }
  if (value.type === 'claim') return { names: namesOf(value), needs: [] }
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

/** The claim or the link that a line ends. */
function endedBy(value: BundleLine): { type: 'claim' | 'link'; name: string } | undefined {
  if (value.type === 'withdrawal') return { type: 'claim', name: value.claim }
  if (value.type === 'end') return { type: 'link', name: value.link }
  if (value.type !== 'void') return undefined
  if (value.claim !== undefined) return { type: 'claim', name: value.claim }
  return value.link === undefined ? undefined : { type: 'link', name: value.link }
}

function append(ends: Map<string, Extent[]>, name: string, end: Extent): void {
  const known = ends.get(name)
  if (known) known.push(end)
  else ends.set(name, [end])
}

function take(ends: Map<string, Extent[]>, name: string): Extent[] {
  const taken = ends.get(name) ?? []
  ends.delete(name)
  return taken
}

function misplaced(line: number): LineFault {
  const message = 'The line of type bundle comes first, once.'
  return { line, pointer: '/type', code: 'misplaced', message }
}
