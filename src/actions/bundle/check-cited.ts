import { isId } from '../../domain/references.ts'
import { uncitable, type Uncited } from '../../domain/uncited.ts'
import type { Db } from '../../store/database/db.ts'
import { findUncited, listCitedBy, type UncitedItem } from '../../store/uncited.ts'
import { linesOf, type NumberedLine } from './lines.ts'
import type { Names } from './names.ts'
import type { LineFault } from './refused-lines.ts'

/** What may lose its last citation by a void: claims and links by id, with the line of the void. */
export type AtRisk = ReadonlyMap<string, number>

/**
 * What has every citation it needs, and loses some by the voids among some lines. To be asked
 * before they are entered: what lacked a citation before may go on without it.
 *
 * @param voids for part of a file: whether another part voids the object
 */
export async function findAtRisk(
  tx: Db,
  lines: readonly NumberedLine[],
  { resolve }: Names,
  voids: (id: string) => boolean = () => false,
): Promise<AtRisk> {
  const lineOf = new Map([
    ...linesOf(lines, 'void').flatMap(({ line, value: { citation, report, merge } }) => {
      const id =
        (citation !== undefined && resolve('citation', citation)) ||
        (report !== undefined && resolve('report', report)) ||
        merge
      return id !== undefined && isId(id) ? [[id, line] as const] : []
    }),
    // The same lines may void the report that this one is merged into.
    ...linesOf(lines, 'merge').flatMap(({ line, value: { noun, from } }) => {
      const id = noun === 'report' ? resolve(noun, from) : undefined
      return id === undefined ? [] : [[id, line] as const]
    }),
  ])
  const cited = await listCitedBy(tx, [...lineOf.keys()])
  const before = await findUncited(
    tx,
    cited.map(({ id }) => id),
  )
  const lacking = new Set(before.map(({ id }) => id))
  const atRisk = cited.filter(({ id }) => !lacking.has(id) && !voids(id))
  return new Map(atRisk.map(({ id, by }) => [id, lineOf.get(by) ?? 1]))
}

/** What a write does to what needs a citation. */
export interface Entering {
  readonly atRisk: AtRisk
  /** Claims that it made rulings by amendment, with its lines. */
  readonly newRulings: ReadonlyMap<string, number>
}

/**
 * The faults of rulings, withdrawals and concessions that some lines leave without a citation: a
 * status would rest on the word of the person who entered it. The record is judged as the lines leave it.
 * A line that says `uncited` has no fault.
 */
export async function faultsOfSources(
  tx: Db,
  lines: readonly NumberedLine[],
  names: Pick<Names, 'ids' | 'known' | 'resolve'>,
  { atRisk, newRulings }: Entering,
): Promise<LineFault[]> {
  const fresh = lines.filter(({ line }) => !names.known.has(line))
  const entered = new Map(
    fresh.flatMap((line) => enteredBy(line, names)).map((item) => [keyOf(item), item]),
  )
  const ids = [...entered.values()].filter(({ isUncited }) => !isUncited).map(({ id }) => id)
  const asked = new Set([...ids, ...newRulings.keys(), ...atRisk.keys()])
  const uncited = await findUncited(tx, [...asked])
  return [
    ...uncited.flatMap((item): LineFault[] => {
      const own = entered.get(keyOf(item))
      if (own) return own.isUncited ? [] : [needsCitation(own.line, item.what)]
      const amended = item.what === 'ruling' ? newRulings.get(item.id) : undefined
      if (amended !== undefined) return [needsCitation(amended, 'ruling', '/kind')]
      const line = atRisk.get(item.id)
      return line === undefined ? [] : [takesLast(line, item)]
    }),
    ...needlesslyUncited(fresh),
  ]
}

/** An item that a line enters and that needs a citation, unless it says that there is none. */
interface Entered extends UncitedItem {
  readonly line: number
  readonly isUncited: boolean
}

function enteredBy(
  { line, value }: NumberedLine,
  names: Pick<Names, 'ids' | 'resolve'>,
): Entered[] {
  const what = needOf(value)
  if (what === undefined) return []
  const id = value.type === 'withdrawal' ? names.resolve('claim', value.claim) : names.ids.get(line)
  const isUncited = 'uncited' in value && value.uncited === true
  return id === undefined ? [] : [{ id, what, line, isUncited }]
}

function needOf(value: NumberedLine['value']): Uncited | undefined {
  if (value.type === 'withdrawal') return 'withdrawal'
  if (value.type === 'claim' && value.kind === 'ruling') return 'ruling'
  return value.type === 'link' && value.relation === 'concedes' ? 'concession' : undefined
}

function keyOf({ id, what }: UncitedItem): string {
  return `${what} ${id}`
}

const wanted: Readonly<Record<Uncited, string>> = {
  ruling: 'A ruling needs a citation: cite the report that contains it.',
  concession:
    'A concession needs a citation of its own: cite the report in which its speaker accepts the claim.',
  withdrawal:
    'A withdrawal needs a citation: cite the report in which the speaker took the claim back.',
}

function needsCitation(line: number, what: Uncited, pointer = '/citations'): LineFault {
  return { line, pointer, code: `${what}-cited`, message: wanted[what] }
}

const lost: Readonly<Record<Uncited, (id: string) => string>> = {
  ruling: (id) => `the ruling ${id}. Cite another report for it first, or void it as well.`,
  concession: (id) =>
    `link ${id}, which concedes. Cite another report for it first, or void it as well.`,
  withdrawal: (id) => `the withdrawal of claim ${id}. Void the withdrawal as well.`,
}

function takesLast(line: number, { id, what }: UncitedItem): LineFault {
  const message = `This would take the last citation from ${lost[what](id)}`
  return { line, pointer: '', code: `${what}-cited`, message }
}

/**
 * Lines that say `uncited` although their kind needs no citation. They may have citations: an
 * export has such lines if the cited reports were voided later.
 */
function needlesslyUncited(lines: readonly NumberedLine[]): LineFault[] {
  const message = `Leave it out: it is only for a ${uncitable.join(', a ')} without a citation.`
  return lines.flatMap(({ line, value }) => {
    if (!('uncited' in value) || !value.uncited || needOf(value) !== undefined) return []
    return [{ line, pointer: '/uncited', code: 'not-uncited', message }]
  })
}
