/** The same server with another database or another role. */
export function databaseUrl(
  url: string,
  change: { database?: string; role?: string; password?: string },
): string {
  const changed = new URL(url)
  if (change.database) changed.pathname = `/${change.database}`
  if (change.role) changed.username = change.role
  if (change.password) changed.password = change.password
  return changed.href
}
