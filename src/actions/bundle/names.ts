import type { Noun } from '../../domain/nouns.ts'
import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '../../store/database/db.ts'
import { findBundleRefs, type BundleRef, type Namespace } from '../../store/bundle-refs.ts'
import {
  findAllReferences,
  findOthers,
  type FoundReference,
  type LookedUp,
} from '../../store/references.ts'
import type { DuplicatePolicy } from './candidates.ts'
import type { Meter } from '../record/meter.ts'
import { joinReportsAndClaims, joinSources, type Naming } from './join-lines.ts'
import { contentHash, isObjectLine, type NumberedLine, type ObjectLine } from './lines.ts'
import { givenIds, referencesOf } from './mentions.ts'
import { mergedAmongFound, type MergedReference } from './merged-references.ts'
import type { LineFault } from './refused-lines.ts'
import { chooseSlugs } from './slugs.ts'

/** A line whose ref is known, with other content than before. */
export interface Resent {
  readonly line: number
  readonly ref: string
  readonly object: string
  readonly value: ObjectLine
  readonly contentHash: Buffer
}

/** What the references of a bundle resolve to. */
export interface Names {
  /** The id of every object line, by line number. */
  readonly ids: ReadonlyMap<number, string>
  /** The object lines that are already in the record. */
  readonly known: ReadonlySet<number>
  /** Of those, the likely duplicates that were replaced by existing entries. */
  readonly joined: ReadonlySet<number>
  /** Of those, the lines with other content than before. */
  readonly resent: readonly Resent[]
  readonly slugs: ReadonlyMap<number, string>
  /** New refs to remember, if the bundle has a namespace. */
  readonly refs: readonly BundleRef[]
  readonly resolve: (type: Noun, reference: string) => string | undefined
  /** Whether the record itself has something of that name. */
  readonly isOnRecord: (type: Noun, reference: string) => boolean
  /** Mentioned objects that were merged, with their survivors. */
  readonly merged: readonly MergedReference[]
  /** Mentioned objects that were voided before, by id. */
  readonly voided: ReadonlyMap<string, VoidedReference>
  /** Mentioned objects that were neither merged nor voided before. */
  readonly sound: ReadonlySet<string>
}

/** An object without effect, or one that redirects to such an object. */
export interface VoidedReference {
  readonly type: Noun
  readonly id: string
  /** Its survivor, if it was merged. */
  readonly into: string | null
  /** null for a link that depends on something voided. */
  readonly since: Date | null
}

export interface NamingOptions {
  /** The object that the only line amends. */
  readonly amended?: string
  readonly meter: Meter
  /** What was looked up before. */
  readonly lookedUp?: LookedUp | undefined
  /** Refuses lines because of what they name on record, before anything else is judged. */
  readonly check?: ((found: readonly FoundReference[]) => void) | undefined
}

/**
 * Assigns ids to the objects of a bundle and resolves every reference in it.
 *
 * @returns the names, unresolvable references, and likely duplicates
 */
