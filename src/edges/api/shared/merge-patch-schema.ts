import { z } from 'zod'

/**
 * The schema of a JSON Merge Patch: all amendable fields, with `null` for those that may be absent
 * or unknown. Nested objects are patched recursively, lists are replaced.
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

/** The schema of the value if present. */
function valueOf(field: z.core.$ZodType): z.ZodType {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault
  )
    return valueOf(field.unwrap())
  // Every schema here was created by zod itself.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return field as z.ZodType
}
