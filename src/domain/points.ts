import { z } from 'zod'
import { clipped, list } from './lists.ts'
import { refuse, line } from './text.ts'
import { translations, type TranslatedText, type Translation } from './translation.ts'
import { wordAt, type Words } from './words.ts'
import { worldDate, type WorldDate } from './world-date.ts'

/** A short proposition of a claim, in the language of the claim, and its translations. */
export interface Point {
  readonly id: string
  readonly text: string
  readonly texts: readonly TranslatedText[]
  /** When it was removed; null while it is in force. */
  readonly endedAt: WorldDate | null
}

/** What is stored of a point beside its words. */
export type PointShape = Pick<Point, 'id' | 'endedAt'> & {
  /** Absent without translations. */
  readonly texts?: readonly Readonly<Translation>[]
}

export function pointShape({ id, endedAt, texts }: Point): PointShape {
  const translated = texts.map(({ lang, by }) => ({ lang, by }))
  return { id, endedAt, ...(translated.length > 0 && { texts: translated }) }
}

/** The words of points, by their places in the claim. */
export function wordsOfPoints(points: readonly Point[]): Words {
  const placed = points.flatMap(({ text, texts }, index) => [
    [`/points/${index}/text`, text] as const,
    ...texts.map((each, nth) => [`/points/${index}/texts/${nth}/text`, each.text] as const),
  ])
  return Object.fromEntries(placed)
}

/** Points put together from their shapes and from the words of their claim. */
export function pointsFrom(shapes: readonly PointShape[], words: Words): Point[] {
  return shapes.map(({ id, endedAt, texts = [] }, index) => ({
    id,
    text: wordAt(words, `/points/${index}/text`),
    texts: texts.map(({ lang, by }, nth) => ({
      lang,
      text: wordAt(words, `/points/${index}/texts/${nth}/text`),
      by,
    })),
    endedAt,
  }))
}

const idShape = /^[a-z]\d{0,3}$/

/** How many points of a claim are in force at most, and how many it has with those removed. */
const inForceMax = 8
export const pointsMax = 40
const pointMax = 200
/** Few, because each has a hash in the events of its claim, which have a limit. */
const translationsMax = 6

/** Ids are in events, which nobody can redact, so they are too short for words. */
export const pointId = z
  .string()
  .regex(idShape, 'The id of a point is a letter, or a letter and a number: a, or p1.')
  .meta({ id: 'PointId', description: 'Unique within its claim for ever.', example: 'p1' })

export function isPointId(called: string): boolean {
  return idShape.test(called)
}

const newPoint = z
  .strictObject({
    id: pointId.optional(),
    text: line(pointMax),
    texts: translations(line(pointMax), translationsMax),
    endedAt: worldDate.nullable().default(null).meta({
      description: 'When it was removed; null while it is in force.',
    }),
  })
  .meta({ id: 'NewPoint' })
export type NewPoint = z.output<typeof newPoint>

/** The points of a claim as sent; those without an id get one. */
export const newPoints = list(newPoint, pointsMax)
  .superRefine((points, context) => {
    const inForce = points.filter(({ endedAt }) => endedAt === null)
    if (inForce.length > inForceMax)
      refuse(context, {
        code: 'too-long',
        message: `A claim has at most ${inForceMax} points. Leave some out, or join two in one.`,
      })
    refuseRepeated(context, points, ({ id }) => id, 'id')
    refuseRepeated(
      context,
      points,
      (each) => (each.endedAt === null ? each.text : undefined),
      'text',
    )
  })
  .meta({
    description:
      'Up to eight short propositions that the claim consists of, in its own language, each with translations; answers say which of them they meet. A point that an amendment leaves out stays with `endedAt`.',
  })

function refuseRepeated(
  context: z.RefinementCtx,
  points: readonly NewPoint[],
  keyOf: (point: NewPoint) => string | undefined,
  field: 'id' | 'text',
): void {
  const seen = new Set<string>()
  for (const [index, point] of points.entries()) {
    const key = keyOf(point)
    if (key === undefined) continue
    if (seen.has(key)) {
      const message = `"${clipped(key)}" occurs twice.`
      context.addIssue({
        code: 'custom',
        path: [index, field],
        params: { code: 'repeated' },
        message,
      })
    }
    seen.add(key)
  }
}

/**
 * The points of a claim, each with its id: those sent, then those it had before and that were left
 * out, which end. A point without an id is the one with its text, or a new one.
 */
export function settlePoints(
  sent: readonly NewPoint[],
  before: readonly Point[],
  at: WorldDate,
): readonly Point[] {
  const taken = new Set(sent.flatMap(({ id }) => id ?? []))
  const used = new Set([...taken, ...before.map(({ id }) => id)])
  const settled = sent.map(({ id, text, texts, endedAt }): Point => {
    const known = before.find((point) => point.text === text && !taken.has(point.id))?.id
    const own = id ?? known ?? freshId(used)
    taken.add(own)
    used.add(own)
    return { id: own, text, texts, endedAt }
  })
  const left = before.filter(({ id }) => !taken.has(id))
  return [...settled, ...left.map((point) => ({ ...point, endedAt: point.endedAt ?? at }))]
}

function freshId(used: ReadonlySet<string>): string {
  let number = 1
  while (used.has(`p${number}`)) number += 1
  return `p${number}`
}

/** A point of the answered claim, told by its id, by its words, or by an object with either. */
export const pointNamed = z
  .union([
    line(pointMax),
    z.strictObject({ id: pointId }),
    z.strictObject({ text: line(pointMax) }),
  ])
  .transform((named) => (typeof named === 'string' ? named : 'id' in named ? named.id : named.text))

/** The point that somebody means by its id, its text or a translation; one in force first. */
export function pointCalled(points: readonly Point[], called: string): Point | undefined {
  const inForceFirst = points.toSorted(
    (one, other) => Number(one.endedAt !== null) - Number(other.endedAt !== null),
  )
  return (
    points.find(({ id }) => id === called) ??
    inForceFirst.find(({ text }) => text === called) ??
    inForceFirst.find(({ texts }) => texts.some(({ text }) => text === called))
  )
}