export async function nameObjects(
  tx: Db,
  lines: readonly NumberedLine[],
  namespace: Namespace | undefined,
  policy: DuplicatePolicy,
  { amended, lookedUp, meter, check = () => {} }: NamingOptions,
): Promise<{ names: Names; faults: readonly LineFault[]; likely: readonly LineFault[] }> {
  const objects = lines.filter(isObjectLine)
  const references = referencesOf(lines)
  meter.check()
  const remembered = await recall(tx, namespace, references)
  const remembering = [...remembered.values()].map(({ object }) => object)
  const found = await findOthers(tx, [...references, ...remembering], lookedUp)
  check(found)
  const stored = new Map(found.map(({ type, reference, id }) => [keyOf(type, reference), id]))
  const merged = mergedAmongFound(found)
  const voided = new Map(
    found.flatMap(({ type, id, mergedInto: into, voidedAt: since, isVoid }) =>
      isVoid ? [[id, { type, id, into, since }] as const] : [],
    ),
  )

  const faults: LineFault[] = repeatedRefs(objects)
  const ids = new Map<number, string>()
  const known = new Set<number>()
  const refs = new Map<number, BundleRef>()
  const resent: Resent[] = []
  const local = new Map<string, string>()
  // In the order of the lines, so that sorting by id preserves the order of entry.
  const newIds = objects.map(() => randomUUIDv7()).sort()
  for (const [index, object] of meter.each(objects.entries())) {
    const { line, value } = object
    const { ref, type } = value
    const earlier = ref === undefined ? undefined : remembered.get(ref)
    const id = earlier?.object ?? value.id ?? newIds[index] ?? randomUUIDv7()
    ids.set(line, id)
    local.set(keyOf(type, ref ?? id), id)
    if (earlier) {
      known.add(line)
      if ('slug' in value && value.slug !== undefined) local.set(keyOf(type, value.slug), id)
      if (earlier.isRedacted) faults.push(redactedRef(line, earlier))
      else if (earlier.type !== type) faults.push(otherType(line, earlier))
      else if (!earlier.contentHash.equals(hashOf(object)))
        resent.push({ line, ref: earlier.ref, object: id, value, contentHash: hashOf(object) })
    } else if (ref !== undefined && namespace !== undefined)
      refs.set(line, { ref, type, object: id, contentHash: hashOf(object), isRedacted: false })
  }
  for (const { ref, type, object } of remembered.values()) setIfNew(local, keyOf(type, ref), object)

  const resolve = (type: Noun, reference: string) =>
    local.get(keyOf(type, reference)) ?? stored.get(keyOf(type, reference))
  const leading = new Map(merged.map(({ id, into }) => [id, into]))
  const joined = new Set<number>()
  const isFresh = ({ line }: NumberedLine) => !known.has(line)
  const resentLines = new Set(resent.map(({ line }) => line))
  const isJudged = ({ line }: NumberedLine) => !known.has(line) || resentLines.has(line)
  const naming: Naming = {
    meter,
    objectOf: (line) => {
      return {
        id: amended ?? ids.get(line) ?? '',
        isAmended: amended !== undefined || known.has(line),
      }
    },
    sourceOf: (reference) => {
      const id = resolve('source', reference)
      return id === undefined ? undefined : (leading.get(id) ?? id)
    },
    join: ({ line, value }, id) => {
      for (const name of [value.ref, value.id, 'slug' in value ? value.slug : undefined])
        if (name !== undefined) local.set(keyOf(value.type, name), id)
      const ref = refs.get(line)
      if (ref) refs.set(line, { ...ref, object: id })
      ids.set(line, id)
      known.add(line)
      joined.add(line)
    },
  }
  const likely = [...(await joinSources(tx, objects.filter(isJudged), policy, naming))]
  const { slugs, faults: slugFaults } = await chooseSlugs(tx, objects.filter(isFresh))
  meter.check()
  for (const { line, value } of objects.filter(isFresh)) {
    const id = ids.get(line) ?? ''
    setIfNew(local, keyOf(value.type, id), id)
    setIfNew(local, keyOf(value.type, slugs.get(line) ?? id), id)
  }
  likely.push(...(await joinReportsAndClaims(tx, objects.filter(isJudged), policy, naming)))
  faults.push(...slugFaults, ...(await takenIds(tx, objects.filter(isFresh))))
  const isOnRecord: Names['isOnRecord'] = (type, name) => stored.has(keyOf(type, name))
  const names = {
    ids,
    known,
    joined,
    resent,
    slugs,
    refs: [...refs.values()],
    resolve,
    isOnRecord,
    merged,
    voided,
    sound: new Set(
      found.flatMap((each) => (each.mergedInto === null && !each.isVoid ? [each.id] : [])),
    ),
  }
  return { names, faults, likely }
}

function hashOf({ value, contentHash: made }: NumberedLine): Buffer {
  return made ?? contentHash(value)
}

async function recall(
  tx: Db,
  namespace: Namespace | undefined,
  references: readonly string[],
): Promise<ReadonlyMap<string, BundleRef>> {
  return namespace === undefined ? new Map() : findBundleRefs(tx, namespace, references)
}

function repeatedRefs(objects: readonly NumberedLine[]): LineFault[] {
  const seen = new Set<string>()
  return objects.flatMap(({ line, value }) => {
    const ref = 'ref' in value ? value.ref : undefined
    if (ref === undefined) return []
    if (!seen.has(ref)) {
      seen.add(ref)
      return []
    }
    const message = `The ref "${ref}" names an earlier line already.`
    return [{ line, pointer: '/ref', code: 'repeated', message }]
  })
}

function otherType(line: number, { ref, type, object }: BundleRef): LineFault {
  const message = `In this namespace the ref "${ref}" stands for the ${type} ${object}; take another ref.`
  return { line, pointer: '/type', code: 'other-content', message, isConflict: true }
}

/** A resent line would bring removed words back, whether or not they are the same. */
function redactedRef(line: number, { ref, object }: BundleRef): LineFault {
  const message = `The ref "${ref}" stands for ${object}, whose words were removed. Leave this line out; other lines may still refer to it.`
  return { line, pointer: '/ref', code: 'redacted', message, isConflict: true }
}

async function takenIds(tx: Db, objects: readonly NumberedLine[]): Promise<LineFault[]> {
  const given = objects.flatMap((object) =>
    givenIds(object).map(({ pointer, id }) => ({ line: object.line, pointer, id })),
  )
  const found = await findAllReferences(
    tx,
    given.map(({ id }) => id),
  )
  const taken = new Set(found.map(({ id }) => id))
  const seen = new Set<string>()
  return given.flatMap(({ line, pointer, id }) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    if (isRepeated)
      return [{ line, pointer, code: 'repeated', message: `The id ${id} occurs twice.` }]
    if (!taken.has(id)) return []
    const message = `The record has an object with the id ${id}; amend that one, or leave the id out.`
    return [{ line, pointer, code: 'taken', message, isConflict: true }]
  })
}

function setIfNew(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value)
}

function keyOf(type: string, reference: string): string {
  return `${type} ${reference}`
}
