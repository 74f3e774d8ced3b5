import { type ClientBase, escapeIdentifier, escapeLiteral } from 'pg'

/** The serving role: it may log in, and do only what migrations grant to it. */
export const servingRole = 'counterpoint_service'

/** The role that owns the database and its schema, and migrates it. */
export const owningRole = 'counterpoint_owner'

/**
 * Creates the role if it is missing, and lets it log in with this password.
 *
 * Roles belong to the whole server but advisory locks to one database. To exclude concurrent
 * callers, `admin` must always be connected to the same database, such as `postgres`.
 */
export async function ensureLoginRole(
  admin: ClientBase,
  role: string,
  password: string,
): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query(`select pg_advisory_xact_lock(hashtext('counterpoint roles'))`)
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role])
    const verb = rowCount ? 'alter' : 'create'
    await admin.query(
      `${verb} role ${escapeIdentifier(role)} login password ${escapeLiteral(password)}`,
    )
    await admin.query('commit')
  } catch (error) {
    await admin.query('rollback')
    throw error
  }
}
