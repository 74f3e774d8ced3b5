import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { firstThatFit } from '../../formats/weight.ts'

/** One page of a list, starting after a position. */
export interface Page<P> {
  readonly limit: number
  /** The position of the previous page's last item; undefined on the first page. */
  readonly after: P | undefined
  /**
   * Makes the body of a list. Pass one row more than `limit` if another page follows. The page
   * ends early where the items are as much as one answer says.
   *
   * @param endsEarly whether another page follows although there are fewer rows
   * @param end where looking for rows ended before there were enough
   */
  close<R, V>(
    rows: readonly R[],
    positionOf: (row: R) => P,
    view: (row: R) => V,
    endsEarly?: boolean,
    end?: P,
  ): { items: V[]; next: string | null }
}

/** The schema of a list body. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next: z
      .string()
      .nullable()
      .meta({ description: 'The cursor of the next page; null on the last one.' }),
  })
}

const cursorVersion = 1

const cursorContent = z.strictObject({
  v: z.literal(cursorVersion),
  of: z.string(),
  after: z.unknown(),
})

/**
 * A page of a list. A cursor is bound to its list and filters: with others it would silently skip
 * or repeat items.
 *
 * @returns undefined when the cursor belongs to another list
 */
export function pageOf<P>(
  position: z.ZodType<P>,
  list: readonly unknown[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<P> | undefined {
  const of = digestOf(list)
  const after = cursor === undefined ? undefined : positionIn(cursor, of, position)
  if (cursor !== undefined && after === undefined) return undefined
  return {
    limit,
    after,
    close(rows, positionOf, view, endsEarly = false, end) {
      const items = firstThatFit(rows.slice(0, limit).map(view))
      const last = endsEarly || rows.length > items.length ? rows[items.length - 1] : undefined
      const position = last === undefined ? end : positionOf(last)
      return { items: [...items], next: position === undefined ? null : cursorAt(position, of) }
    },
  }
}

/** The cursor of a list at a position. */
export function cursorOf(position: unknown, list: readonly unknown[]): string {
  return cursorAt(position, digestOf(list))
}

function cursorAt(after: unknown, of: string): string {
  return Buffer.from(canonical({ v: cursorVersion, of, after })).toString('base64url')
}

function positionIn<P>(cursor: string, of: string, position: z.ZodType<P>): P | undefined {
  const content = cursorContent.safeParse(jsonIn(cursor))
  if (!content.success || content.data.of !== of) return undefined
  return position.safeParse(content.data.after).data
}

function jsonIn(cursor: string): unknown {
  if (!/^[\w-]+$/.test(cursor)) return undefined
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

function digestOf(list: readonly unknown[]): string {
  return createHash('sha256').update(canonical(list)).digest('base64url').slice(0, 16)
}

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('The filters of a list must be JSON')
  return text
}
