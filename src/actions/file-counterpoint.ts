import type { NewCounterpoint } from '../domain/counterpoint.ts'
import { singlePolicy } from './bundle/duplicate-policy.ts'
import { canonicalJson } from '../formats/event.ts'
import { joining } from './joint/enter-jointly.ts'
import { enterBundle } from './bundle/enter-bundle.ts'
import type { NumberedLine } from './bundle/lines.ts'
import { referencesOf } from './bundle/mentions.ts'
import type { LineFault } from './bundle/refused-lines.ts'
import type { Submitted } from './record/submissions.ts'
import type { Deps } from './record/deps.ts'
import { refuseGone, writeObject, type ObjectWrite, type WrittenObject } from './write-object.ts'

/** The bundle lines of a counterpoint, and where in its body each of them comes from. */
const places = { speaker: 1, publisher: 2, report: 3, claim: 4, link: 5 } as const

const pointers: Readonly<Record<number, string>> = {
  [places.speaker]: '/claim/speaker',
  [places.publisher]: '/citation/report/source',
  [places.report]: '/citation/report',
  [places.claim]: '/claim',
  [places.link]: '',
}

/**
 * Files a claim that answers another one, with its evidence and, where missing, its speaker, report
 * and publisher: all or nothing.
 */
export async function fileCounterpoint<V>(
  deps: Deps,
  write: ObjectWrite<V> & { readonly answered: string; readonly counterpoint: NewCounterpoint },
): Promise<WrittenObject<V> | Submitted> {
  const { answered, counterpoint } = write
  const { confirm, ...filed } = counterpoint
  const lines = linesOf(answered, filed)
  return writeObject(
    deps,
    write,
    async (writing) => {
      const { ids } = await enterBundle(writing, lines, {
        single: singlePolicy(confirm),
        // The link names it.
        check: (found) => {
          const claim = found.find(({ type, id }) => type === 'claim' && id === answered)
          refuseGone(claim, 'answered')
        },
      })
      return ids.get(places.claim) ?? ''
    },
    { pointerOf, jointly: jointlyWith(answered, counterpoint), names: referencesOf(lines) },
  )
}

const joiningUnlikely = joining(singlePolicy())
const joiningConfirmed = joining(singlePolicy(['new']))

/**
 * How it is entered jointly with others: not if it enters a source, moves how much of a report is
 * quoted, or is one of those whose words or rank are compared with what it is not linked with.
 */
function jointlyWith(answered: string, { confirm, ...filed }: NewCounterpoint) {
  const { claim, citation } = filed
  const { report } = citation
  const isPlain =
    (claim.speaker === null || typeof claim.speaker === 'string') &&
    typeof report !== 'string' &&
    typeof report.source === 'string' &&
    report.length === null &&
    (claim.kind === 'fact' || claim.kind === 'opinion') &&
    claim.rating === null
  if (!isPlain) return undefined
  return {
    way: confirm.includes('new') ? joiningConfirmed : joiningUnlikely,
    entry: {
      answered,
      shown: places.claim,
      linesAfter: (before: number, mark: string) =>
        linesOf(answered, filed, mark).map(({ line, value }) => ({ line: before + line, value })),
    },
  }
}

/** @param mark tells its refs from those of others */
function linesOf(
  answered: string,
  counterpoint: Omit<NewCounterpoint, 'confirm'>,
  mark = '',
): NumberedLine[] {
  const ref = (name: string) => `#${name}${mark}`
  const { claim, citation, ...link } = counterpoint
  const { speaker } = claim
  const { report } = citation
  const lines: NumberedLine[] = []
  if (speaker !== null && typeof speaker !== 'string')
    lines.push({ line: places.speaker, value: { type: 'source', ref: ref('speaker'), ...speaker } })
  if (typeof report !== 'string') {
    const { source } = report
    const isSpeaker = canonicalJson(source) === canonicalJson(speaker)
    if (typeof source !== 'string' && !isSpeaker)
      lines.push({
        line: places.publisher,
        value: { type: 'source', ref: ref('publisher'), ...source },
      })
    const publisher =
      typeof source === 'string' ? source : isSpeaker ? ref('speaker') : ref('publisher')
    const value = { ...report, source: publisher, type: 'report' as const, ref: ref('report') }
    lines.push({ line: places.report, value })
  }
  lines.push(
    {
      line: places.claim,
      value: {
        ...claim,
        type: 'claim',
        ref: ref('claim'),
        speaker: speaker === null || typeof speaker === 'string' ? speaker : ref('speaker'),
        citations: [{ ...citation, report: typeof report === 'string' ? report : ref('report') }],
      },
    },
    {
      line: places.link,
      value: {
        ...link,
        type: 'link',
        from: ref('claim'),
        to: { claim: answered },
        change: 'substance',
        citations: [],
      },
    },
  )
  return lines
}

function pointerOf({ line, pointer }: LineFault): string {
  if (line === places.claim && pointer.startsWith('/citations/0'))
    return pointer.replace('/citations/0', '/citation')
  if (line === places.link) return pointer === '' ? '/relation' : pointer
  return `${pointers[line] ?? ''}${pointer}`
}
