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
 * The stages of an import. What becomes of a claim follows it at once, since links are judged by it;
 * what becomes of a link goes with the link, since two that say the same may not both be live.
 */
const stages = [
  'sources',
  'affiliated sources',
  'reports',
  'claims',
  'ends of claims',
  'links onto claims',
  'links onto links',
  'stories',
  'other ends',
] as const
type Stage = (typeof stages)[number]

/** Reads a bundle through once. */
export async function survey(file: FileHandle): Promise<Survey> {
  const found = new Map<Stage, (Extent & Needing)[]>(stages.map((stage) => [stage, []]))
  const ends = new Map<string, Extent[]>()
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
      const link = endedLink(first.value)
      if (link === undefined)
        found.get(stageOf(first.value))?.push({ ...extent, ...needsOf(first.value) })
      else ends.set(link, [...(ends.get(link) ?? []), extent])
    }
    isFirst = false
  }
  const groups = stages.flatMap((stage) =>
    inOrder(found.get(stage) ?? []).map((group) =>
      group.flatMap((item) => [item, ...item.names.flatMap((name) => take(ends, name))]),
    ),
  )
  return { namespace, digest: hash.digest('hex'), groups: [...groups, ...ends.values()], faults }
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
      return 'claims'
    case 'link':
      return 'link' in value.to ? 'links onto links' : 'links onto claims'
    case 'story':
      return 'stories'
    case 'withdrawal':
      return 'ends of claims'
    case 'void':
      return value.claim === undefined ? 'other ends' : 'ends of claims'
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
  if (value.type === 'link')
    return { names: namesOf(value), needs: 'link' in value.to ? [value.to.link] : [] }
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

function endedLink(value: BundleLine): string | undefined {
  return value.type === 'end' || value.type === 'void' ? value.link : undefined
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
