/**
 * JSON Merge Patch (RFC 7396): objects are merged member by member, `null` removes a member, and
 * any other value replaces the old one.
 *
 * @param nullable members for which null is a value, and is set
 */
export function mergePatch(
  target: unknown,
  patch: unknown,
  nullable: readonly string[] = [],
): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null && nullable.includes(name)) merged[name] = null
    else if (value === null) delete merged[name]
    else merged[name] = mergePatch(merged[name], value)
  }
  return merged
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
