import { z } from 'zod'

/**
 * What a JSON Merge Patch of an object may hold: any field but some, `null` for one that may be left
 * out or unknown. An object inside is patched in its turn, a list replaced.
 */
export function mergePatchSchema(
  { shape }: z.ZodObject,
  without: readonly string[] = [],
): z.ZodObject {
  const fields = Object.entries(shape).filter(([name]) => !without.includes(name))
  return z.strictObject(
    Object.fromEntries(fields.map(([name, field]) => [name, patchOf(field).optional()])),
  )
}

function patchOf(field: z.core.$ZodType): z.ZodType {
  const value = valueOf(field)
  const patch = value instanceof z.ZodObject ? mergePatchSchema(value) : value
  const takesNull = [undefined, null].some((absent) => z.safeParse(field, absent).success)
  return takesNull ? patch.nullable() : patch
}

/** The schema of what is there when something is. */
function valueOf(field: z.core.$ZodType): z.ZodType {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault
  )
    return valueOf(field.unwrap())
  // Every schema here was made by zod itself.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return field as z.ZodType
}
